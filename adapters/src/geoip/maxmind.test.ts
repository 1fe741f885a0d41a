import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { openCountries, type CountryOf } from './maxmind.ts'

const TEXT = 2
const UINT32 = 6
const MAP = 7

const field = (type: number, size: number, value: Buffer) => Buffer.concat([Buffer.of((type << 5) | size), value])
const word = (value: string) => field(TEXT, value.length, Buffer.from(value))
const number = (value: number) => field(UINT32, 4, Buffer.from([24, 16, 8, 0].map((bits) => (value >> bits) & 255)))
const map = (...pairs: [string, Buffer][]) =>
  field(MAP, pairs.length, Buffer.concat(pairs.flatMap(([key, value]) => [word(key), value])))
const country = (code: string) => map(['country', map(['iso_code', word(code)])])

/** A file that knows one network, given by the bits it begins with. */
function fileOf(bits: string, value: Buffer): Buffer {
  const nodes = bits.length
  const records = [...bits].map((bit, node) => {
    const next = node === nodes - 1 ? nodes + 16 : node + 1
    return bit === '0' ? [next, nodes] : [nodes, next]
  })
  const tree = records.flat().flatMap((record) => [record >> 16, (record >> 8) & 255, record & 255])
  const about = map(
    ['node_count', number(nodes)],
    ['record_size', number(24)],
    ['ip_version', number(6)],
    ['database_type', word('test')],
  )
  const mark = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1')
  return Buffer.concat([Buffer.from(tree), Buffer.alloc(16), value, mark, about])
}

/** 2001:db8::/32 */
const DOCUMENTATION = (0x20010db8).toString(2).padStart(32, '0')
/** 192.0.2.0/24, as it stands in a tree for both. */
const TEST_NET = `${'0'.repeat(96)}${(0xc00002).toString(2)}`

function fileNamed(t: TestContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'geoip-'))
  t.after(() => rmSync(directory, { recursive: true }))
  return join(directory, 'countries.mmdb')
}

function countriesOf(t: TestContext, bytes: Buffer): CountryOf {
  const file = fileNamed(t)
  writeFileSync(file, bytes)
  return openCountries(file)
}

test('an address has the country of its network, an IPv4 one too, and no other has one', (t) => {
  const six = countriesOf(t, fileOf(DOCUMENTATION, country('NZ')))
  assert.deepEqual(['2001:db8:7::1', '2001:db9::1', '192.0.2.1'].map(six), ['NZ', undefined, undefined])
  const four = countriesOf(t, fileOf(TEST_NET, country('ES')))
  assert.deepEqual(['192.0.2.200', '192.0.3.1', 'bastion', ''].map(four), ['ES', undefined, undefined, undefined])
})

test('where no country is told, the one the network is registered in is', (t) => {
  const registered = map(['registered_country', map(['iso_code', word('FR')])])
  assert.equal(countriesOf(t, fileOf(DOCUMENTATION, registered))('2001:db8::1'), 'FR')
})

test('a value that points at itself, or is cut off, names no country', (t) => {
  const round = Buffer.of(1 << 5, 0)
  for (const value of [round, Buffer.of((MAP << 5) | 28), Buffer.of((MAP << 5) | 31, 255, 255, 255), word('ES')])
    assert.equal(countriesOf(t, fileOf(DOCUMENTATION, value))('2001:db8::1'), undefined)
})

test('what is no such file is refused with its name', (t) => {
  const file = fileNamed(t)
  assert.throws(() => openCountries(file), /security\.geoip: .*countries\.mmdb can not be read/)
  for (const bytes of [Buffer.from('no'), Buffer.alloc(0), fileOf(DOCUMENTATION, country('NZ')).subarray(0, 180)]) {
    writeFileSync(file, bytes)
    assert.throws(
      () => openCountries(file),
      (error) => error instanceof ErrorSenseError && error.code === 'config' && error.message.includes(file),
    )
  }
})

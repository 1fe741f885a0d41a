import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { addressBits } from '@errorsense/core/security/addresses.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { countries, openCountries } from './mmdb.ts'

const MAP = 7
const TEXT = 2
const UINT32 = 6

const field = (type: number, size: number, ...bytes: (number | Buffer)[]) =>
  Buffer.concat([
    Buffer.of((type << 5) | size),
    ...bytes.map((part) => (Buffer.isBuffer(part) ? part : Buffer.of(part))),
  ])
const word = (value: string) => field(TEXT, value.length, Buffer.from(value))
const number = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return field(UINT32, 4, bytes)
}
const map = (...pairs: [string, Buffer][]) =>
  field(MAP, pairs.length, ...pairs.flatMap(([key, value]) => [word(key), value]))
const country = (code: string) => map(['country', map(['iso_code', word(code)])])

/** A file that knows one network, given as an address and its prefix, with records of so many bits. */
function fileOf(address: string, prefix: number, value: Buffer, recordBits = 24, version = 6): Buffer {
  const bits = addressBits(address)?.slice(version === 6 ? 0 : 96, (version === 6 ? 0 : 96) + prefix) ?? []
  const records = bits.map((bit, node) => {
    const next = node === bits.length - 1 ? bits.length + 16 : node + 1
    return bit === 0 ? [next, bits.length] : [bits.length, next]
  })
  const meta = map(
    ['node_count', number(bits.length)],
    ['record_size', number(recordBits)],
    ['ip_version', number(version)],
  )
  const tree = Buffer.concat(records.map(([left, right]) => node(left, right, recordBits)))
  return Buffer.concat([tree, Buffer.alloc(16), value, Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'), meta])
}

function node(left: number, right: number, recordBits: number): Buffer {
  const bytes = Buffer.alloc(recordBits / 4)
  if (recordBits === 28) {
    bytes.writeUIntBE(left & 0xffffff, 0, 3)
    bytes[3] = ((left >> 24) << 4) | (right >> 24)
    bytes.writeUIntBE(right & 0xffffff, 4, 3)
  } else {
    bytes.writeUIntBE(left, 0, recordBits / 8)
    bytes.writeUIntBE(right, recordBits / 8, recordBits / 8)
  }
  return bytes
}

for (const recordBits of [24, 28, 32]) {
  test(`records of ${recordBits} bits lead to the country, for IPv4 and IPv6`, () => {
    const six = countries(fileOf('2001:db8::', 32, country('NZ'), recordBits))
    assert.deepEqual(['2001:db8:7::1', '2001:db9::1', '192.0.2.1'].map(six), ['NZ', undefined, undefined])
    const mixed = countries(fileOf('192.0.2.0', 120, country('ES'), recordBits))
    assert.deepEqual(['192.0.2.200', '192.0.3.1', '::ffff:1'].map(mixed), ['ES', undefined, undefined])
    const four = countries(fileOf('192.0.2.0', 24, country('ES'), recordBits, 4))
    assert.deepEqual(['192.0.2.200', '198.51.100.1', 'bastion'].map(four), ['ES', undefined, undefined])
  })
}

test('where no country is told, the one the network is registered in is', () => {
  const registered = map(['registered_country', map(['iso_code', word('FR')])])
  assert.equal(countries(fileOf('2001:db8::', 32, registered))('2001:db8::1'), 'FR')
})

test('a value that points at itself, or is cut off, names no country', () => {
  const round = Buffer.of((1 << 5) | 0, 0)
  for (const value of [round, Buffer.of((MAP << 5) | 28), Buffer.of((MAP << 5) | 31, 255, 255, 255), word('ES')])
    assert.equal(countries(fileOf('2001:db8::', 32, value))('2001:db8::1'), undefined)
})

test('what is no such file is refused with its name', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'geoip-'))
  t.after(() => rmSync(directory, { recursive: true }))
  const good = fileOf('2001:db8::', 32, country('NZ'))
  const file = join(directory, 'countries.mmdb')
  for (const bytes of [Buffer.from('no'), good.subarray(100), Buffer.alloc(0)]) {
    writeFileSync(file, bytes)
    assert.throws(
      () => openCountries(file),
      (error) => error instanceof ErrorSenseError && error.code === 'config' && error.message.includes(file),
    )
  }
  assert.throws(() => openCountries(join(directory, 'none')), /security\.geoip: .*none can not be read/)
  writeFileSync(file, good)
  assert.equal(openCountries(file)('2001:db8::1'), 'NZ')
})

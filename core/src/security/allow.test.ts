import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addressList } from './allow.ts'

const cases: [entry: string, inside: string[], outside: string[]][] = [
  ['203.0.113.7', ['203.0.113.7'], ['203.0.113.8']],
  ['203.0.113.0/24', ['203.0.113.0', '203.0.113.255'], ['203.0.112.255', '203.0.114.0']],
  ['203.0.113.64/27', ['203.0.113.95'], ['203.0.113.96', '203.0.113.63']],
  ['203.0.113.7/32', ['203.0.113.7'], ['203.0.113.6']],
  ['0.0.0.0/0', ['198.51.100.4'], ['2001:db8::1']],
  ['::/0', ['198.51.100.4', '2001:db8::1'], []],
  ['2001:db8::/33', ['2001:db8:7fff::1'], ['2001:db8:8000::1', '203.0.113.7']],
  ['2001:DB8:0::7', ['2001:db8::7'], ['2001:db8::8']],
  ['::ffff:203.0.113.0/120', ['203.0.113.9'], ['203.0.114.9']],
  ['Scan.Example.Net', ['scan.example.net'], ['example.net', 'x.scan.example.net']],
  ['203.0.113.0/33', [], ['203.0.113.0']],
  ['203.0.113.0/-1', [], ['203.0.113.0']],
  ['203.0.113.0/', [], ['203.0.113.0', '198.51.100.4']],
  ['203.0.113.0/24/8', [], ['203.0.113.0']],
  ['203.0.113.0/x', [], ['203.0.113.0']],
  ['', [], ['203.0.113.7', '']],
]

for (const [entry, inside, outside] of cases) {
  test(`${JSON.stringify(entry)} holds ${inside.join(', ') || 'nobody'}`, () => {
    const list = addressList([entry])
    assert.deepEqual(inside.filter(list), inside)
    assert.deepEqual(outside.filter(list), [])
  })
}

test('an IPv4 network holds just the addresses that begin with its bits', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  const address = fc.tuple(byte, byte, byte, byte)
  fc.assert(
    fc.property(address, address, fc.integer({ min: 0, max: 32 }), (network, other, bits) => {
      const value = (parts: readonly number[]): number => parts.reduce((sum, part) => sum * 256 + part, 0)
      const size = 2 ** (32 - bits)
      const isIn = Math.floor(value(network) / size) === Math.floor(value(other) / size)
      assert.equal(addressList([`${network.join('.')}/${bits}`])(other.join('.')), isIn)
    }),
  )
})

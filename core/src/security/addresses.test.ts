import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAddresses, networkOf, parseAddress } from './addresses.ts'
import { addressList } from './allow.ts'

const found = (text: string): string[] => findAddresses(text).map(({ ip }) => ip)

test('addresses are written one way, however they came', () => {
  const ways = ['192.030.0.6', '::ffff:192.30.0.6', '::FFFF:c01e:6'].map((text) => parseAddress(text))
  assert.deepEqual(ways, ['192.30.0.6', '192.30.0.6', '192.30.0.6'])
  assert.equal(parseAddress('2001:DB8:0:0:1:0:0:1'), '2001:db8::1:0:0:1')
  assert.equal(parseAddress('0:0:0:0:0:0:0:1'), '::1')
})

test('what only looks like an address is none', () => {
  const lines = [
    'at 17:40:16 on 2026-11-12',
    'MAC aa:bb:cc:dd:ee:ff',
    'RSA 8c:e3:aa:0f:64:51:02:f7:14:79:89:3f:65:84:7c:30',
    'version 1.2.3.4.5 and v1.2.3.4 and 999.1.1.1',
    'ip-10-0-0-1.example.net and 10.0.0.1.example.net',
    'std::string and a::b::c and :: alone',
    'listening on 0.0.0.0',
  ]
  for (const line of lines) assert.deepEqual(found(line), [], line)
})

test('an address is found beside ports, brackets and full stops', () => {
  assert.deepEqual(found('a 192.0.2.1:22, [2001:db8::1]:5060 (192.0.2.2) from 192.0.2.3.'), [
    '192.0.2.1',
    '2001:db8::1',
    '192.0.2.2',
    '192.0.2.3',
  ])
  assert.deepEqual(found('from ::ffff:198.51.100.215:60495 and UDP/192.0.2.4/5060'), ['198.51.100.215', '192.0.2.4'])
})

test('a line of nothing but addresses gives a bounded list', () => {
  assert.ok(found('192.0.2.1 '.repeat(5_000)).length <= 32)
})

test('one IPv6 network is one party, one IPv4 address another', () => {
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2::9'))
  assert.notEqual(networkOf('2001:db8:1:3::1'), networkOf('2001:db8:1:2::1'))
  assert.equal(networkOf('192.0.2.1'), '192.0.2.1')
})

test('a list knows addresses, networks of both kinds and names', () => {
  const isListed = addressList([
    '192.0.2.0/25',
    '2001:db8::/33',
    '198.51.100.7',
    'Scanner.example.net',
    'nonsense/99',
    '',
  ])
  for (const address of ['192.0.2.127', '2001:db8:7fff::1', '198.51.100.7', 'scanner.example.net'])
    assert.ok(isListed(address), address)
  for (const address of ['192.0.2.128', '2001:db8:8000::1', '198.51.100.8', 'example.net'])
    assert.ok(!isListed(address), address)
})

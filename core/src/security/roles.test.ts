import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOurs } from './addresses.ts'
import { findParties } from './roles.ts'

const lines: [line: string, offender: string | undefined][] = [
  ['connection from 203.0.113.1 to 192.0.2.1', '203.0.113.1'],
  ['failed for 203.0.113.1 on 192.0.2.1 port 22', '203.0.113.1'],
  ['203.0.113.1:4711 -> 192.0.2.1:22 refused', '203.0.113.1'],
  ['LocalAddress="IPV4/UDP/192.0.2.1/5060",RemoteAddress="IPV4/UDP/203.0.113.1/5084"', '203.0.113.1'],
  ['denied, lip=192.0.2.1, rip=203.0.113.1', '203.0.113.1'],
  ['{dst_ip="192.0.2.1", src_ip="203.0.113.1"', '203.0.113.1'],
  ['rejected H=([192.0.2.9]) [203.0.113.1]:3755 I=[192.0.2.1]:25', '203.0.113.1'],
  ['authentication error for amy from mail.example.com via 192.0.2.1', 'mail.example.com'],
  ['call from mail.example.com [203.0.113.1]:3767 I=[192.0.2.1]:25 dropped', '203.0.113.1'],
  ['login failed from localhost', '127.0.0.1'],
  ['failed for client 203.0.113.1, X-Forwarded-For: 192.0.2.9, X-Real-IP: 192.0.2.8', '203.0.113.1'],
  ['failed for peer=127.0.0.1:4711 x_forwarded_for=203.0.113.1', '203.0.113.1'],
  ['failed, remote_addr="10.0.0.9", x-forwarded-for="192.0.2.66, 203.0.113.1, 10.0.0.9"', '203.0.113.1'],
  ['wrong password for amy from fd00::9 (real ip 203.0.113.1)', '203.0.113.1'],
  ['failed for peer=10.0.0.9 x_forwarded_for=10.0.0.8', '10.0.0.9'],
  ['failed, id.orig_h="203.0.113.1", id.resp_h="192.0.2.1"', '203.0.113.1'],
  ['[ip=192.0.2.9;oip=203.0.113.1;via=192.0.2.9(nginx)] authentication failed', '203.0.113.1'],
  ['Failed password for invalid user x from 192.0.2.9 from 203.0.113.1 port 22', '203.0.113.1'],
  ['Failed password for x from 203.0.113.1 port 22: ruser y from 192.0.2.9', '203.0.113.1'],
  ['list 101 denied tcp 203.0.113.1(40112) -> 192.0.2.1(23), 1 packet', '203.0.113.1'],
  ['authentication failed for amy at host.example.net [203.0.113.1]', '203.0.113.1'],
  ['unknown[203.0.113.1]: command rejected', '203.0.113.1'],
  ['block(1): tcp/accept ]: 203.0.113.1.40112 192.0.2.1.1080: error', '203.0.113.1'],
  ['verification failed for mx.example.com[192.0.2.1]:25: untrusted issuer', undefined],
  ['delivery to mx.example.com[192.0.2.1] refused', undefined],
  ['login failed, see http://192.0.2.9/help', undefined],
  ['cannot authenticate to 192.0.2.1', undefined],
]

for (const [line, offender] of lines) {
  test(`${offender ?? 'nobody'} is the other side of: ${line}`, () => {
    const { ip, host } = findParties(line)
    assert.equal(ip ?? host, offender)
  })
}

test('no address of our own asks for others but those it names', () => {
  for (const ours of [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.9.9',
    '192.168.7.7',
    '169.254.1.1',
    '::1',
    'fd12::1',
    'fe80::1',
  ])
    assert.ok(isOurs(ours), ours)
  for (const theirs of ['203.0.113.1', '172.32.0.1', '100.64.0.1', '2001:db8::1', '11.0.0.1'])
    assert.ok(!isOurs(theirs), theirs)
})

test('the target is told apart from the offender', () => {
  assert.equal(findParties('denied from 203.0.113.1 to 192.0.2.1').target, '192.0.2.1')
})

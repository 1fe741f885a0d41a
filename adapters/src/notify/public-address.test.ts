import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { LookupAddress } from 'node:dns'
import type { Socket } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { DeliveryError } from '@errorsense/core/errors.ts'
import { anIncident } from '@errorsense/core/notify/test/incident.ts'
import type { Notification } from '@errorsense/core/ports/notifier.ts'
import { isPublicAddress, publicLookup } from './public-address.ts'
import { receiver, type Receiver } from './test/receiver.ts'
import { webhookNotifier, type WebhookOptions } from './webhook.ts'

const signal = new AbortController().signal
const notification: Notification = { key: 'a1:1:opened:high', reason: 'opened', incident: anIncident(), heldBack: 0 }

/** Hosts of URLs that lead to this machine, into its network or to a cloud's metadata, however they are written. */
const refusedHosts = [
  'localhost',
  'LOCALHOST',
  '127.0.0.1',
  '127.1',
  '127.8.9.10',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '①②⑦.⓪.⓪.①',
  '0.0.0.0',
  '0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::7f00:1]',
  '[::ffff:0:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001::7f00:1]',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.169.254',
  '168.63.129.16',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '[fec0::1]',
  '[ff02::1]',
]

type Resolved = readonly LookupAddress[]

/** A name server under somebody else's control: gives the answers in turn, then the last one for ever. */
function lookupOf(...answers: Resolved[]): NonNullable<WebhookOptions['lookup']> {
  let asked = 0
  const lookup = (_name: string, _options: unknown, callback: (error: null, addresses: Resolved) => void) =>
    callback(null, answers[Math.min(asked++, answers.length - 1)])
  return lookup as unknown as NonNullable<WebhookOptions['lookup']>
}

const v4 = (address: string): LookupAddress => ({ address, family: 4 })

describe('a webhook into a private network', () => {
  const attempts: string[] = []
  let victim: Receiver

  function watch(message: unknown): void {
    const { socket } = message as { socket: Socket }
    socket.on('connectionAttempt', (ip: string) => attempts.push(ip))
  }

  before(async () => {
    victim = await receiver()
    subscribe('net.client.socket', watch)
  })
  after(async () => {
    unsubscribe('net.client.socket', watch)
    await victim[Symbol.asyncDispose]()
  })

  async function refuse(host: string, lookup?: WebhookOptions['lookup']): Promise<void> {
    const channel = webhookNotifier({ url: `http://${host}:${victim.port}/`, ...(lookup && { lookup }) })
    await assert.rejects(
      async () => channel.notify(notification, signal),
      (error) => error instanceof DeliveryError && !error.retryable && error.message.includes('private network'),
    )
    assert.deepEqual(attempts, [])
    assert.equal(victim.connections, 0)
  }

  for (const host of refusedHosts) test(`is not sent to ${host}`, () => refuse(host))

  test('is not sent to a name that resolves into it', () => refuse('inside.example', lookupOf([v4('10.1.2.3')])))

  test('is not sent to a name with one private address among public ones', () =>
    refuse('mixed.example', lookupOf([v4('203.0.114.9'), v4('127.0.0.1')])))

  test('is sent where that was allowed, which shows that the watch works', async () => {
    const channel = webhookNotifier({ url: victim.url, allowPrivate: true })
    await channel.notify(notification, signal)
    assert.deepEqual(attempts, ['127.0.0.1'])
    assert.equal(victim.connections, 1)
  })
})

test('the socket gets the very addresses that were checked: a second answer of the name server is checked again', () => {
  const lookup = publicLookup(lookupOf([v4('203.0.114.9')], [v4('127.0.0.1')]))
  const given: unknown[] = []
  lookup('rebind.example', { all: true }, (error, addresses) => given.push(error ?? addresses))
  lookup('rebind.example', {}, (error, address) => given.push(error ?? address))
  assert.deepEqual(given[0], [v4('203.0.114.9')])
  assert.ok(given[1] instanceof DeliveryError)
})

test('addresses of the public internet are public', () => {
  for (const address of ['8.8.8.8', '1.1.1.1', '203.0.114.9', '2606:4700::1111', '2a00:1450:4001:80b::200e']) {
    assert.ok(isPublicAddress(address), address)
  }
})

test('what is no address is not public', () => {
  for (const text of ['', 'example.org', 'fe80::1%eth0']) assert.ok(!isPublicAddress(text), text)
})

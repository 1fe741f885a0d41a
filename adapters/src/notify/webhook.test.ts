import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { DeliveryError } from '@errorsense/core/errors.ts'
import { anIncident } from '@errorsense/core/notify/test/incident.ts'
import type { Notification } from '@errorsense/core/ports/notifier.ts'
import { receiver, type Heard } from './test/receiver.ts'
import { webhookNotifier } from './webhook.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const signal = new AbortController().signal
const notification: Notification = { key: 'a1:1:opened:high', reason: 'opened', incident: anIncident(), heldBack: 0 }

function headers({ headers }: Heard): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

/** What `notify` is rejected with. */
async function failure(
  url: string,
  options: { timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<DeliveryError> {
  const channel = webhookNotifier({ url, allowPrivate: true, ...options })
  const error: unknown = await channel.notify(notification, options.signal ?? signal).then(
    () => assert.fail('delivered'),
    (error: unknown) => error,
  )
  assert.ok(error instanceof DeliveryError)
  return error
}

describe('a webhook', () => {
  test('carries the incident and verifies with the library of the specification', async () => {
    await using hook = await receiver()
    const channel = webhookNotifier({ url: hook.url, secret: SECRET, allowPrivate: true })
    await channel.notify(notification, signal)
    assert.equal(hook.heard.length, 1)
    const [heard] = hook.heard
    assert.equal(heard.headers['webhook-id'], notification.key)
    const body = new Webhook(SECRET).verify(heard.body, headers(heard)) as Record<string, unknown>
    assert.equal(body['type'], 'incident.opened')
    assert.deepEqual(body['data'], notification.incident)
  })

  test('does not verify once a byte of it was changed', async () => {
    await using hook = await receiver()
    await webhookNotifier({ url: hook.url, secret: SECRET, allowPrivate: true }).notify(notification, signal)
    const [heard] = hook.heard
    assert.throws(() => new Webhook(SECRET).verify(heard.body.replace('high', 'hugh'), headers(heard)))
  })

  test('without a secret is sent unsigned', async () => {
    await using hook = await receiver()
    await webhookNotifier({ url: hook.url, secret: '', allowPrivate: true }).notify(notification, signal)
    assert.equal(hook.heard[0].headers['webhook-signature'], undefined)
  })

  test('names a hundred offenders of ten thousand', async () => {
    await using hook = await receiver()
    const ip = Array.from({ length: 10_000 }, (_, i) => `203.0.113.${i}`)
    const incident = anIncident({ entities: { ip, user: [], session: [], target: [] } })
    await webhookNotifier({ url: hook.url, allowPrivate: true }).notify({ ...notification, incident }, signal)
    const { data } = JSON.parse(hook.heard[0].body) as { data: typeof incident }
    assert.deepEqual(data.entities.ip, ip.slice(0, 100))
  })

  for (const [status, retryable] of [
    [500, true],
    [503, true],
    [429, true],
    [408, true],
    [400, false],
    [401, false],
    [404, false],
    [410, false],
  ] as const) {
    test(`that is answered ${status} ${retryable ? 'can' : 'can not'} be tried again`, async () => {
      await using hook = await receiver(() => status)
      const error = await failure(hook.url)
      assert.equal(error.retryable, retryable)
      assert.match(error.message, new RegExp(`answered ${status}`))
    })
  }

  test('does not follow redirects', async () => {
    await using elsewhere = await receiver()
    await using hook = await receiver(() => ({ status: 307, location: elsewhere.url }))
    const error = await failure(hook.url)
    assert.equal(error.retryable, false)
    assert.equal(elsewhere.connections, 0)
  })

  test('to a receiver that never answers ends at the time limit', async () => {
    await using hook = await receiver(() => 'none')
    const error = await failure(hook.url, { timeoutMs: 50 })
    assert.equal(error.retryable, true)
    assert.match(error.message, /not reached: TimeoutError/)
  })

  test('to a receiver that never answers ends when it is told to', async () => {
    await using hook = await receiver(() => 'none')
    const stopping = new AbortController()
    void hook.until(1).then(() => stopping.abort())
    await failure(hook.url, { signal: stopping.signal })
    assert.equal(hook.heard.length, 1)
  })

  test('to a port where nobody listens can be tried again', async () => {
    const gone = await receiver()
    await gone[Symbol.asyncDispose]()
    const error = await failure(gone.url)
    assert.equal(error.retryable, true)
    assert.match(error.message, /ECONNREFUSED/)
  })
})

describe('the settings of a webhook', () => {
  test('wrong ones are told at once, without repeating a secret', () => {
    assert.throws(() => webhookNotifier({ url: 'ftp://example.org/' }), /needs a URL/)
    assert.throws(
      () => webhookNotifier({ url: 'https://example.org/', secret: 'hunter2!' }),
      (error: Error) => /whsec_/.test(error.message) && !error.message.includes('hunter2'),
    )
  })

  test('two webhooks of one host have different names, and none shows the path', () => {
    const one = webhookNotifier({ url: 'https://example.org/hooks/T0p5ecret' }).name
    const other = webhookNotifier({ url: 'https://example.org/hooks/another' }).name
    assert.match(one, /^webhook:example\.org:[0-9a-f]{6}$/)
    assert.notEqual(one, other)
    assert.equal(one, webhookNotifier({ url: 'https://example.org/hooks/T0p5ecret' }).name)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DeliveryError } from '@errorsense/core/errors.ts'
import { anIncident } from '@errorsense/core/notify/test/incident.ts'
import type { Notification, Notifier } from '@errorsense/core/ports/notifier.ts'
import { retrying } from './retrying.ts'

const notification: Notification = { key: 'a1:1:opened:high', reason: 'opened', incident: anIncident(), heldBack: 0 }
const busy = new DeliveryError('busy', { retryable: true })
const wrong = new DeliveryError('wrong')
const QUICK = { firstMs: 1, longestMs: 2 }

/** Fails with the errors in turn, the last one for ever; undefined is success. */
function failing(...errors: (Error | undefined)[]): Notifier & { attempts: number } {
  const notifier = {
    name: 'failing',
    attempts: 0,
    async notify() {
      const error = errors[Math.min(notifier.attempts++, errors.length - 1)]
      if (error) throw error
    },
  }
  return notifier
}

test('what may work later is tried again until it does', async () => {
  const notifier = failing(busy, busy, undefined)
  const failures: Error[] = []
  const patient = retrying(notifier, { ...QUICK, onFailure: (error) => failures.push(error) })
  await patient.notify(notification, new AbortController().signal)
  assert.equal(notifier.attempts, 3)
  assert.deepEqual(failures, [busy, busy])
})

test('what can not work is tried once', async () => {
  const notifier = failing(wrong)
  await assert.rejects(retrying(notifier, QUICK).notify(notification, new AbortController().signal), wrong)
  assert.equal(notifier.attempts, 1)
})

test('patience ends', async () => {
  const notifier = failing(busy)
  const patient = retrying(notifier, { ...QUICK, withinMs: 20 })
  await assert.rejects(patient.notify(notification, new AbortController().signal), busy)
  assert.ok(notifier.attempts > 1)
})

test('a wait of a minute ends when it is told to', async () => {
  const stopping = new AbortController()
  const patient = retrying(failing(busy), { firstMs: 60_000, onFailure: () => setImmediate(() => stopping.abort()) })
  await assert.rejects(patient.notify(notification, stopping.signal), { name: 'AbortError' })
})

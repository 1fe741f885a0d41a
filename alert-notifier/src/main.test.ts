import assert from 'node:assert/strict'
import { describe, test, type TestContext } from 'node:test'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { receiver, type Receiver } from '@errorsense/adapters/notify/test/receiver.ts'
import { webhookNotifier } from '@errorsense/adapters/notify/webhook.ts'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import { anIncident } from '@errorsense/core/notify/test/incident.ts'
import type { Notifier } from '@errorsense/core/ports/notifier.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { alertNotifier, type AlertNotifierOptions, type Channel } from './main.ts'

const opened = anIncident()
const resolved = anIncident({ version: 2, state: 'resolved' })
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** Bus, store and what the notifier did with every record, in order. */
async function house(t: TestContext) {
  const bus = memoryBus()
  const store = memoryStore()
  await bus.createTopic('incidents', { partitions: 1 })
  t.after(() => bus.close())
  const outcomes: string[] = []
  let look = (): void => {}

  return {
    bus,
    store,
    outcomes,
    /** As the detector does: kept first, then told. */
    tell: async (...incidents: Incident[]) => {
      await store.saveIncidents(incidents)
      await bus.publish('incidents', incidents.map(recordOf))
    },
    /** Starts a notifier; it is stopped when the test ends. */
    notifier: async (channels: Channel[], options: Partial<AlertNotifierOptions> = {}) => {
      const made = alertNotifier({
        bus,
        store,
        channels,
        logger: quiet,
        retry: { firstMs: 1, longestMs: 2, withinMs: 2000 },
        onOutcome: (channel, outcome) => {
          outcomes.push(channels.length > 1 ? `${channel} ${outcome}` : outcome)
          look()
        },
        ...options,
      })
      t.after(() => made.stop())
      await made.start()
      return made
    },
    /** Resolves once so many records were dealt with. */
    until: (count: number) =>
      new Promise<void>((resolve) => {
        look = () => {
          if (outcomes.length >= count) resolve()
        }
        look()
      }),
  }
}

function recordOf(incident: Incident) {
  return { key: incident.id, value: new TextEncoder().encode(JSON.stringify(incident)) }
}

function to(hook: Receiver, name = 'pager'): Channel {
  return { notifier: webhookNotifier({ url: hook.url, name, allowPrivate: true }), minSeverity: 'low' }
}

function types({ heard }: Receiver): unknown[] {
  return heard.map(({ body }) => (JSON.parse(body) as { type: unknown }).type)
}

const ids = ({ heard }: Receiver) => heard.map(({ headers }) => headers['webhook-id'])

/** A channel that never finishes until it is told to stop. */
const stuck: Notifier = {
  name: 'stuck',
  notify: (_notification, signal: AbortSignal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
}

describe('an incident', () => {
  test('is told once when it opens and once when it ends, however often its records come', async (t) => {
    await using hook = await receiver()
    const { tell, notifier, until, outcomes } = await house(t)
    await notifier([to(hook)])
    await tell(opened, opened, resolved)
    await tell(opened, resolved)
    await until(5)
    assert.deepEqual(types(hook), ['incident.opened', 'incident.resolved'])
    assert.deepEqual(outcomes, ['delivered', 'told-already', 'delivered', 'told-already', 'told-already'])
  })

  test('is not told again by a notifier that was restarted and reads everything anew', async (t) => {
    await using hook = await receiver()
    const { tell, notifier, until } = await house(t)
    const first = await notifier([to(hook)])
    await tell(opened, resolved)
    await until(2)
    await first.stop()
    await notifier([to(hook)], { group: 'without-commits' })
    await until(4)
    assert.deepEqual(types(hook), ['incident.opened', 'incident.resolved'])
  })

  test('that opened before a restart is told to be over after it', async (t) => {
    await using hook = await receiver()
    const { tell, notifier, until } = await house(t)
    const first = await notifier([to(hook)])
    await tell(opened)
    await until(1)
    await first.stop()
    await tell(resolved)
    await notifier([to(hook)])
    await hook.until(2)
    assert.deepEqual(types(hook), ['incident.opened', 'incident.resolved'])
  })

  test('whose telling was broken off is told at the next start', async (t) => {
    await using silent = await receiver(() => 'none')
    const { tell, notifier, until, store } = await house(t)
    const first = await notifier([to(silent)])
    await tell(opened)
    await silent.until(1)
    await first.stop()
    assert.deepEqual(await store.journal({ limit: 10 }), [])

    await using hook = await receiver()
    await notifier([to(hook)])
    await until(1)
    assert.deepEqual(ids(hook), ids(silent))
  })

  test('leaves a trace in the journal for every channel', async (t) => {
    await using hook = await receiver()
    await using broken = await receiver(() => 400)
    const { tell, notifier, until, store } = await house(t)
    await notifier([to(hook, 'pager'), to(broken, 'chat')])
    await tell(opened)
    await until(2)
    const entries = await store.journal({ incident: opened.id, limit: 10 })
    const told = entries.map(({ by, action, note }) => `${by} ${action} ${note}`).sort()
    assert.deepEqual(told, [`chat undeliverable 127.0.0.1:${broken.port} answered 400`, 'pager delivered opened'])
  })

  test('that somebody acknowledged is quiet until it ends', async (t) => {
    await using hook = await receiver()
    const { tell, notifier, until, store } = await house(t)
    await notifier([to(hook)])
    const at = '2026-11-22T12:01:30.000Z'
    const entry = { id: 'ack', at, incident: 'b2', action: 'acknowledged', by: 'operator', note: '' } as const
    await store.appendJournal([entry])
    await tell(opened, anIncident({ id: 'b2' }))
    await until(2)
    assert.deepEqual(ids(hook), [`${opened.id}:1:opened:high`])
  })
})

describe('a receiver', () => {
  test('that is away for a moment gets the message when it is back, under the same key', async (t) => {
    await using hook = await receiver((request) => (request < 3 ? 503 : 200))
    const { tell, notifier, until, outcomes } = await house(t)
    await notifier([to(hook)])
    await tell(opened)
    await until(1)
    assert.deepEqual(outcomes, ['delivered'])
    assert.equal(hook.heard.length, 3)
    assert.equal(new Set(ids(hook)).size, 1)
  })

  test('that refuses is not asked again, but told of the next news', async (t) => {
    await using hook = await receiver((request) => (request === 1 ? 400 : 200))
    const { tell, notifier, until, outcomes } = await house(t)
    await notifier([to(hook)])
    await tell(opened, anIncident({ version: 2, severity: 'critical' }))
    await until(2)
    assert.deepEqual(outcomes, ['undeliverable', 'delivered'])
    assert.deepEqual(types(hook), ['incident.opened', 'incident.opened'])
  })

  test('that never answers holds nobody else up', async (t) => {
    await using hook = await receiver()
    const { tell, notifier, until, outcomes } = await house(t)
    await notifier([{ notifier: stuck, minSeverity: 'low' }, to(hook)])
    await tell(opened, resolved)
    await until(2)
    assert.deepEqual(outcomes, ['pager delivered', 'pager delivered'])
  })
})

describe('a channel', () => {
  test('is told how many others were held back', async (t) => {
    await using hook = await receiver()
    const { tell, notifier, until, outcomes } = await house(t)
    await notifier([{ ...to(hook), limit: 1 }])
    await tell(opened, anIncident({ id: 'b2' }), anIncident({ id: 'c3' }), resolved)
    await until(4)
    assert.deepEqual(outcomes, ['delivered', 'throttled', 'throttled', 'delivered'])
    assert.equal((JSON.parse(hook.heard[1].body) as { heldBack: number }).heldBack, 2)
  })

  test('is not told what happened while nobody was there for hours', async (t) => {
    await using hook = await receiver()
    const { bus, notifier, until, outcomes } = await house(t)
    await bus.publish('incidents', [{ ...recordOf(opened), timestamp: Date.now() - 2 * 3_600_000 }])
    await notifier([to(hook)])
    await until(1)
    assert.deepEqual(outcomes, ['stale'])
    assert.equal(hook.connections, 0)
  })

  test('is not stopped by a record that is no incident', async (t) => {
    await using hook = await receiver()
    const { bus, tell, notifier, until, outcomes } = await house(t)
    const texts = [
      '{"id":',
      'null',
      '[]',
      '{"id":"a\\r\\nx: y","version":1}',
      '{"id":"a1","version":1,"severity":"loud"}',
    ]
    await bus.publish(
      'incidents',
      texts.map((text) => ({ value: new TextEncoder().encode(text) })),
    )
    await notifier([to(hook)])
    await tell(opened)
    await until(texts.length + 1)
    assert.deepEqual(outcomes, [...texts.map(() => 'malformed'), 'delivered'])
  })

  test('needs a name of its own', async (t) => {
    await using hook = await receiver()
    const { notifier } = await house(t)
    await assert.rejects(notifier([to(hook), to(hook)]), /two channels are called pager/)
  })
})

test('a notifier stops while a channel waits for its receiver', async (t) => {
  const { tell, notifier } = await house(t)
  const asked = Promise.withResolvers<void>()
  const waiting: Notifier = { ...stuck, notify: (...told) => (asked.resolve(), stuck.notify(...told)) }
  const made = await notifier([{ notifier: waiting, minSeverity: 'low' }])
  await tell(opened)
  await asked.promise
  await made.stop()
})

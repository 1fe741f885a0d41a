import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { silentLogger } from '../test/under-test.ts'
import { ownAlarm, type OwnAlarmOptions } from './own-alarm.ts'

const START = 1_700_000_040_000
const EVERY = 10_000

/** Every look is ten seconds after the last, and finds what `lagAt` says. */
async function watching(
  t: TestContext,
  { lagAt, ...options }: Partial<OwnAlarmOptions> & { readonly lagAt: (look: number) => number },
) {
  const bus = memoryBus()
  await bus.createTopic('incidents', { partitions: 1 })
  const store = memoryStore()
  let looks = 0
  const alarm = ownAlarm({
    bus: { lag: async () => [lagAt(looks++)], publish: bus.publish },
    store,
    watched: [{ topic: 'app-logs', group: 'g' }],
    logger: silentLogger,
    clock: () => START + looks * EVERY,
    everyMs: 1,
    ...options,
  })
  t.after(async () => {
    await alarm.stop()
    await bus.close()
  })
  const subscription = await bus.subscribe('incidents', { group: 'test', from: 'earliest' })
  async function* told(): AsyncGenerator<Incident> {
    for await (const { records } of subscription)
      for (const { value } of records) yield JSON.parse(new TextDecoder().decode(value)) as Incident
  }
  return { store, told: told() }
}

async function until(told: AsyncGenerator<Incident>, isIt: (incident: Incident) => boolean): Promise<Incident> {
  for (;;) {
    const { value, done } = await told.next()
    if (done === true) throw new Error('nothing more is told')
    if (isIt(value)) return value
  }
}

test('consumers that fall behind are told as an incident, and so is that they caught up', async (t) => {
  const { store, told } = await watching(t, { lagAt: (look) => (look < 40 ? look * 100 : 0) })
  const { id, severity } = await until(told, ({ state }) => state === 'open')
  assert.equal(severity, 'high')
  await until(told, (incident) => incident.id === id && incident.state === 'resolved')
  assert.equal((await store.incident(id))?.state, 'resolved')
  const actions = (await store.journal({ incident: id, limit: 10 })).map(({ action }) => action)
  assert.deepEqual(actions, ['opened', 'resolved'])
})

test('what is told while the store is away is told once it is back', async (t) => {
  let away = 3
  const kept = memoryStore()
  const store = {
    ...kept,
    async saveIncidents(incidents: readonly Incident[]) {
      if (away-- > 0) throw new ErrorSenseError('store', 'away', { retryable: true })
      await kept.saveIncidents(incidents)
    },
  }
  const { told } = await watching(t, { lagAt: (look) => look * 100, store })
  const { id } = await until(told, () => true)
  assert.equal((await kept.incident(id))?.kind, 'falling_behind')
})

test('one that was open before a restart is ended, not opened again', async (t) => {
  const first = await watching(t, { lagAt: (look) => look * 100 })
  const open = await until(first.told, () => true)
  const store = memoryStore()
  await store.saveIncidents([open])
  const second = await watching(t, { lagAt: () => 0, store })
  const over = await until(second.told, () => true)
  assert.deepEqual([over.id, over.state], [open.id, 'resolved'])
})

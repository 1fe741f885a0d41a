import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test, type TestContext } from 'node:test'
import { Consumer, stringDeserializers } from '@platformatic/kafka'
import { MINUTE_MS } from '@errorsense/core/aggregate/window.ts'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { clickhouseStore } from '@errorsense/adapters/store/clickhouse.ts'
import type { IncidentDetail } from '@errorsense/core/wire/api.ts'
import { readableEngine } from '@errorsense/core/readable-engine.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { ObservationMessage } from '@errorsense/core/wire/observations.ts'
import { type Kafka, startKafka, whyNoKafka } from '../scripts/kafka.ts'
import { command, startCommand } from './command.ts'
import { demo } from './demo.ts'
import { listenLive } from './live-feed.ts'

const chdb = await import('./chdb-http.ts').catch((error: Error) => error)
const skip = whyNoKafka() || (chdb instanceof Error && `chDB can not be loaded here: ${chdb.message}`)
const SPAN_MS = 2 * 60 * MINUTE_MS
/** With so many shards of detection: how many processes there are must not show, and the shop is small. */
const PROCESSES = [
  { count: 1, shards: 1 },
  { count: 2, shards: 3 },
  { count: 5, shards: 3 },
]

describe('on a real Kafka', { skip }, () => {
  test('the demonstration writes readable lines and finds its first anomaly', { timeout: 180_000 }, async (t) => {
    const kafka = await broker(t)
    const here = await demo(kafka.env)
    t.after(() => rmSync(here.env['DATA_DIR'], { recursive: true, force: true }))
    const running = await here.start()
    t.after(() => running.stop('SIGKILL'))

    const lines: string[] = []
    for await (const value of values(t, kafka, 'app-logs')) if (lines.push(...value.split('\n')) > 1000) break
    assert.ok(lines.some((line) => /\d\d:\d\d:\d\d/.test(line)))
    for (const line of lines) assert.doesNotMatch(line, /\ufffd|(?!\t)\p{Cc}/u)

    const live = await listenLive(here.url)
    t.after(() => live.close())
    const [{ incident }] = await live.until('incident', 1, 90_000)
    const answer = await fetch(`${here.url}/api/v1/incidents/${incident.id}`)
    const { incident: kept } = (await answer.json()) as IncidentDetail
    // It may have grown since it was told.
    assert.equal(kept.kind, incident.kind)
    assert.ok(kept.version >= incident.version)
    assert.equal(await running.stop(), 0)
  })

  const start = Date.now() - SPAN_MS
  const told = new Map<number, unknown>()
  for (const { count, shards } of PROCESSES) {
    const name = `${count} processes share the partitions and ${shards} shards, and every incident opens once`
    test(name, { timeout: 600_000 }, async (t) => {
      const kafka = await broker(t)
      const url = await server(t)
      const env = { ...kafka.env, CLICKHOUSE_URL: url, DETECTION_SHARDS: String(shards) }
      assert.equal((await command(['topics'], { env })).code, 0)
      const all = Array.from({ length: count }, () => startCommand(['process'], { env }))
      for (const each of all) t.after(() => each.stop('SIGKILL'))
      for (const each of all) await each.until(/running/, 120_000)

      const span = ['--rate', '6', '--duration', '2h', '--start', new Date(start).toISOString()]
      const shop = ['generate', ...span, '--scenario', 'error-burst@80m', '--scenario', 'brute-force@100m']
      assert.equal((await command(shop, { env })).code, 0)
      const written = await linesOf(shop, env)
      let taken = 0
      for await (const value of values(t, kafka, 'log-observations')) if ((taken += linesIn(value)) >= written) break

      const incidents = await untilBruteForce(t, kafka)
      for (const each of all) assert.equal(await each.stop(), 0)
      const kinds = incidents.map(({ kind }) => kind)
      assert.ok(kinds.includes('error_spike'), kinds.join())
      told.set(count, incidents.map(essence))
      assert.deepEqual(told.get(count), told.get(PROCESSES[0].count))

      const store = clickhouseStore({ url, username: 'default', password: '', database: 'default' })
      t.after(() => store.close())
      for (const { id: incident } of incidents) {
        const entries = await store.journal({ incident, limit: 100 })
        assert.equal(entries.filter(({ action }) => action === 'opened').length, 1, incident)
      }
      const services = await store.services({ from: start - SPAN_MS, to: Date.now() })
      const kept = services.reduce((sum, { lines }) => sum + lines, 0)
      assert.equal(kept, written, 'no line is lost or counted twice')
    })
  }
})

async function linesOf(shop: string[], env: Record<string, string>): Promise<number> {
  const { stdout } = await command([...shop, '--out', 'stdout'], { env })
  const bytes = Buffer.from(stdout)
  return readableEngine({ text }).read({ source: '', service: '', bytes, receivedAt: 0 }).count
}

/** All that was told before it, in its last form: in event time, so nothing before it is still to come. */
async function untilBruteForce(t: TestContext, kafka: Kafka): Promise<Incident[]> {
  const known = new Map<string, Incident>()
  for await (const value of values(t, kafka, 'incidents')) {
    const incident = JSON.parse(value) as Incident
    known.set(incident.id, incident)
    if (incident.kind === 'brute_force') break
  }
  return [...known.values()].sort((a, b) => (a.start < b.start ? -1 : 1))
}

/** What is over is told to the end; what goes on may have grown before it was first heard of. */
function essence({ id, kind, service, start, title, severity, state }: Incident) {
  const identity = { id, kind, service, start }
  return state === 'resolved' ? { ...identity, title, severity } : identity
}

function linesIn(observations: string): number {
  const { counts } = JSON.parse(observations) as ObservationMessage
  return counts.reduce((sum, { lines }) => sum + lines, 0)
}

async function broker(t: TestContext): Promise<Kafka> {
  const kafka = await startKafka()
  t.after(() => kafka.stop())
  return kafka
}

async function server(t: TestContext): Promise<string> {
  if (chdb instanceof Error) throw chdb
  const directory = mkdtempSync(join(tmpdir(), 'errorsense-server-'))
  const { url, close } = await chdb.chdbHttp({ directory })
  t.after(async () => {
    await close()
    rmSync(directory, { recursive: true, force: true })
  })
  return url
}

/** What any client of Kafka gets from a topic, from its beginning. */
async function* values(t: TestContext, { brokers }: Kafka, topic: string): AsyncGenerator<string> {
  const consumer = new Consumer({
    clientId: 'foreign',
    groupId: `foreign-${topic}`,
    bootstrapBrokers: brokers,
    deserializers: stringDeserializers,
  })
  t.after(() => consumer.close(true))
  const stream = await consumer.consume({ topics: [topic], mode: 'earliest' })
  for await (const { value } of stream) yield value
}

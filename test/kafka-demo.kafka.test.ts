import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test, type TestContext } from 'node:test'
import { Consumer, stringDeserializers } from '@platformatic/kafka'
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
const SPAN_MS = 3 * 3_600_000

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

  test('two processes share the partitions, and every incident opens once', { timeout: 180_000 }, async (t) => {
    const kafka = await broker(t)
    const url = await server(t)
    const env = { ...kafka.env, CLICKHOUSE_URL: url }
    assert.equal((await command(['topics'], { env })).code, 0)
    const both = [startCommand(['process'], { env }), startCommand(['process'], { env })]
    for (const each of both) t.after(() => each.stop('SIGKILL'))
    for (const each of both) await each.until(/running/)

    const start = new Date(Date.now() - SPAN_MS).toISOString()
    const span = ['--rate', '10', '--duration', '3h', '--start', start]
    const scenarios = ['--scenario', 'error-burst@110m', '--scenario', 'brute-force@150m']
    const shop = ['generate', ...span, ...scenarios]
    assert.equal((await command(shop, { env })).code, 0)
    const { stdout } = await command([...shop, '--out', 'stdout'])

    const written = readableEngine({ text }).read({
      source: '',
      service: '',
      bytes: Buffer.from(stdout),
      receivedAt: 0,
    }).count

    let taken = 0
    for await (const value of values(t, kafka, 'log-observations')) if ((taken += linesIn(value)) >= written) break
    const opened = new Map<string, Incident>()
    for await (const value of values(t, kafka, 'incidents')) {
      const incident = JSON.parse(value) as Incident
      if (incident.version === 1) assert.ok(!opened.has(incident.id), `${incident.title} opened twice`)
      opened.set(incident.id, incident)
      if (kinds(opened).includes('brute_force')) break
    }
    for (const each of both) assert.equal(await each.stop(), 0)
    // A burst of errors that comes with a line of its own may be named after that.
    const isBurst = (kind: string): boolean => kind === 'error_spike' || kind === 'new_template'
    assert.ok(kinds(opened).some(isBurst), kinds(opened).join())

    const store = clickhouseStore({ url, username: 'default', password: '', database: 'default' })
    t.after(() => store.close())
    for (const incident of opened.keys()) {
      const entries = await store.journal({ incident, limit: 100 })
      assert.equal(entries.filter(({ action }) => action === 'opened').length, 1, incident)
    }
    const services = await store.services({ from: Date.now() - 2 * SPAN_MS, to: Date.now() })
    const kept = services.reduce((sum, { lines }) => sum + lines, 0)
    assert.equal(kept, written, 'no line is lost or counted twice')
  })
})

function linesIn(observations: string): number {
  const { counts } = JSON.parse(observations) as ObservationMessage
  return counts.reduce((sum, { lines }) => sum + lines, 0)
}

function kinds(incidents: ReadonlyMap<string, Incident>): string[] {
  return [...incidents.values()].map(({ kind }) => kind)
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

import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test, type TestContext } from 'node:test'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { fileSource } from '@errorsense/adapters/source/file.ts'
import { httpSource } from '@errorsense/adapters/source/http.ts'
import { stdinSource } from '@errorsense/adapters/source/stdin.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Bus, ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { logCollector } from './main.ts'

const TOPIC = 'app-logs'
const logger = { info: () => {} }

async function busWithTopic(t: TestContext): Promise<Bus> {
  const bus = memoryBus()
  t.after(() => bus.close())
  await bus.createTopic(TOPIC, { partitions: 1 })
  return bus
}

async function linesOn(bus: Bus, count: number): Promise<{ lines: string[]; records: ReceivedRecord[] }> {
  const subscription = await bus.subscribe(TOPIC, { group: `test-${Math.random()}`, from: 'earliest', idleMs: 20 })
  const records: ReceivedRecord[] = []
  const lines = () => records.flatMap(({ value }) => Buffer.from(value).toString().split('\n'))
  for await (const batch of subscription) {
    records.push(...batch.records)
    if (lines().length >= count && batch.records.length === 0) break
  }
  await subscription.close()
  return { lines: lines(), records }
}

const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `line ${from + i}`)

test('lines of a file reach the bus once each, over rotation, a bus that fails and restarts', async (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'collector-'))
  t.after(() => rmSync(directory, { recursive: true, force: true }))
  const path = join(directory, 'app.log')
  const bus = await busWithTopic(t)
  let calls = 0
  const unreliable: Bus = {
    ...bus,
    async publish(topic, records) {
      if (calls++ % 3 === 1) throw new ErrorSenseError('bus', 'away', { retryable: true })
      await bus.publish(topic, records)
    },
  }
  for (let run = 0; run < 3; run++) {
    const source = fileSource({ path, service: 'shop', stateDirectory: directory, pollMs: 20, graceMs: 0 })
    const collector = logCollector({ bus: unreliable, topic: TOPIC, sources: [source], logger })
    await collector.start()
    appendFileSync(path, numbered(run * 2000, run * 2000 + 1000).join('\n') + '\n')
    await linesOn(bus, run * 2000 + 1000)
    renameSync(path, `${path}.${3 - run}`)
    appendFileSync(path, numbered(run * 2000 + 1000, run * 2000 + 2000).join('\n') + '\n')
    await linesOn(bus, run * 2000 + 2000)
    await collector.stop()
  }
  const { lines, records } = await linesOn(bus, 6000)
  assert.deepEqual(lines, numbered(0, 6000))
  for (const { key, headers } of records)
    assert.deepEqual([key, { ...headers }], [path, { source: path, service: 'shop' }])
})

test('is done when standard input has ended and everything is on the bus', async (t) => {
  const bus = await busWithTopic(t)
  const input = Readable.from([Buffer.from(numbered(0, 100).join('\n'))])
  const collector = logCollector({ bus, topic: TOPIC, sources: [stdinSource({ input })], logger })
  await collector.start()
  await collector.done
  const { lines, records } = await linesOn(bus, 100)
  assert.deepEqual(lines, numbered(0, 100))
  const bytes = records.reduce((sum, { value }) => sum + value.length, 0)
  assert.deepEqual(collector.counts, { bytes, records: records.length, truncated: 0, refused: 0 })
})

test('many shippers at once are gathered into few records, each keeping its order', async (t) => {
  const bus = await busWithTopic(t)
  const source = httpSource({ port: 0 })
  const collector = logCollector({ bus, topic: TOPIC, sources: [source], logger })
  await collector.start()
  t.after(() => collector.stop())
  const ship = async (name: string) => {
    for (let i = 0; i < 10; i++) {
      const body = `${name} ${i}\n`
      const headers = { 'content-type': 'text/plain' }
      const { status } = await fetch(`${source.url}/ingest?source=${name}`, { method: 'POST', body, headers })
      assert.equal(status, 204)
    }
  }
  const names = numbered(0, 20).map((_, i) => `shipper-${i}`)
  await Promise.all(names.map(ship))
  const { lines } = await linesOn(bus, 200)
  for (const name of names) {
    const own = lines.filter((line) => line.startsWith(`${name} `))
    assert.deepEqual(
      own,
      Array.from({ length: 10 }, (_, i) => `${name} ${i}`),
    )
  }
})

test('when one source can not listen, none is left listening', async (t) => {
  const bus = await busWithTopic(t)
  const first = httpSource({ port: 0 })
  const open = httpSource({ port: 0, host: '0.0.0.0' })
  const collector = logCollector({ bus, topic: TOPIC, sources: [first, open], logger })
  await assert.rejects(collector.start(), { code: 'config' })
  await assert.rejects(fetch(`${first.url}/health`))
})

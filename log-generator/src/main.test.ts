import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { test, type TestContext } from 'node:test'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { ReceivedRecord } from '@errorsense/core/ports/bus.ts'
import { logGenerator } from './main.ts'
import { parseScenario } from './options.ts'
import { busOutput, fileOutput, streamOutput, type LineOutput } from './output.ts'

const TOPIC = 'app-logs'
const MINUTE = 60_000

function directory(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'generator-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('a span is written to one file with its labels, the same bytes again', async (t) => {
  const path = directory(t)
  const write = async (name: string) => {
    const labels = join(path, `${name}.labels`)
    const out = join(path, name)
    const generator = logGenerator({
      output: fileOutput(out),
      run: { durationMs: 20 * MINUTE },
      seed: 7,
      scenarios: [parseScenario('brute-force@10m')],
      labels,
    })
    await generator.start()
    await generator.done
    return [readFileSync(out, 'utf8'), readFileSync(labels, 'utf8')]
  }
  const [lines, labels] = await write('first')
  assert.deepEqual(await write('second'), [lines, labels])
  assert.ok(lines.endsWith('\n'))
  const [label, ...others] = labels
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.equal(others.length, 0)
  assert.equal(label.kind, 'brute_force')
  assert.ok(lines.includes(`from ${label.entities.ip[0]} port`))
})

test('a slow reader slows the generator down', async () => {
  let waiting = 0
  let most = 0
  const slow = new Writable({
    highWaterMark: 1024,
    write(chunk: Buffer, _encoding, done) {
      waiting += chunk.length
      most = Math.max(most, waiting)
      setImmediate(() => {
        waiting -= chunk.length
        done()
      })
    },
  })
  const generator = logGenerator({ output: streamOutput(slow), run: { durationMs: 60 * MINUTE } })
  await generator.start()
  await generator.done
  assert.ok(most < 2_000_000, `${most} bytes waited`)
})

test('history comes first and ends at the present, then lines follow the clock', async () => {
  const bus = memoryBus()
  await bus.createTopic(TOPIC, { partitions: 1 })
  const now = Date.parse('2026-03-04T12:00:00Z')
  let clock = now
  const generator = logGenerator({
    output: busOutput(bus, TOPIC),
    run: { backfillMs: 10 * MINUTE },
    rate: 50,
    clock: () => (clock += 10),
  })
  const subscription = await bus.subscribe(TOPIC, { group: 'test', from: 'earliest' })
  await generator.start()
  const records: ReceivedRecord[] = []
  for await (const batch of subscription) {
    records.push(...batch.records)
    if (records.some(({ timestamp }) => timestamp > now + 200)) break
  }
  await generator.stop()
  await generator.done
  assert.ok(records[0].timestamp < now - 9 * MINUTE)
  for (const { key, headers, value } of records) {
    assert.equal(key, headers['source'])
    assert.equal(key, `shop/${headers['service']}`)
    assert.ok(value.length > 0 && value.length <= 256 * 1024 && value.at(-1) !== 10)
  }
  await bus.close()
})

test('lines wait while the output is away, and a final refusal ends the run', async () => {
  let refusals = 2
  const waits: string[] = []
  let lines = 0
  const output: LineOutput = {
    async write(batch) {
      if (refusals-- > 0) throw new ErrorSenseError('bus', 'away', { retryable: true })
      lines += batch.length
      if (lines > 8000) throw new ErrorSenseError('bus', 'gone')
    },
    close: async () => {},
  }
  const generator = logGenerator({
    output,
    run: { durationMs: 24 * 60 * MINUTE },
    onWait: (error) => waits.push(error.message),
  })
  await generator.start()
  await assert.rejects(generator.done, /gone/)
  assert.deepEqual(waits, ['away', 'away'])
})

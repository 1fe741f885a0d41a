import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import { busContract } from '../../../core/contracts/bus.ts'
import { localBus } from './local.ts'
import { sqliteLog } from './sqlite-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'errorsense-bus-'))
after(() => rmSync(folder, { recursive: true }))

busContract('local bus', () => localBus({ path: join(folder, 'contract', 'bus.db') }))

test('a process killed while it publishes loses no acknowledged record', { timeout: 60_000 }, async () => {
  const path = join(folder, 'killed.db')
  let acknowledged = 0
  // Several lives of one file: recovery of a recovered file is tried as well.
  for (let life = 1; life <= 3; life++) {
    acknowledged = await publishUntilKilled(path, acknowledged + 200 * life)
    const bus = localBus({ path })
    const seen = await readAll(bus)
    assert.ok(seen.length >= acknowledged, `${acknowledged} acknowledged, ${seen.length} found`)
    assert.deepEqual(
      seen,
      Array.from({ length: seen.length }, (_, i) => i),
    )
    await bus.close()
    acknowledged = seen.length
  }
})

test('a second process on the same file is told what to do', async () => {
  const path = join(folder, 'shared.db')
  const bus = localBus({ path })
  assert.throws(() => localBus({ path }), { code: 'bus', message: /in use by another process.*KAFKA_BROKER/ })
  await bus.close()
  await localBus({ path }).close()
})

test('a file that is no bus is named', () => {
  assert.throws(() => localBus({ path: import.meta.filename }), { code: 'bus', message: /local\.test\.ts/ })
})

test('a file of another version is refused and left alone', async () => {
  const path = join(folder, 'version.db')
  await localBus({ path }).close()
  const database = new DatabaseSync(path)
  database.exec('PRAGMA user_version = 99')
  database.close()
  for (const _ of [1, 2]) assert.throws(() => localBus({ path }), { code: 'bus', message: /version\.db.*move it away/ })
})

test('records older than the retention go, and offsets go on', async () => {
  const path = join(folder, 'retention.db')
  let now = 0
  const clock = (): number => now
  const value = new Uint8Array(10)
  const log = sqliteLog({ path, clock })
  log.createTopic('t', 1, 1000)
  const record = (timestamp: number) => ({ partition: 0, key: '', headers: {}, timestamp, value })
  // Awaited one by one: what is written together goes together.
  for (let i = 0; i < 50; i++) await log.append('t', [record(100 * i), record(100 * i + 99)])
  now = 4000
  while (log.trim());
  assert.deepEqual(log.range('t', 0), { start: 60, end: 100 })
  assert.equal(log.read('t', 0, 60, 100)[0].timestamp, 3000)
  now = 1e6
  while (log.trim());
  await log.close()

  const again = sqliteLog({ path, clock })
  assert.deepEqual(again.range('t', 0), { start: 100, end: 100 })
  await again.append('t', [record(now)])
  assert.equal(again.read('t', 0, 100, 100)[0].offset, 100)
  await again.close()
})

/** Runs a child that prints each acknowledged number; kills it once `enough` was printed. Gives the last number + 1. */
async function publishUntilKilled(path: string, enough: number): Promise<number> {
  const script = join(import.meta.dirname, 'test', 'publish-numbers.ts')
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  let acknowledged = 0
  for await (const line of createInterface(child.stdout)) {
    acknowledged = Number(line) + 1
    if (acknowledged >= enough) child.kill('SIGKILL')
  }
  await exited
  return acknowledged
}

async function readAll(bus: Bus): Promise<number[]> {
  const seen: number[] = []
  for await (const { records } of await bus.subscribe('numbers', { group: 'reader', from: 'earliest', idleMs: 10 })) {
    for (const { value } of records) seen.push(Number(new TextDecoder().decode(value)))
    if (records.length === 0) return seen
  }
  return seen
}

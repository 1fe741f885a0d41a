/**
 * The store, then the broker, away for a minute while a file grows at a fixed rate: every line of it must be in the store
 * in the end, and what waited must be made up for quickly. Catching up is measured at the store, from the moment that
 * what was away is back.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startParts, startSide } from '../scripts/chaos/parts.ts'
import { runChaos, type Run } from '../scripts/chaos/run.ts'
import type { Ask } from '../scripts/chaos/store-server.ts'
import { whyNoKafka } from '../scripts/kafka.ts'
import type { Row } from './table.ts'

const RATE = 1000
const AWAY_MS = 60_000
const WARM_MS = 15_000
const TICK_MS = 100
const LOOK_MS = 250
const PATIENCE_MS = 180_000
const goal = { unit: 'times the incoming rate', better: 'higher', reach: 5, beyond: 10 } as const
const NAME = 'outage'

export async function outage(): Promise<Row[]> {
  const why = whyNoKafka()
  if (why !== false) return [{ name: 'catching up', value: null, ...goal, why }]
  const report = (line: string): void => void process.stderr.write(`${line}\n`)
  const { rows } = await runChaos(report, measureAll)
  return rows
}

async function measureAll(run: Run): Promise<Row[]> {
  const parts = await startParts(1, run)
  const { kafka, store } = parts
  const file = growingFile(join(run.folder, 'shop.log'))
  run.onEnd(() => file.stop())
  const collecting = ['collect', '--file', file.path, '--service', 'shop'] as const
  const { processes } = await startSide(parts, { name: NAME, roles: [collecting, ['process']] })
  const [, , processor] = processes
  const ask = store.ask(NAME)
  await sleep(WARM_MS)
  const rows: Row[] = []
  const outages = {
    store: { begin: async () => store.connection.behave('away'), end: async () => store.connection.behave(undefined) },
    broker: { begin: () => kafka.kill(0), end: () => kafka.restart(0) },
  }
  for (const [what, { begin, end }] of Object.entries(outages)) {
    const before = residentMegabytes(processor.pid)
    await begin()
    await sleep(AWAY_MS, undefined, { signal: run.signal })
    const during = residentMegabytes(processor.pid)
    await end()
    const speed = await catchUp(ask, file, run)
    run.report(`${what}: caught up at ${speed.toFixed(1)} times the rate`)
    rows.push(
      { name: `${what} away for a minute: catching up`, value: speed, ...goal },
      { name: `${what} away: memory of the processor gained`, value: during - before, unit: 'MB', better: 'lower' },
      {
        name: `${what} away: gained after catching up`,
        value: residentMegabytes(processor.pid) - before,
        unit: 'MB',
        better: 'lower',
      },
    )
  }
  await file.stop()
  return [...rows, ...(await audit(ask, file, run))]
}

interface GrowingFile {
  readonly path: string
  readonly lines: number
  stop(): Promise<void>
}

function growingFile(path: string): GrowingFile {
  const began = performance.now()
  const stopping = new AbortController()
  let lines = 0

  async function grow(): Promise<void> {
    while (!stopping.signal.aborted) {
      const due = Math.floor((RATE * (performance.now() - began)) / 1000) - lines
      const time = new Date().toISOString()
      const text = Array.from({ length: due }, (_, i) => `${time} INFO order stored in 12 ms n=${lines + i + 1}\n`)
      appendFileSync(path, text.join(''))
      lines += due
      await sleep(TICK_MS)
    }
  }

  const growing = grow()
  return {
    path,
    get lines() {
      return lines
    },
    async stop() {
      stopping.abort()
      await growing
    },
  }
}

/** Lines stored per second until none is waiting any more, as a multiple of those that come. */
async function catchUp(ask: Ask, file: GrowingFile, { signal }: Run): Promise<number> {
  const [before, began] = [await stored(ask), performance.now()]
  const deadline = began + PATIENCE_MS
  for (;;) {
    await sleep(LOOK_MS, undefined, { signal })
    const [count, now] = [await stored(ask), performance.now()]
    const seconds = (now - began) / 1000
    // What came within the last second is on its way, not behind.
    if (file.lines - count < RATE || now > deadline) return (count - before) / seconds / RATE
  }
}

async function stored(ask: Ask): Promise<number> {
  const [[count]] = await ask<[number]>('SELECT count() FROM logs')
  return count
}

async function audit(ask: Ask, file: GrowingFile, run: Run): Promise<Row[]> {
  await catchUp(ask, file, run)
  const [[rows, numbers]] = await ask<[number, number]>(
    "SELECT count(), uniqExact(extract(raw, 'n=([0-9]+)')) FROM logs WHERE position(raw, 'n=') > 0",
  )
  const written = readFileSync(file.path, 'latin1').trimEnd().split('\n').length
  return [
    {
      name: 'lines of the file that are not in the store',
      value: written - numbers,
      unit: 'count',
      better: 'lower',
      reach: 0,
    },
    { name: 'lines that are there twice', value: rows - numbers, unit: 'count', better: 'lower', reach: 0 },
  ]
}

function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

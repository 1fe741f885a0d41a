/**
 * The broker, then the store away while lines come in at a fixed rate: whether all of them are there afterwards, once, and
 * how fast what had to wait is worked off, as a multiple of the rate at which more comes. Lines are written to files that
 * a collector follows, so that somebody keeps them while there is no broker. All share one machine; what is measured
 * includes the time it takes to notice that the other is back.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { auditCounts, auditLines } from '../scripts/chaos/audit.ts'
import type { KeptProcess } from '../scripts/chaos/kept-process.ts'
import { type Parts, startParts, startSide } from '../scripts/chaos/parts.ts'
import { runChaos, type Run } from '../scripts/chaos/run.ts'
import { eventually } from '../scripts/chaos/settle.ts'
import type { Ask } from '../scripts/chaos/store-server.ts'
import { whyNoKafka } from '../scripts/kafka.ts'
import type { Row } from './table.ts'

const RATE = 10_000
/** Each is a source, and goes to one partition. */
const FILES = 12
const TICK_MS = 50
const LOOK_MS = 200
const WARM_MS = 20_000
const BETWEEN_MS = 10_000
/** Lines of so long wait when nothing is wrong. */
const USUAL_MS = 2000
const PATIENCE_MS = 300_000
const SIDE = 'outage'
const parts = ['broker', 'store'] as const

const goals = {
  catchUp: { unit: 'x incoming', better: 'higher', reach: 5, beyond: 10 },
  noticed: { unit: 's', better: 'lower' },
  /** What is under way is bounded; the rest waits on the bus, or in the files. */
  grown: { unit: 'MB', better: 'lower', reach: 256 },
  none: { unit: 'count', better: 'lower', reach: 0, beyond: 0 },
} as const

export async function outage({ awaySeconds }: { readonly awaySeconds: number }): Promise<Row[]> {
  const why = whyNoKafka()
  if (why !== false) return parts.map((part) => ({ name: nameOf(part), value: null, ...goals.catchUp, why }))
  const report = (line: string): void => void process.stderr.write(`${line}\n`)
  const { rows } = await runChaos(report, (run) => measure(awaySeconds * 1000, run))
  return rows
}

function nameOf(part: string): string {
  return `${part} away: catch-up`
}

async function measure(awayMs: number, run: Run): Promise<Row[]> {
  const system = await startParts(1, run)
  const { kafka, store } = system
  const files = Array.from({ length: FILES }, (_, i) => join(run.folder, `shop-${i}.log`))
  const follow = ['collect', ...files.flatMap((file) => ['--file', file])] as const
  const { processes } = await startSide(system, { name: SIDE, roles: [follow, ['process']] })
  const ask = store.ask(SIDE)
  const stop = new AbortController()
  const lines = writer(files, stop.signal)
  await sleep(WARM_MS)
  const watched = { lines, ask, run, processes }
  const broker = await sufferOne(watched, 'broker', async () => {
    await kafka.kill(0)
    await sleep(awayMs)
    await kafka.restart(0)
  })
  await sleep(BETWEEN_MS)
  const away = await sufferOne(watched, 'store', async () => {
    store.connection.behave('away')
    await sleep(awayMs)
    store.connection.behave(undefined)
  })
  stop.abort()
  const isThrough = async (): Promise<boolean> => (await storedIn(ask)) >= lines.written
  if (!(await eventually(isThrough, { timeoutMs: PATIENCE_MS, signal: run.signal }))) run.trouble('lines are missing')
  await Promise.all(processes.map((process) => process.stop()))
  return [...broker, ...away, ...(await audit(system, lines))]
}

interface Lines {
  readonly written: number
}

interface Watched {
  readonly lines: Lines
  readonly ask: Ask
  readonly run: Run
  readonly processes: readonly KeptProcess[]
}

/** `away` resolves when it is back. */
async function sufferOne(
  { lines, ask, run, processes }: Watched,
  part: string,
  away: () => Promise<void>,
): Promise<Row[]> {
  const before = memoryOf(processes)
  await away()
  const back = performance.now()
  const waiting = lines.written - (await storedIn(ask))
  const begin = await storedIn(ask)
  let stored = begin
  let most = before
  let noticed: number | undefined
  while (lines.written - stored > (RATE * USUAL_MS) / 1000 && performance.now() - back < PATIENCE_MS) {
    await sleep(LOOK_MS)
    stored = await storedIn(ask)
    most = Math.max(most, memoryOf(processes))
    if (stored > begin) noticed ??= performance.now() - back
  }
  const seconds = (performance.now() - back) / 1000
  const speed = (stored - begin) / seconds
  run.report(
    `${part} back: ${waiting} lines waited, the first after ${((noticed ?? 0) / 1000).toFixed(1)} s, ` +
      `through after ${seconds.toFixed(1)} s: ${Math.round(speed)} lines/s`,
  )
  return [
    { name: nameOf(part), value: speed / RATE, ...goals.catchUp },
    {
      name: `${part} away: seconds until the first line is stored again`,
      value: (noticed ?? 0) / 1000,
      ...goals.noticed,
    },
    { name: `${part} away: growth of all processes`, value: (most - before) / 1e6, ...goals.grown },
  ]
}

async function storedIn(ask: Ask): Promise<number> {
  const [[count]] = await ask<[number]>('SELECT count() FROM logs')
  return count
}

/** Resident, of all of them, bytes. */
function memoryOf(processes: readonly KeptProcess[]): number {
  const told = processes.map(({ pid }) => readFileSync(`/proc/${pid}/status`, 'utf8'))
  const kilobytes = told.map((status) => Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]))
  return kilobytes.reduce((sum, one) => sum + one, 0) * 1024
}

/** Numbered lines at the rate, until it is told to stop; what is written is promised to be there. */
function writer(files: readonly string[], signal: AbortSignal): Lines {
  let written = 0
  async function write(): Promise<void> {
    const began = performance.now()
    for (let turn = 0; !signal.aborted; turn++) {
      const due = Math.floor((RATE * (performance.now() - began)) / 1000) - written
      if (due > 0) appendFileSync(files[turn % files.length], shopLines(due, written + 1))
      written += Math.max(0, due)
      await sleep(TICK_MS)
    }
  }
  void write()
  return {
    get written() {
      return written
    },
  }
}

function shopLines(count: number, first: number): string {
  const time = new Date().toISOString()
  const lines = Array.from({ length: count }, (_, i) => {
    const n = first + i
    return n % 3 === 0
      ? `${time} INFO [cart] order stored in ${n % 90} ms n=${n}\n`
      : `${time} INFO [web] GET /cart/${n} answered 200 in ${n % 40} ms n=${n}\n`
  })
  return lines.join('')
}

async function audit({ store, run }: Parts, { written }: Lines): Promise<Row[]> {
  const ask = store.ask(SIDE)
  const { lost, doubled, strangers } = await auditLines(ask, { sent: written + 1, isAcknowledged: () => true })
  run.tell('lost', lost)
  run.tell('doubled', doubled)
  return [
    { name: 'lines written', value: written, unit: 'count', better: 'higher' },
    { name: 'lines lost', value: lost.length, ...goals.none },
    { name: 'lines stored twice', value: doubled.length, ...goals.none },
    { name: 'rows nobody wrote', value: strangers, ...goals.none },
    { name: 'counts that are not those of the rows', value: await auditCounts(ask), ...goals.none },
    { name: 'processes that ended by themselves', value: run.troubles.length, ...goals.none },
  ]
}

/**
 * How long nothing is judged when the process that has a shard of detection is killed: from kill -9 to the first window
 * that another judges. Behind the shard are minutes of 2,000 services with 10^4 kinds of lines, of which a fifth writes in a
 * minute: some always, most now and then. The other has had the time to get ready. Broker, store and both processes share
 * the machine. `--hours 336` is all that is ever read.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import { kafkaBus } from '@errorsense/adapters/bus/kafka.ts'
import { clickhouseStore } from '@errorsense/adapters/store/clickhouse.ts'
import { FINDINGS_TOPIC } from '@errorsense/anomaly-processor/topics.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import { decodeFindings } from '@errorsense/core/wire/findings.ts'
import { type Parts, startParts, startSide } from '../scripts/chaos/parts.ts'
import { runChaos, type Run } from '../scripts/chaos/run.ts'
import { eventually } from '../scripts/chaos/settle.ts'
import { whyNoKafka } from '../scripts/kafka.ts'
import { rowOf } from './measure.ts'
import type { Row } from './table.ts'

const SIDE = 'takeover'
const SERVICES = 2_000
const KINDS = 10_000
const HOUR_MINUTES = 60
const MINUTE_MS = 60_000
const ROUNDS = 3
const LINES_EVERY_MS = 100
const DOWN_MS = 20_000
const PATIENCE_MS = 1_800_000

const goals = {
  takeover: { unit: 's', better: 'lower', reach: 15, beyond: 8 },
  history: { unit: 's', better: 'lower' },
} as const
const names = { takeover: 'owner of a shard killed: until the next judges', history: 'of it, reading history' }

export async function takeover({ hours }: { readonly hours: number }): Promise<Row[]> {
  const why = whyNoKafka()
  if (why !== false) return [{ name: names.takeover, value: null, ...goals.takeover, why }]
  const report = (line: string): void => void process.stderr.write(`${line}\n`)
  const { rows } = await runChaos(report, (run) => measure(hours, run))
  return rows
}

async function measure(hours: number, run: Run): Promise<Row[]> {
  const parts = await startParts(1, run)
  await remember(hours, parts)
  const roles = [['process'], ['process']] as const
  const { processes } = await startSide(parts, { name: SIDE, roles, settings: { DETECTION_SHARDS: '1' } })
  let [, owner, next] = processes
  const bus = kafkaBus({ brokers: parts.kafka.brokers, clientId: 'bench' })
  const stop = new AbortController()
  const work = [write(bus, stop.signal)]
  const judged = await judgement(bus, work)
  // Whoever is there alone has the shard.
  await next.end('SIGKILL', 0)
  await judged.goesOn(run)
  const figures = []
  /** By process, how much it had said when it was killed. */
  const said = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    await ready(run, next.name, said.get(next.name) ?? 0)
    const history = historyOf(run, next.name)
    const begun = performance.now()
    said.set(owner.name, logOf(run, owner.name).length)
    // Whoever comes back at once may be given it again, and has not read a minute of it.
    const ended = owner.end('SIGKILL', DOWN_MS)
    await judged.goesOn(run)
    const seconds = (performance.now() - begun) / 1000
    await ended
    figures.push({ seconds, history: history() })
    run.report(`taken over after ${seconds.toFixed(1)} s`)
    ;[owner, next] = [next, owner]
  }
  stop.abort()
  await bus.close()
  await Promise.all(work)
  return [
    rowOf(
      figures.map(({ seconds }) => seconds),
      { name: names.takeover, ...goals.takeover },
    ),
    rowOf(
      figures.map(({ history }) => history),
      { name: names.history, ...goals.history },
    ),
  ]
}

/** History as observers would have left it, and the templates of its lines. */
async function remember(hours: number, { store }: Parts): Promise<void> {
  const known = clickhouseStore({ url: store.url, database: SIDE })
  await known.migrate()
  await known.saveTemplates(
    Array.from({ length: KINDS }, (_, kind) => {
      // No two are alike: they would become one.
      const name = [...String(kind)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
      const tokens = ['begin', 'do', 'end'].map((word) => `${word}${name}`)
      return { shape: shapeOf(kind), component: '', tokens, templateId: shapeOf(kind), template: tokens.join(' ') }
    }),
  )
  await known.close()
  const end = Date.now() - (Date.now() % MINUTE_MS)
  for (let hour = hours; hour > 0; hour--) await store.command(SIDE, minutesOf(end - hour * HOUR_MINUTES * MINUTE_MS))
}

function shapeOf(kind: number): string {
  return `kind-${kind}`
}

/** An hour of them. How often a kind writes falls with its number: always, every fifth minute in the middle of them. */
function minutesOf(begin: number): string {
  const often = `pow(1 - kind / ${KINDS}, 4)`
  return `INSERT INTO observations_1m (window, service, shape, lines, errors)
    SELECT
      fromUnixTimestamp64Milli(toInt64(${begin} + intDiv(number, ${KINDS}) * ${MINUTE_MS})) AS window,
      concat('service-', toString(kind % ${SERVICES})) AS service,
      concat('kind-', toString(kind)) AS shape,
      1 + cityHash64(number, 'lines') % 20 AS lines,
      0 AS errors
    FROM (SELECT number, number % ${KINDS} AS kind FROM numbers(${HOUR_MINUTES * KINDS}))
    WHERE cityHash64(number, ${begin}) % 10000 < 10000 * ${often}`
}

/** A few of the services go on writing. */
async function write(bus: Bus, signal: AbortSignal): Promise<void> {
  for await (const _ of setInterval(LINES_EVERY_MS)) {
    if (signal.aborted) return
    const lines = Array.from({ length: 12 }, (_, i) => ({ key: `source ${i}`, value: Buffer.from(`step of${i} done`) }))
    await bus.publish('app-logs', lines).catch(() => {})
  }
}

/** Watches how far windows are judged. */
async function judgement(bus: Bus, work: Promise<void>[]): Promise<{ goesOn(run: Run): Promise<void> }> {
  let closed = Number.NEGATIVE_INFINITY
  const subscription = await bus.subscribe(FINDINGS_TOPIC, { group: 'bench', from: 'latest' })
  work.push(
    (async () => {
      for await (const { records } of subscription)
        for (const { value } of records) {
          const message = decodeFindings(Buffer.from(value).toString())
          if (typeof message !== 'string') closed = Math.max(closed, message.reached.closed)
        }
    })(),
  )
  return {
    /** Resolves once a window is judged that was not before. */
    async goesOn({ signal }) {
      const before = closed
      const isFurther = async (): Promise<boolean> => closed > before
      if (!(await eventually(isFurther, { timeoutMs: PATIENCE_MS, signal }))) throw new Error('nothing is judged')
    },
  }
}

/** Resolves once the process that has no shard says that it keeps this one ready, behind what it had said before. */
async function ready(run: Run, process: string, before: number): Promise<void> {
  const isReady = async (): Promise<boolean> => logOf(run, process).includes('is kept ready', before)
  const { signal } = run
  if (!(await eventually(isReady, { timeoutMs: PATIENCE_MS, signal }))) throw new Error('no shard is kept ready')
}

function logOf({ folder }: Run, process: string): string {
  return readFileSync(join(folder, `${SIDE}-${process}.log`), 'utf8')
}

/** Gives a function that tells the seconds which a process says it read history for, since now. */
function historyOf(run: Run, process: string): () => number {
  const told = (): string[] => {
    const log = logOf(run, process)
    return [...log.matchAll(/rebuilt .* in (?<seconds>[\d.]+) s/g)].map(({ groups }) => groups?.['seconds'] ?? '')
  }
  const before = told().length
  return () => told().slice(before).map(Number).at(-1) ?? Number.NaN
}

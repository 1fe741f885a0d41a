/**
 * From the local bus through parsing, mining and counting into the embedded store, as a process does it: lines per
 * second, and how long its main thread keeps others waiting. With raw text kept and without, in turns. A loaded machine
 * makes wall time tell little; CPU time, divided among two cores, tells what a quiet one could do.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { localBus } from '@errorsense/adapters/bus/local.ts'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import { clickhouseStore } from '@errorsense/adapters/store/clickhouse.ts'
import type { EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { observer } from '@errorsense/anomaly-processor/observer.ts'
import { workerObserving } from '@errorsense/anomaly-processor/worker-observing.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import { appLogRecord } from '@errorsense/core/wire/app-logs.ts'
import { rowOf } from './measure.ts'
import type { Row } from './table.ts'
import { workload } from './workload/workload.ts'

const TOPIC = 'app-logs'
const PARTITIONS = 6
const CORES = 2
const CHUNKS = 600
const ROUNDS = 3
/** Share of the records that only warms up: compiling takes seconds of CPU. */
const WARM = 0.4
const LOAD = { templates: 1000, services: 200 }
const RESOLUTION_MS = 2
const logger = makeLogger({ level: 'warn', readable: true })

const kinds = [
  { raw: 'none', name: 'metadata rows', reach: 0.5, beyond: 1.2 },
  { raw: 'all', name: 'raw text kept', reach: 0.25, beyond: 0.6 },
] as const
type Raw = (typeof kinds)[number]['raw']

interface Run {
  readonly linesPerSecond: number
  readonly linesPerCpuSecond: number
  readonly lagMs: number
}

interface Options {
  readonly seeds: readonly number[]
  readonly engine: string
}

export async function endToEnd({ seeds: [seed], engine }: Options): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'errorsense-bench-'))
  // The lines are of a day long ago: by today's clock they would be past their keeping.
  let now = 0
  const bus = localBus({ path: join(folder, 'bus.sqlite'), clock: () => now })
  try {
    await createTopics(bus, { topic: TOPIC, partitions: PARTITIONS, shards: 1 })
    const lines = await fill(bus, seed, (receivedAt) => (now = Math.max(now, receivedAt)))
    const runs: Record<Raw, Run[]> = { none: [], all: [] }
    for (let round = 0; round < ROUNDS; round++) {
      for (const { raw, name } of kinds) {
        const store = clickhouseStore({ directory: join(folder, `${raw}-${round}`) })
        await store.migrate()
        const run = await consume(bus, store, { raw, engine: engine as EngineName, group: `${raw}-${round}`, lines })
        await store.close()
        runs[raw].push(run)
        const { linesPerSecond, linesPerCpuSecond, lagMs } = run
        process.stderr.write(
          `${name}: ${Math.round(linesPerSecond)} lines/s, ${Math.round(linesPerCpuSecond)} lines/CPU-s, lag p99 ${lagMs.toFixed(1)} ms\n`,
        )
      }
    }
    return rowsOf(runs)
  } finally {
    await bus.close()
    await rm(folder, { recursive: true })
  }
}

function rowsOf(runs: Record<Raw, readonly Run[]>): Row[] {
  const speed = { unit: 'M lines/s', better: 'higher' } as const
  return kinds.flatMap(({ raw, name, reach, beyond }) => {
    const of = (figure: (run: Run) => number) => runs[raw].map(figure)
    return [
      rowOf(
        of(({ linesPerCpuSecond }) => (CORES * linesPerCpuSecond) / 1e6),
        { ...speed, name: `${name}, CPU time of ${CORES} cores`, reach, beyond },
      ),
      rowOf(
        of(({ linesPerSecond }) => linesPerSecond / 1e6),
        { ...speed, name: `${name}, as it went here`, reach, beyond },
      ),
      rowOf(
        of(({ lagMs }) => lagMs),
        { name: `${name}, event-loop lag p99`, unit: 'ms', better: 'lower', reach: 50, beyond: 50 },
      ),
    ]
  })
}

/** Gives the number of lines written; `tell` is told when each chunk was received. */
async function fill(bus: Bus, seed: number, tell: (receivedAt: number) => void): Promise<number> {
  const load = workload({ seed, ...LOAD })
  let lines = 0
  for (let i = 0; i < CHUNKS; i++) {
    const { source, service, bytes, receivedAt } = load.next()
    tell(receivedAt)
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
    await bus.publish(TOPIC, [appLogRecord({ source, service }, bytes, receivedAt)])
  }
  return lines
}

interface Consuming {
  readonly raw: Raw
  readonly engine: EngineName
  readonly group: string
  readonly lines: number
}

/** One process from the beginning of the topic to its end. */
async function consume(bus: Bus, store: Store, { raw, engine, group, lines }: Consuming): Promise<Run> {
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  const done = Promise.withResolvers<void>()
  let records = 0
  let warm: { readonly records: number; readonly at: number; readonly cpu: number } | undefined

  /** All offsets together are the records that were committed. */
  function committed(sum: number): void {
    records = sum
    if (!warm && records >= WARM * CHUNKS) {
      warm = { records, at: performance.now(), cpu: cpuSeconds() }
      lag.enable()
    }
    if (records === CHUNKS) done.resolve()
  }

  const stage = observer({
    bus: listened(bus, committed),
    store,
    topic: TOPIC,
    group,
    logger,
    observing: workerObserving({ engine, raw }),
  })
  await stage.start()
  await Promise.race([done.promise, stage.done()])
  lag.disable()
  const end = { at: performance.now(), cpu: cpuSeconds() }
  await stage.stop()
  if (!warm) throw new Error('ended before it was warm')
  const measured = (lines * (CHUNKS - warm.records)) / CHUNKS
  return {
    linesPerSecond: (1000 * measured) / (end.at - warm.at),
    linesPerCpuSecond: measured / (end.cpu - warm.cpu),
    lagMs: lag.percentile(99) / 1e6 - RESOLUTION_MS,
  }
}

function listened(bus: Bus, committed: (sum: number) => void): Bus {
  const offsets = new Map<number, number>()
  return {
    ...bus,
    async subscribe(topic, options) {
      const subscription = await bus.subscribe(topic, options)
      return {
        [Symbol.asyncIterator]: () => subscription[Symbol.asyncIterator](),
        close: () => subscription.close(),
        async commit(partition, offset, metadata) {
          await subscription.commit(partition, offset, metadata)
          offsets.set(partition, offset)
          committed([...offsets.values()].reduce((sum, one) => sum + one, 0))
        },
      }
    },
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

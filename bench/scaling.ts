/**
 * Two processors against one on a topic of two partitions, a core each: what the first stage gets done, from Kafka to
 * committed ranges, rows packed and observations published. Nothing is stored, so that no shared store is measured, and
 * the first of the lines are not measured, with which a process is still being compiled. In
 * turns within one run; by the wall clock, and by CPU of the busier processor, which others on the machine do not disturb.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { kafkaBus } from '@errorsense/adapters/bus/kafka.ts'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { observer } from '@errorsense/anomaly-processor/observer.ts'
import type { Observing } from '@errorsense/anomaly-processor/observing.ts'
import { workerObserving } from '@errorsense/anomaly-processor/worker-observing.ts'
import type { Bus, BusRecord, Subscription } from '@errorsense/core/ports/bus.ts'
import { logGenerator } from '@errorsense/log-generator/main.ts'
import { busOutput } from '@errorsense/log-generator/output.ts'
import { type Kafka, startKafka, whyNoKafka } from '../scripts/kafka.ts'
import { rowOf } from './measure.ts'
import type { Row } from './table.ts'

const TOPIC = 'app-logs'
const PARTITIONS = 2
/** Keys that live in the one and in the other. */
const KEYS = ['key 0', 'key 1']
const RATE = 100
const MINUTES = 10
/** So often the same minutes, in each partition. */
const REPEATS = 24
const ROUNDS = 3
const WARM_UPS = 5
/** Share of the lines after which a process goes at its speed. */
const WARM = 0.25
/** For groups to settle before anybody reads. */
const SETTLE_MS = 5000
const LOOK_MS = 100

const goals = { unit: 'ratio', better: 'higher', reach: 1.8, beyond: 1.95 } as const

/** Seconds to work off the topic, and of CPU that the busiest processor takes for it; told from what is measured of it. */
interface Effort {
  readonly wall: number
  readonly cpu: number
}

export async function scaling(): Promise<Row[]> {
  const names = { wall: 'two processors vs one, wall clock', cpu: 'two processors vs one, CPU of the busier' }
  const why = whyNoKafka() || (spawnSync('taskset', ['-V']).error !== undefined && 'no taskset to pin processors with')
  if (why) return Object.values(names).map((name) => ({ name, value: null, ...goals, why }))
  const broker = await startKafka({ report })
  const bus = kafkaBus({ brokers: broker.brokers, clientId: 'bench' })
  try {
    await createTopics(bus, { topic: TOPIC, partitions: PARTITIONS, shards: 1 })
    await fill(bus)
    const ratios: Effort[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const one = await workOff(bus, broker, 1)
      const two = await workOff(bus, broker, 2)
      report(`one: ${told(one)}; two: ${told(two)}`)
      // The first round is for warming up.
      if (round > 0) ratios.push({ wall: one.wall / two.wall, cpu: one.cpu / two.cpu })
    }
    return [
      rowOf(
        ratios.map(({ wall }) => wall),
        { name: names.wall, ...goals },
      ),
      rowOf(
        ratios.map(({ cpu }) => cpu),
        { name: names.cpu, ...goals },
      ),
    ]
  } finally {
    await bus.close()
    await broker.stop()
  }
}

/** Some minutes of the shop. */
async function shop(): Promise<BusRecord[]> {
  const records: BusRecord[] = []
  const collect = { publish: async (_: string, some: readonly BusRecord[]) => void records.push(...some) } as Bus
  const run = { durationMs: MINUTES * 60_000 }
  const generator = logGenerator({ output: busOutput(collect, TOPIC), run, seed: 7, rate: RATE })
  await generator.start()
  await generator.done
  return records
}

/** The same lines in both partitions. */
async function fill(bus: Bus): Promise<void> {
  const records = await shop()
  const timestamp = Date.now()
  for (let i = 0; i < REPEATS; i++)
    for (const key of KEYS)
      await bus.publish(
        TOPIC,
        records.map(({ value, headers = {} }) => ({ value, headers, key, timestamp })),
      )
}

async function workOff(bus: Bus, { brokers }: Kafka, count: number): Promise<Effort> {
  const group = crypto.randomUUID()
  const processors = await Promise.all(Array.from({ length: count }, (_, core) => processor(core, brokers, group)))
  await sleep(SETTLE_MS)
  const waiting = async () => (await bus.lag(TOPIC, group)).reduce((sum, lag) => sum + lag, 0)
  const all = await waiting()
  for (const { child } of processors) child.stdin?.write('go\n')
  let left = all
  while (left > (1 - WARM) * all) {
    await sleep(LOOK_MS)
    left = await waiting()
  }
  const begun = performance.now()
  const before = await Promise.all(processors.map(cpuOf))
  while ((await waiting()) > 0) await sleep(LOOK_MS)
  const wall = (performance.now() - begun) / 1000
  const after = await Promise.all(processors.map(cpuOf))
  await Promise.all(processors.map(end))
  const busiest = Math.max(...after.map((cpu, i) => cpu - before[i]))
  return { wall: (wall * all) / left, cpu: (busiest * all) / left }
}

interface Processor {
  readonly child: ChildProcess
  /** What it says. */
  readonly lines: AsyncIterator<string>
}

/** A member of the group that waits to be told to begin. */
async function processor(core: number, brokers: readonly string[], group: string): Promise<Processor> {
  const args = ['-c', String(core), process.execPath, import.meta.filename, group, ...brokers]
  const child = spawn('taskset', args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  await lines.next()
  return { child, lines }
}

async function cpuOf({ child, lines }: Processor): Promise<number> {
  child.stdin?.write('cpu\n')
  const { value } = await lines.next()
  return Number(value)
}

async function end({ child }: Processor): Promise<void> {
  child.stdin?.end('end\n')
  if (child.exitCode === null) await once(child, 'exit')
}

/** Compiles what reads lines, in a partition that there is not. */
async function warmUp(observing: Observing): Promise<void> {
  const records = await shop()
  const range = { topic: TOPIC, partition: PARTITIONS, partitions: PARTITIONS + 1, from: 0, to: 1 }
  const receivedAt = Date.now()
  observing.begin(range.partition, 1)
  for (let i = 0; i < WARM_UPS; i++) {
    const chunks = records.map(({ value, key = '' }) => {
      return { source: key, service: '', bytes: value.slice(), receivedAt }
    })
    await observing.read([{ range, chunks }])
  }
}

async function main([group, ...brokers]: string[]): Promise<void> {
  const bus = kafkaBus({ brokers, clientId: group })
  const store = { ...memoryStore(), writeLogs: async () => {}, writeObservations: async () => {} }
  const logger = makeLogger({ level: 'silent', readable: false })
  const orders = createInterface(process.stdin)[Symbol.asyncIterator]()
  const go = Promise.withResolvers<unknown>()
  const subscribe: Bus['subscribe'] = async (...to) => waiting(await bus.subscribe(...to), go.promise)
  const observing = workerObserving()
  await warmUp(observing)
  const stage = observer({ bus: { ...bus, subscribe }, store, topic: TOPIC, group, logger, observing })
  await stage.start()
  process.stdout.write('ready\n')
  await orders.next()
  go.resolve(undefined)
  for (let { value: order } = await orders.next(); order === 'cpu'; { value: order } = await orders.next()) {
    const { user, system } = process.cpuUsage()
    process.stdout.write(`${(user + system) / 1e6}\n`)
  }
  await stage.stop()
  await bus.close()
}

/** Is a member of its group from the beginning, and reads nothing before it is told to. */
function waiting(subscription: Subscription, until: Promise<unknown>): Subscription {
  const batches = subscription[Symbol.asyncIterator]()
  const next = () => until.then(() => batches.next())
  return { commit: subscription.commit, close: subscription.close, [Symbol.asyncIterator]: () => ({ next }) }
}

function told({ wall, cpu }: Effort): string {
  return `${wall.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU`
}

function report(line: string): void {
  process.stderr.write(`${line}\n`)
}

if (import.meta.main) await main(process.argv.slice(2))

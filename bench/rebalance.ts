/**
 * How long partitions stand still when a consumer joins the group, and when one is killed: a record every 20 ms to each
 * of six partitions, and how late the latest of them was read. Both consumers commit what they read.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setInterval, setTimeout as sleep } from 'node:timers/promises'
import { kafkaBus } from '@errorsense/adapters/bus/kafka.ts'
import { quickTakeover } from '@errorsense/adapters/bus/kafka/groups.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import { type Kafka, startKafka, whyNoKafka } from '../scripts/kafka.ts'
import type { Row } from './table.ts'

const TOPIC = 'rebalance'
const PARTITIONS = 6
const EVERY_MS = 20
const ROUNDS = 5
/** By when it is over, whatever happened. */
const JOIN_MS = 4000
const DEATH_MS = 14_000
/** Every partition has some of these. */
const KEYS = Array.from({ length: 64 }, (_, i) => `key ${i}`)

const goals = {
  joins: { unit: 's', better: 'lower', reach: 3, beyond: 1 },
  dies: { unit: 's', better: 'lower', reach: 15, beyond: 8 },
} as const

export async function rebalance(): Promise<Row[]> {
  const why = whyNoKafka()
  const names = { joins: 'pause when a consumer joins', dies: 'pause when a consumer is killed' }
  if (why !== false) {
    return [
      { name: names.joins, value: null, ...goals.joins, why },
      { name: names.dies, value: null, ...goals.dies, why },
    ]
  }
  const broker = await startKafka({ report })
  const bus = kafkaBus({ brokers: broker.brokers, clientId: 'bench' })
  try {
    const pauses = await measure(bus, broker)
    return [
      { name: names.joins, ...figure(pauses.map(({ joined }) => joined)), ...goals.joins },
      { name: names.dies, ...figure(pauses.map(({ died }) => died)), ...goals.dies },
    ]
  } finally {
    await bus.close()
    await broker.stop()
  }
}

async function measure(bus: Bus, { brokers }: Kafka): Promise<{ joined: number; died: number }[]> {
  await bus.createTopic(TOPIC, { partitions: PARTITIONS })
  await quickTakeover({ brokers, clientId: 'bench' }, ['group'])
  const stop = new AbortController()
  const writing = write(bus, stop.signal)
  let latest = 0
  const late = (ms: number): void => {
    latest = Math.max(latest, ms)
  }
  const reading = read(bus, late)
  await sleep(3000)
  const pauses = []
  for (let round = 0; round < ROUNDS; round++) {
    const other = await consumer(brokers, late)
    latest = 0
    other.stdin?.write('join\n')
    await sleep(JOIN_MS)
    const joined = latest / 1000
    latest = 0
    other.kill('SIGKILL')
    await sleep(DEATH_MS)
    pauses.push({ joined, died: latest / 1000 })
    report(`joined: ${joined.toFixed(2)} s, died: ${(latest / 1000).toFixed(2)} s`)
  }
  stop.abort()
  await writing
  await bus.close()
  await reading
  return pauses
}

async function write(bus: Bus, signal: AbortSignal): Promise<void> {
  for await (const _ of setInterval(EVERY_MS)) {
    if (signal.aborted) return
    const value = Buffer.from(String(Date.now()))
    await bus.publish(
      TOPIC,
      KEYS.map((key) => ({ key, value })),
    )
  }
}

/** Tells of each batch how late its oldest record is, unless it was read before by somebody else. */
async function read(bus: Bus, late: (ms: number) => void): Promise<void> {
  const subscription = await bus.subscribe(TOPIC, { group: 'group', from: 'latest', idleMs: 100 })
  for await (const { partition, records, next } of subscription) {
    if (records.length === 0) continue
    late(Date.now() - Number(Buffer.from(records[0].value).toString()))
    await subscription.commit(partition, next).catch(() => {})
  }
}

/** In a process of its own, connected and waiting to be told to join. */
async function consumer(brokers: readonly string[], late: (ms: number) => void): Promise<ChildProcess> {
  const child = spawn(process.execPath, [import.meta.filename, ...brokers], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)
  await once(lines, 'line')
  lines.on('line', (line) => late(Number(line)))
  return child
}

async function main(brokers: string[]): Promise<void> {
  const bus = kafkaBus({ brokers, clientId: 'other' })
  await bus.lag(TOPIC, 'group')
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
  await read(bus, (ms) => process.stdout.write(`${ms}\n`))
}

function figure(values: readonly number[]): Pick<Row, 'value' | 'min' | 'max'> {
  const sorted = values.toSorted((a, b) => a - b)
  return { value: sorted[sorted.length >> 1], min: sorted[0], max: sorted[sorted.length - 1] }
}

function report(line: string): void {
  process.stderr.write(`${line}\n`)
}

if (import.meta.main) await main(process.argv.slice(2))

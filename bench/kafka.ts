/**
 * What a line costs that comes from Kafka, one line per message: to consume it, and to consume, parse, mine and
 * aggregate it, against kcat (librdkafka, in C) reading the same topic to /dev/null. CPU time, in turns, of one run.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kafkaBus } from '@errorsense/adapters/bus/kafka.ts'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { chunksOf } from '@errorsense/anomaly-processor/chunks.ts'
import { byteEngine } from '@errorsense/core/byte-engine.ts'
import { observer } from '@errorsense/core/observe.ts'
import type { Bus, BusBatch } from '@errorsense/core/ports/bus.ts'
import { logGenerator } from '@errorsense/log-generator/main.ts'
import { fileOutput } from '@errorsense/log-generator/output.ts'
import { startKafka, whyNoKafka } from '../scripts/kafka.ts'
import type { Row } from './table.ts'

const RATE = 400
const HOURS = 0.5
const ROUNDS = 3
/** As the observer asks for. */
const MAX_BYTES = 8 * 1024 * 1024
const UNIT = 'ratio'

/** Seconds of CPU. */
type Contender = () => Promise<number>

export async function kafka(): Promise<Row[]> {
  const goals = { unit: UNIT, better: 'higher', reach: 0.4, beyond: 1 } as const
  const name = 'lines/CPU-s of the hot stage vs kcat'
  const why = whyNoKafka() || whyNoKcat()
  if (why) return [{ name, value: null, ...goals, why }]
  const broker = await startKafka({ report })
  try {
    return await compare(name, goals, broker.brokers)
  } finally {
    await broker.stop()
  }
}

async function compare(name: string, goals: Omit<Row, 'name' | 'value'>, brokers: string[]): Promise<Row[]> {
  const rows: Row[] = []
  const bus = kafkaBus({ brokers, clientId: 'bench' })
  for (const codec of ['none', 'zstd']) {
    const lines = await fill(bus, brokers, codec)
    const contenders = {
      kcat: async () => kcatSeconds(brokers, codec),
      consume: () => cpuSeconds(() => consume(bus, codec, lines, () => {})),
      observe: () => cpuSeconds(() => consume(bus, codec, lines, observing())),
    }
    const seconds = await inTurns(contenders)
    report(describe(codec, lines, seconds))
    const ratios = (of: readonly number[]) => figure(of.map((own, i) => seconds.kcat[i] / own))
    rows.push(
      { name: `${name}, ${codec}`, ...ratios(seconds.observe), ...goals },
      {
        name: `lines/CPU-s of consuming alone vs kcat, ${codec}`,
        ...ratios(seconds.consume),
        unit: UNIT,
        better: 'higher',
      },
    )
  }
  await bus.close()
  return rows
}

/** A topic with a message for each line of the shop, written by somebody else. */
async function fill(bus: Bus, brokers: readonly string[], codec: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'errorsense-bench-'))
  const log = join(folder, 'shop.log')
  const run = { durationMs: HOURS * 3_600_000 }
  const generator = logGenerator({ output: fileOutput(log), run, seed: 7, rate: RATE })
  await generator.start()
  await generator.done
  await bus.createTopic(codec, { partitions: 1 })
  execFileSync('kcat', ['-P', '-b', brokers.join(','), '-t', codec, '-z', codec, '-l', log], { stdio: 'ignore' })
  let lines = 0
  for await (const part of createReadStream(log)) for (const byte of part as Buffer) if (byte === 10) lines++
  await rm(folder, { recursive: true })
  return lines
}

async function consume(bus: Bus, topic: string, lines: number, take: (batch: BusBatch) => void): Promise<void> {
  const subscription = await bus.subscribe(topic, { group: crypto.randomUUID(), from: 'earliest', maxBytes: MAX_BYTES })
  let seen = 0
  for await (const batch of subscription) {
    take(batch)
    seen += batch.columns.count
    if (seen >= lines) break
  }
  await subscription.close()
}

/** The observer's work on a batch, without the store. */
function observing(): (batch: BusBatch) => void {
  const observe = observer({ engine: byteEngine({ text }), text })
  return ({ topic, partition, partitions, columns, next }) => {
    for (const chunk of chunksOf(columns, topic, Date.now())) observe.read(chunk)
    observe.take({ topic, partition, partitions, from: next - columns.count, to: next })
  }
}

async function cpuSeconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function kcatSeconds(brokers: readonly string[], topic: string): number {
  const read = `kcat -C -q -e -o beginning -b ${brokers.join(',')} -t ${topic} > /dev/null; times`
  const { stdout } = spawnSync('sh', ['-c', read], { encoding: 'utf8' })
  // The second line is that of the children: user, system.
  const [user, system] = stdout.trim().split('\n')[1].split(' ')
  return secondsOf(user) + secondsOf(system)
}

function secondsOf(told: string): number {
  const [minutes, seconds] = told.replace('s', '').split('m').map(Number)
  return minutes * 60 + seconds
}

/** The first round is for warming up. */
async function inTurns<Name extends string>(contenders: Record<Name, Contender>): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[]
  const seconds = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = 0; round <= ROUNDS; round++)
    for (const name of names) {
      const took = await contenders[name]()
      if (round > 0) seconds[name].push(took)
    }
  return seconds
}

function figure(values: readonly number[]): Pick<Row, 'value' | 'min' | 'max'> {
  const sorted = values.toSorted((a, b) => a - b)
  return { value: sorted[sorted.length >> 1], min: sorted[0], max: sorted[sorted.length - 1] }
}

function describe(codec: string, lines: number, seconds: Record<string, readonly number[]>): string {
  const each = Object.entries(seconds).map(([name, took]) => {
    const micros = (figure(took).value! / lines) * 1e6
    return `${name} ${micros.toFixed(2)} us`
  })
  return `${lines} lines, ${codec}: ${each.join(', ')} of CPU per line`
}

function whyNoKcat(): string | false {
  if (isThere('kcat')) return false
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    report('installing kcat')
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'kcat'], { stdio: 'ignore' })
  }
  return isThere('kcat') ? false : 'no kcat: apt-get install kcat'
}

function isThere(command: string): boolean {
  return spawnSync(command, ['-V']).error === undefined
}

function report(line: string): void {
  process.stderr.write(`${line}\n`)
}

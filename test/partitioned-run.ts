/**
 * The stages of the core over a log in partitions, in a wall time of its own: any number of observers and shards, whose
 * turns, batches, pauses and partitions are drawn from a seed. What must not depend on them is what comes out.
 */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { partitionOf } from '@errorsense/core/partitioner.ts'
import { makeEngine } from '@errorsense/anomaly-processor/engine.ts'
import { sharding } from '@errorsense/core/aggregate/sharding.ts'
import { correlation } from '@errorsense/core/correlate.ts'
import { detection } from '@errorsense/core/detect.ts'
import { templates } from '@errorsense/core/mine/templates.ts'
import { observer, type Observer } from '@errorsense/core/observe.ts'
import type { Engine } from '@errorsense/core/record.ts'
import { wholeDetection } from '@errorsense/core/whole.ts'
import { decodeFindings } from '@errorsense/core/wire/findings.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { decodeObservations, type ObservationMessage } from '@errorsense/core/wire/observations.ts'
import { createDice, type Dice } from '@errorsense/log-generator/dice.ts'

/** A record of app-logs, and when it could first be read. */
export interface Written {
  readonly source: string
  readonly service: string
  readonly bytes: Uint8Array
  /** When its producer says that it was written, and when the bus had it; ms. */
  readonly timestamp: number
  readonly at: number
}

export interface RunOptions {
  readonly seed: number
  readonly partitions: number
  readonly observers: number
  /** Of detection. */
  readonly shards: number
  /** Wall time at which it begins, ms. */
  readonly begin: number
  /** Event time up to which is to be judged, ms. */
  readonly until: number
}

const TOPIC = 'app-logs'
const HEARTBEAT_MS = 1000
const STEP_MS = 40
const MOST_RECORDS = 60
/** Of all steps: how many move a partition, and how many let an observer pause. */
const MOVES = 0.003
const PAUSES = 0.003
const LONGEST_PAUSE_MS = 4000

interface Partition {
  readonly id: number
  readonly records: readonly Written[]
  next: number
  owner: number
  observer: Observer
  split: ReturnType<typeof sharding>
  beat: number
  quietUntil: number
}

interface Process {
  readonly engine: Engine
  /** By shard. */
  readonly said: ObservationMessage[][]
  pausedUntil: number
}

export interface Outcome {
  /** In their last form, in order of their start. */
  readonly incidents: Incident[]
  /** Observations that came when their window was judged. */
  readonly late: number
}

export function runInPartitions(written: readonly Written[], options: RunOptions): Outcome {
  const { seed, observers, shards, begin, until } = options
  const dice = createDice(seed)
  const processes = Array.from({ length: observers }, (): Process => {
    return { engine: makeEngine(), said: Array.from({ length: shards }, () => []), pausedUntil: begin }
  })
  const partitions = partitionsOf(written, options).map((records, id): Partition => {
    const owner = id % observers
    const own = observer({ engine: processes[owner].engine, text })
    return { id, records, next: 0, owner, observer: own, split: sharding(shards), beat: begin, quietUntil: begin }
  })
  const detecting = Array.from({ length: shards }, (_, index) =>
    detection({ miner: templates(), shard: { index, of: shards } }),
  )
  const correlating = correlation()
  const found = new Map<string, Incident>()
  for (let now = begin; correlating.position().closed < until; now += dice.next() * STEP_MS) {
    const partition = dice.pick(partitions)
    if (dice.chance(MOVES)) move(partition, processes, options, dice, now)
    const process = processes[partition.owner]
    if (dice.chance(PAUSES)) process.pausedUntil = now + dice.next() * LONGEST_PAUSE_MS
    if (now >= Math.max(process.pausedUntil, partition.quietUntil)) work(partition, process, options, dice, now)
    const index = dice.between(0, shards - 1)
    const said = dice.pick(processes).said[index]
    for (const message of said.splice(0, Math.ceil(dice.next() * said.length)))
      keep(correlating.accept(sent(detecting[index].accept(sent(message, decodeObservations)), decodeFindings)), found)
  }
  const ends = detecting.map((shard) => shard.finish())
  for (const { told } of ends) keep(correlating.accept(told), found)
  keep(correlating.finish(ends.flatMap(({ held }) => held)), found)
  return { incidents: inOrder(found), late: detecting.reduce((sum, shard) => sum + shard.stats().late, 0) }
}

/** One observer reads all of it in order, and nobody waits: as `analyze` does. */
export function runInOrder(written: readonly Written[]): Outcome {
  const detecting = wholeDetection({ miner: templates() })
  const observing = observer({ engine: makeEngine(), text })
  const found = new Map<string, Incident>()
  for (const [i, record] of written.entries()) {
    observing.read({ ...record, receivedAt: record.timestamp })
    const message = observing.take({ topic: TOPIC, partition: 0, partitions: 1, from: i, to: i + 1 })
    keep(detecting.accept(sent(message, decodeObservations)), found)
  }
  keep(detecting.finish(), found)
  return { incidents: inOrder(found), late: detecting.stats().late }
}

function partitionsOf(written: readonly Written[], { partitions }: RunOptions): Written[][] {
  const all = Array.from({ length: partitions }, (): Written[] => [])
  for (const record of written) all[partitionOf(record.source, partitions)].push(record)
  return all
}

/** Another process is given the partition; it was committed up to where it was read. */
function move(
  partition: Partition,
  processes: readonly Process[],
  { shards }: RunOptions,
  dice: Dice,
  now: number,
): void {
  partition.owner = dice.between(0, processes.length - 1)
  partition.observer = observer({ engine: processes[partition.owner].engine, text })
  partition.split = sharding(shards)
  partition.quietUntil = now + dice.next() * LONGEST_PAUSE_MS
}

function work(partition: Partition, { said }: Process, options: RunOptions, dice: Dice, now: number): void {
  const { id, records, observer: observing, split, next } = partition
  const { partitions } = options
  const most = next + 1 + dice.between(0, MOST_RECORDS)
  for (; partition.next < Math.min(most, records.length) && records[partition.next].at <= now; partition.next++) {
    const { source, service, bytes, timestamp } = records[partition.next]
    observing.read({ source, service, bytes, receivedAt: Math.min(now, timestamp) })
  }
  const isIdle = partition.next === next
  if (isIdle && now - partition.beat < HEARTBEAT_MS) return
  if (isIdle) observing.idle(now)
  const bounds = isIdle ? { from: 0, to: 0 } : { from: next, to: partition.next }
  const whole = observing.take({ topic: TOPIC, partition: id, partitions, ...bounds, readAt: now })
  for (const [shard, part] of split(whole).entries()) said[shard].push(part)
  partition.beat = now
}

/** As it comes out of the bus. */
function sent<Message>(message: object, decode: (text: string) => Message | string): Message {
  const decoded = decode(JSON.stringify(message))
  if (typeof decoded === 'string') throw new Error(decoded)
  return decoded
}

function keep(incidents: readonly Incident[], found: Map<string, Incident>): void {
  for (const incident of incidents) found.set(incident.id, incident)
}

function inOrder(found: ReadonlyMap<string, Incident>): Incident[] {
  return [...found.values()].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
}

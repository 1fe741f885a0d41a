/**
 * The two stages of the core over a log in partitions, in a wall time of its own: any number of observers, whose turns,
 * batches, pauses and partitions are drawn from a seed. What must not depend on them is what comes out.
 */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { partitionOf } from '@errorsense/adapters/bus/partitioner.ts'
import { makeEngine } from '@errorsense/anomaly-processor/engine.ts'
import { wholeDetection, type WholeDetection } from '@errorsense/core/whole.ts'
import { templates } from '@errorsense/core/mine/templates.ts'
import { observer, type Observer } from '@errorsense/core/observe.ts'
import type { Engine } from '@errorsense/core/record.ts'
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
  beat: number
  quietUntil: number
}

interface Process {
  readonly engine: Engine
  readonly said: ObservationMessage[]
  pausedUntil: number
}

export interface Outcome {
  /** In their last form, in order of their start. */
  readonly incidents: Incident[]
  /** Observations that came when their window was judged. */
  readonly late: number
}

export function runInPartitions(written: readonly Written[], options: RunOptions): Outcome {
  const { seed, observers, begin, until } = options
  const dice = createDice(seed)
  const processes = Array.from({ length: observers }, (): Process => {
    return { engine: makeEngine(), said: [], pausedUntil: begin }
  })
  const partitions = partitionsOf(written, options).map((records, id): Partition => {
    const owner = id % observers
    const own = observer({ engine: processes[owner].engine, text })
    return { id, records, next: 0, owner, observer: own, beat: begin, quietUntil: begin }
  })
  const detecting = wholeDetection({ miner: templates() })
  const found = new Map<string, Incident>()
  for (let now = begin; (detecting.position() ?? 0) < until; now += dice.next() * STEP_MS) {
    const partition = dice.pick(partitions)
    if (dice.chance(MOVES)) move(partition, processes, dice, now)
    const process = processes[partition.owner]
    if (dice.chance(PAUSES)) process.pausedUntil = now + dice.next() * LONGEST_PAUSE_MS
    if (now >= Math.max(process.pausedUntil, partition.quietUntil)) work(partition, process, options, dice, now)
    const { said } = dice.pick(processes)
    for (const message of said.splice(0, Math.ceil(dice.next() * said.length))) accept(message, detecting, found)
  }
  return finished(detecting, found)
}

/** One observer reads all of it in order, and nobody waits: as `analyze` does. */
export function runInOrder(written: readonly Written[]): Outcome {
  const detecting = wholeDetection({ miner: templates() })
  const observing = observer({ engine: makeEngine(), text })
  const found = new Map<string, Incident>()
  for (const [i, record] of written.entries()) {
    observing.read({ ...record, receivedAt: record.timestamp })
    accept(observing.take({ topic: TOPIC, partition: 0, partitions: 1, from: i, to: i + 1 }), detecting, found)
  }
  return finished(detecting, found)
}

function partitionsOf(written: readonly Written[], { partitions }: RunOptions): Written[][] {
  const all = Array.from({ length: partitions }, (): Written[] => [])
  for (const record of written) all[partitionOf(record.source, partitions)].push(record)
  return all
}

/** Another process is given the partition; it was committed up to where it was read. */
function move(partition: Partition, processes: readonly Process[], dice: Dice, now: number): void {
  partition.owner = dice.between(0, processes.length - 1)
  partition.observer = observer({ engine: processes[partition.owner].engine, text })
  partition.quietUntil = now + dice.next() * LONGEST_PAUSE_MS
}

function work(partition: Partition, { said }: Process, options: RunOptions, dice: Dice, now: number): void {
  const { id, records, observer: observing, next } = partition
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
  said.push(observing.take({ topic: TOPIC, partition: id, partitions, ...bounds, readAt: now }))
  partition.beat = now
}

function accept(message: ObservationMessage, detecting: WholeDetection, found: Map<string, Incident>): void {
  const decoded = decodeObservations(JSON.stringify(message))
  if (typeof decoded === 'string') throw new Error(decoded)
  for (const incident of detecting.accept(decoded)) found.set(incident.id, incident)
}

function finished(detecting: WholeDetection, found: Map<string, Incident>): Outcome {
  for (const incident of detecting.finish()) found.set(incident.id, incident)
  const incidents = [...found.values()]
  incidents.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
  return { incidents, late: detecting.stats().late }
}

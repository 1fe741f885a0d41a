/**
 * Stage 2 as a process: takes log-observations, runs core/detect, keeps and publishes what it finds. Its state is a
 * function of history: whoever is given the partition rebuilds it from the store up to the committed position and reads
 * on from there.
 */
import { setImmediate } from 'node:timers/promises'
import { Registry } from 'prom-client'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { byWindow } from '@errorsense/core/aggregate/by-window.ts'
import { MINUTE_MS } from '@errorsense/core/aggregate/window.ts'
import { LONGEST_QUIET_MS, REOPEN_MS } from '@errorsense/core/correlate/group.ts'
import { historyEntries } from '@errorsense/core/correlate/history.ts'
import { AHEAD_MS } from '@errorsense/core/observe.ts'
import type { DetectionOptions } from '@errorsense/core/detect.ts'
import { wholeDetection, type WholeDetection } from '@errorsense/core/whole.ts'
import { templates, type Miner } from '@errorsense/core/mine/templates.ts'
import type { Bus, BusBatch, ReceivedRecord, Subscription } from '@errorsense/core/ports/bus.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { decodeObservations, type ObservationMessage } from '@errorsense/core/wire/observations.ts'
import { normals } from './normals.ts'
import { processorMetrics, type ProcessorMetrics } from './metrics.ts'
import { openOffsets } from './open-offsets.ts'
import { patience, stage, type Stage } from './stage.ts'
import { INCIDENTS_TOPIC, OBSERVATIONS_TOPIC } from './topics.ts'

export interface DetectorOptions {
  readonly bus: Bus
  readonly store: Store
  readonly group: string
  readonly logger: Logger
  readonly clock?: Clock
  readonly metrics?: ProcessorMetrics
  /** Settings of the detectors. */
  readonly detecting?: Omit<DetectionOptions, 'miner'>
}

/** History behind a rebuilt baseline: two visits of every hour of the week. */
export const HISTORY_MS = 14 * 24 * 60 * MINUTE_MS

const MAX_RESTORED = 1000
const TAUGHT_AT_ONCE = 30
const MAX_BYTES = 4 * 1024 * 1024

interface Work {
  readonly miner: Miner
  readonly detection: WholeDetection
  readonly offsets: ReturnType<typeof openOffsets>
  readonly normals: ReturnType<typeof normals>
}

export function detector({
  bus,
  store,
  group,
  logger,
  clock = Date.now,
  metrics = processorMetrics(new Registry()),
  detecting = {},
}: DetectorOptions): Stage {
  const partitions = new Map<number, Work>()
  const stopping = new AbortController()
  const wait = patience(logger, stopping)

  async function handle(batch: BusBatch, subscription: Subscription): Promise<void> {
    if (batch.assigned) {
      const { metadata } = batch.assigned
      partitions.set(batch.partition, await wait(() => rebuild(metadata)))
    }
    const work = partitions.get(batch.partition)
    if (!work) return
    await wait(() => work.normals.heed())
    if (batch.records.length > 0) await judge(batch, work, subscription)
  }

  async function rebuild(metadata: string): Promise<Work> {
    const miner = templates()
    miner.restore(await store.loadTemplates())
    const detects = wholeDetection({ miner, ...detecting })
    const work = { miner, detection: detects, offsets: openOffsets(), normals: normals(store, detects, clock) }
    const position = positionOf(metadata)
    // A position in the future was made by a broken clock: better to begin anew than to wait for it.
    if (position === undefined || position > clock() + AHEAD_MS) return work
    const known = recent(await store.incidents({ limit: MAX_RESTORED }), position)
    await tellAgain(known.filter((incident) => isInDoubt(incident, position)))
    work.detection.restore(known)
    const to = position - (position % MINUTE_MS)
    let minutes = 0
    for await (const minute of byWindow(store.history({ from: to - HISTORY_MS, to, stepMs: MINUTE_MS }))) {
      work.detection.teach(minute)
      // A long history must not hold up whoever shares this process.
      if (++minutes % TAUGHT_AT_ONCE === 0) await setImmediate()
    }
    work.detection.startAt(position)
    logger.info(`baselines rebuilt from ${minutes} minutes of history up to ${new Date(position).toISOString()}`)
    return work
  }

  async function judge(batch: BusBatch, work: Work, subscription: Subscription): Promise<void> {
    const incidents = batch.records.flatMap((record) => accept(record, work))
    await tell(incidents, work.miner)
    const held = work.detection.held()
    if (held.length > 0) await wait(() => store.appendJournal(held))
    metrics.detected(work.detection.stats())
    const next = work.detection.position()
    const last = batch.records[batch.records.length - 1].offset
    const offset = work.offsets.release(next ?? Number.NEGATIVE_INFINITY, last + 1)
    await wait(() => subscription.commit(batch.partition, offset, JSON.stringify({ position: next })))
  }

  function accept(record: ReceivedRecord, work: Work): Incident[] {
    const message = decode(record)
    if (!message) return []
    for (const { window } of message.counts) work.offsets.hold(window, record.offset)
    return work.detection.accept(message)
  }

  function decode(record: ReceivedRecord): ObservationMessage | undefined {
    const decoded = decodeObservations(text.utf8(record.value, 0, record.value.length))
    if (typeof decoded !== 'string') return decoded
    metrics.setAside()
    logger.error(`${OBSERVATIONS_TOPIC} offset ${record.offset} set aside: ${decoded}`)
    return undefined
  }

  /**
   * Kept first, then told: who hears of an incident can always look it up. Of several forms of one only the newest is
   * told, but its history has them all.
   */
  async function tell(forms: readonly Incident[], miner: Miner): Promise<void> {
    const changed = miner.changes()
    if (changed.length > 0) await wait(() => store.saveTemplates(changed))
    const incidents = latest(forms)
    if (incidents.length === 0) return
    await wait(() => store.saveIncidents(incidents))
    await note(forms)
    await publish(incidents)
    for (const { id, severity, state, title, why } of incidents)
      logger.info({ incident: id }, `${severity}, ${state}: ${title}. ${why}`)
  }

  /** Whoever had the partition may have ended after it kept them: whoever has heard of them knows that by the version. */
  async function tellAgain(incidents: readonly Incident[]): Promise<void> {
    // What people decided stands in their state, so an end may not be ours to note.
    await note(incidents.filter(({ state }) => state === 'open'))
    if (incidents.length > 0) await publish(incidents)
  }

  async function note(forms: readonly Incident[]): Promise<void> {
    const entries = forms.flatMap(historyEntries)
    if (entries.length > 0) await wait(() => store.appendJournal(entries))
  }

  async function publish(incidents: readonly Incident[]): Promise<void> {
    const records = incidents.map((incident) => ({ key: incident.id, value: text.bytes(JSON.stringify(incident)) }))
    await wait(() => bus.publish(INCIDENTS_TOPIC, records))
  }

  const options = { bus, topic: OBSERVATIONS_TOPIC, group, maxBytes: MAX_BYTES, logger, handle }
  return stage({ ...options, forget: (partition) => partitions.delete(partition) }, stopping)
}

function latest(incidents: readonly Incident[]): Incident[] {
  return [...new Map(incidents.map((incident) => [incident.id, incident])).values()]
}

/** What was open at the position, or could still be reopened; oldest first, as they came. */
function recent(incidents: readonly Incident[], position: number): Incident[] {
  const wanted = incidents.filter(({ state, end }) => isActive(state) || position - Date.parse(end) < REOPEN_MS)
  return wanted.reverse()
}

function isActive(state: Incident['state']): boolean {
  return state === 'open' || state === 'acknowledged'
}

/** Whether its last form may be of a window behind the position: found in it, or over by it after a while of quiet. */
function isInDoubt({ end }: Incident, position: number): boolean {
  return Date.parse(end) + LONGEST_QUIET_MS >= position
}

function positionOf(metadata: string): number | undefined {
  try {
    const { position } = JSON.parse(metadata || '{}') as { position?: unknown }
    return typeof position === 'number' ? position : undefined
  } catch {
    return undefined
  }
}

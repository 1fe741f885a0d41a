/**
 * Stage 3 as a process: takes what the shards of detection found, runs core/correlate, keeps and publishes incidents.
 * Whoever is given the partition takes back from the store what was open at the committed position, and reads on.
 */
import { Registry } from 'prom-client'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { correlation, type Correlation } from '@errorsense/core/correlate.ts'
import { LONGEST_QUIET_MS, REOPEN_MS } from '@errorsense/core/correlate/group.ts'
import { historyEntries } from '@errorsense/core/correlate/history.ts'
import type { BusBatch, ReceivedRecord, Subscription } from '@errorsense/core/ports/bus.ts'
import { decodeFindings } from '@errorsense/core/wire/findings.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { normals } from './normals.ts'
import { messages, positionOf, writtenPosition, type JudgingOptions } from './judging.ts'
import { processorMetrics } from './metrics.ts'
import { openOffsets } from './open-offsets.ts'
import { patience, stage, type Stage } from './stage.ts'
import { FINDINGS_TOPIC, INCIDENTS_TOPIC } from './topics.ts'

const MAX_RESTORED = 1000
const MAX_BYTES = 4 * 1024 * 1024

interface Work {
  readonly correlation: Correlation
  readonly normals: ReturnType<typeof normals>
  /** Messages with windows, and with glances, that wait for other shards. */
  readonly windows: ReturnType<typeof openOffsets>
  readonly glances: ReturnType<typeof openOffsets>
}

export function correlator({
  bus,
  store,
  group,
  logger,
  clock = Date.now,
  metrics = processorMetrics(new Registry()),
  detecting = {},
}: JudgingOptions): Stage {
  const partitions = new Map<number, Work>()
  const stopping = new AbortController()
  const wait = patience(logger, stopping)
  const read = messages(FINDINGS_TOPIC, decodeFindings, { logger, metrics })

  async function handle(batch: BusBatch, subscription: Subscription): Promise<void> {
    if (batch.assigned) {
      const { metadata } = batch.assigned
      partitions.set(batch.partition, await wait(() => rebuild(metadata)))
    }
    const work = partitions.get(batch.partition)
    if (!work) return
    await wait(() => work.normals.heed())
    if (batch.records.length > 0) await correlate(batch, work, subscription)
  }

  async function rebuild(metadata: string): Promise<Work> {
    const correlates = correlation(detecting)
    const offsets = { windows: openOffsets(), glances: openOffsets() }
    const work = { correlation: correlates, normals: normals(store, correlates, clock), ...offsets }
    const position = positionOf(metadata, clock())
    const known = recent(await store.incidents({ limit: MAX_RESTORED }), position?.closed ?? clock())
    correlates.restore(known)
    if (position === undefined) return work
    await tellAgain(known.filter((incident) => isInDoubt(incident, position.closed)))
    correlates.startAt(position)
    return work
  }

  async function correlate(batch: BusBatch, work: Work, subscription: Subscription): Promise<void> {
    await tell(batch.records.flatMap((record) => accept(record, work)))
    const held = work.correlation.held()
    if (held.length > 0) await wait(() => store.appendJournal(held))
    const { closed, glanced } = work.correlation.position()
    const last = batch.records[batch.records.length - 1].offset
    // Ends are whole seconds: what ends at the position is done with.
    const offset = Math.min(work.windows.release(closed + 1, last + 1), work.glances.release(glanced + 1, last + 1))
    await wait(() => subscription.commit(batch.partition, offset, writtenPosition(closed, glanced)))
  }

  function accept(record: ReceivedRecord, work: Work): Incident[] {
    const message = read(record)
    if (!message) return []
    for (const { end, closed } of message.outcomes) (closed ? work.windows : work.glances).hold(end, record.offset)
    return work.correlation.accept(message)
  }

  /**
   * Kept first, then told: who hears of an incident can always look it up. Of several forms of one only the newest is
   * told, but its history has them all.
   */
  async function tell(forms: readonly Incident[]): Promise<void> {
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

  const options = { bus, topic: FINDINGS_TOPIC, group, maxBytes: MAX_BYTES, logger, handle }
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

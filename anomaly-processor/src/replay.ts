/**
 * What would have been told: stored observations of a time range, judged again with other settings. Baselines are those
 * of the time before the range; what people called normal holds from when they said so. Counts by template are kept, who did what and which session lines belong to are not:
 * detectors of deeds and sessions find nothing here.
 */
import { setImmediate } from 'node:timers/promises'
import { byWindow } from '@errorsense/core/aggregate/by-window.ts'
import { MINUTE_MS, WINDOW_MS } from '@errorsense/core/aggregate/window.ts'
import { wholeDetection } from '@errorsense/core/whole.ts'
import type { DetectorOptions } from '@errorsense/core/detectors/index.ts'
import { templates } from '@errorsense/core/mine/templates.ts'
import type { Range, Store } from '@errorsense/core/ports/store.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { CountObservation, ObservationMessage } from '@errorsense/core/wire/observations.ts'
import { normals } from './normals.ts'
import { HISTORY_MS } from './taught.ts'

export interface ReplayOptions {
  readonly store: Pick<Store, 'history' | 'loadTemplates' | 'journal'>
  /** Event time, ms; its beginning is taken to a full minute. */
  readonly range: Range
  readonly detecting: DetectorOptions
  /** Called now and then with the share that is done, 0..1. */
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

/** A replay must not hold up whoever shares this process: windows judged at once. */
const AT_ONCE = 60

export interface Replay {
  /** In order of their beginning, each in its last form. */
  readonly incidents: readonly Incident[]
  readonly lines: number
  /** Start of the first window that was stored, ms; the end of the range where none was. */
  readonly from: number
}

export async function replay({ store, range, detecting: options, onProgress, signal }: ReplayOptions): Promise<Replay> {
  const from = range.from - (range.from % MINUTE_MS)
  const miner = templates()
  miner.restore(await store.loadTemplates())
  const detecting = wholeDetection({ miner, ...options })
  let windows = 0
  /** After each window, of history or of the range; what is taught takes little of the time. */
  async function pause(at: number): Promise<void> {
    if (++windows % AT_ONCE !== 0) return
    await setImmediate()
    signal?.throwIfAborted()
    if (at >= from) onProgress?.((at - from) / (range.to - from))
  }
  for await (const minute of byWindow(store.history({ from: from - HISTORY_MS, to: from, stepMs: MINUTE_MS }))) {
    detecting.teach(minute)
    await pause(minute[0].window)
  }
  await normals(store, detecting, Date.now).heed()
  detecting.startAt(from)
  const incidents = new Map<string, Incident>()
  let lines = 0
  let first = range.to
  for await (const counts of byWindow(store.history({ from, to: range.to, stepMs: WINDOW_MS }))) {
    first = Math.min(first, counts[0].window)
    lines += counts.reduce((sum, count) => sum + count.lines, 0)
    for (const incident of detecting.accept(messageOf(counts))) incidents.set(incident.id, incident)
    await pause(counts[0].window)
  }
  for (const incident of detecting.finish()) incidents.set(incident.id, incident)
  const inOrder = [...incidents.values()].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
  return { incidents: inOrder, lines, from: first }
}

function messageOf(counts: readonly CountObservation[]): ObservationMessage {
  const range = { topic: 'stored', partition: 0, partitions: 1, from: 0, to: 0 }
  const watermark = counts[0].window + WINDOW_MS
  return { v: 1, range, watermark, resumed: false, counts, shapes: [], security: [], sessions: [] }
}

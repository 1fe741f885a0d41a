/**
 * What would have been told: stored observations of a time range, judged again with other settings. Baselines are those
 * of the time before the range; what people called normal holds from when they said so. Counts by template are kept, who did what and which session lines belong to are not:
 * detectors of deeds and sessions find nothing here.
 */
import { byWindow } from '@errorsense/core/aggregate/by-window.ts'
import { MINUTE_MS, WINDOW_MS } from '@errorsense/core/aggregate/window.ts'
import { detection } from '@errorsense/core/detect.ts'
import type { DetectorOptions } from '@errorsense/core/detectors/index.ts'
import { templates } from '@errorsense/core/mine/templates.ts'
import type { Range, Store } from '@errorsense/core/ports/store.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { CountObservation, ObservationMessage } from '@errorsense/core/wire/observations.ts'
import { HISTORY_MS } from './detector.ts'
import { normals } from './normals.ts'

export interface ReplayOptions {
  readonly store: Pick<Store, 'history' | 'loadTemplates' | 'journal'>
  /** Event time, ms; its beginning is taken to a full minute. */
  readonly range: Range
  readonly detecting: DetectorOptions
}

export interface Replay {
  /** In order of their beginning, each in its last form. */
  readonly incidents: readonly Incident[]
  readonly lines: number
}

export async function replay({ store, range, detecting: options }: ReplayOptions): Promise<Replay> {
  const from = range.from - (range.from % MINUTE_MS)
  const miner = templates()
  miner.restore(await store.loadTemplates())
  const detecting = detection({ miner, ...options })
  const before = store.history({ from: from - HISTORY_MS, to: from, stepMs: MINUTE_MS })
  for await (const minute of byWindow(before)) detecting.teach(minute)
  await normals(store, detecting, Date.now).heed()
  detecting.startAt(from)
  const incidents = new Map<string, Incident>()
  let lines = 0
  for await (const counts of byWindow(store.history({ from, to: range.to, stepMs: WINDOW_MS }))) {
    lines += counts.reduce((sum, count) => sum + count.lines, 0)
    for (const incident of detecting.accept(messageOf(counts))) incidents.set(incident.id, incident)
  }
  for (const incident of detecting.finish()) incidents.set(incident.id, incident)
  return { incidents: [...incidents.values()].sort((a, b) => Date.parse(a.start) - Date.parse(b.start)), lines }
}

function messageOf(counts: readonly CountObservation[]): ObservationMessage {
  const range = { topic: 'stored', partition: 0, partitions: 1, from: 0, to: 0 }
  const watermark = counts[0].window + WINDOW_MS
  return { v: 1, range, watermark, resumed: false, counts, shapes: [], security: [], sessions: [] }
}

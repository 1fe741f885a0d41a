/**
 * Detection of a shard as its history teaches it: templates, and two weeks of minutes. Learning goes on from where it
 * ended, so that a shard that was kept ready is taken over by the minutes since.
 */
import { byWindow } from '@errorsense/core/aggregate/by-window.ts'
import { MINUTE_MS } from '@errorsense/core/aggregate/window.ts'
import { detection, type Detection } from '@errorsense/core/detect.ts'
import type { DetectorOptions } from '@errorsense/core/detectors/index.ts'
import { templates, type Miner } from '@errorsense/core/mine/templates.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Shard } from '@errorsense/core/wire/observations.ts'
import { breath } from './breath.ts'

/** History behind a baseline: two visits of every hour of the week. */
export const HISTORY_MS = 14 * 24 * 60 * MINUTE_MS

export interface Taught {
  readonly shard: Shard
  readonly miner: Miner
  readonly detection: Detection
  /** Minutes before this taught it; -Infinity: nothing did. */
  until: number
}

export function untaught(shard: Shard, detecting: DetectorOptions): Taught {
  const miner = templates()
  return { shard, miner, detection: detection({ miner, shard, ...detecting }), until: Number.NEGATIVE_INFINITY }
}

/** Teaches it the minutes before `to`; gives how many. When it fails or is broken off, the next call goes on from there. */
export async function learn(
  store: Pick<Store, 'loadTemplates' | 'history'>,
  taught: Taught,
  to: number,
  signal?: AbortSignal,
): Promise<number> {
  const { shard, miner, detection } = taught
  const breathe = breath()
  const from = Math.max(taught.until, to - HISTORY_MS)
  miner.restore(await store.loadTemplates())
  let minutes = 0
  for await (const minute of byWindow(store.history({ from, to, stepMs: MINUTE_MS, shard }))) {
    if (signal?.aborted) return minutes
    detection.teach(minute)
    taught.until = minute[0].window + MINUTE_MS
    minutes++
    await breathe()
  }
  taught.until = to
  for (const _ of detection.settle()) await breathe()
  return minutes
}

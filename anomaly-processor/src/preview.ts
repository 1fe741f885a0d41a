/** What each step of sensitivity would have told of a stored range: a replay for each. */
import { stepsOf } from '@errorsense/core/detectors/steps.ts'
import type { SensitivityStep } from '@errorsense/core/wire/detectors.ts'
import { replay, type ReplayOptions } from './replay.ts'

const REPLAYS = 3

export interface SensitivityPreview {
  /** Event time of the first that was judged, ms; the end of the range where nothing was stored. */
  readonly from: number
  readonly steps: readonly SensitivityStep[]
}

export async function sensitivityPreview(options: ReplayOptions): Promise<SensitivityPreview> {
  const { range, detecting, onProgress } = options
  let replays = 0
  let from = range.to
  const steps = await stepsOf(detecting.settings ?? {}, async (settings) => {
    const before = replays++ / REPLAYS
    const replayed = await replay({
      ...options,
      detecting: { ...detecting, settings },
      onProgress: (done) => onProgress?.(before + done / REPLAYS),
    })
    from = Math.min(from, replayed.from)
    return replayed.incidents
  })
  return { from, steps }
}

/** Stages 2 and 3 in one shard, joined by a function call: for files, replays, and whoever else has all of it. */
import { correlation, type Correlation } from './correlate.ts'
import { detection, type Detection, type DetectionOptions } from './detect.ts'
import type { Incident } from './wire/incident.ts'
import type { ObservationMessage } from './wire/observations.ts'

export interface WholeDetection
  extends
    Omit<Detection, 'accept' | 'inSteps' | 'finish' | 'keep' | 'recall' | 'refill'>,
    Pick<Correlation, 'restore' | 'heed' | 'held'> {
  /** Takes one message; gives the incidents that changed with it. */
  accept(message: ObservationMessage): Incident[]
  /** The input ended: closes every window and says what was held back. */
  finish(): Incident[]
}

export function wholeDetection(options: DetectionOptions): WholeDetection {
  const detects = detection(options)
  const correlates = correlation(options)
  return {
    ...detects,
    restore: correlates.restore,
    heed: correlates.heed,
    held: correlates.held,
    accept: (message) => correlates.accept(detects.accept(message)),
    finish() {
      const { told, held } = detects.finish()
      return [...correlates.accept(told), ...correlates.finish(held)]
    },
  }
}

/** The list of detectors. A new one is a file here and a line below. */
import type { Detector } from '../finding.ts'
import { errorSpike } from './error-spike.ts'
import { latency } from './latency.ts'
import { newTemplate } from './new-template.ts'
import { rateChange } from './rate-change.ts'
import { silence } from './silence.ts'

export interface DetectorOptions {
  /** Everything before this event time (ms) is normal and only teaches. */
  readonly learnUntil?: number
}

export function detectors(_options: DetectorOptions = {}): Detector[] {
  return [errorSpike(), latency(), rateChange(), silence(), newTemplate()]
}

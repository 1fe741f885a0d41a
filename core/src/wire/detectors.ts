/** Detectors as they are set, and what other settings would have told. */
import type { Sensitivity } from '../baseline/control.ts'

export type { Sensitivity }

export interface DetectorState {
  readonly name: string
  readonly enabled: boolean
  /** Finds, and its incidents are shown, but nobody is told. */
  readonly simulate: boolean
  /** Null where a detector has limits of its own. */
  readonly sensitivity: Sensitivity | null
}

export interface DetectorList {
  readonly detectors: readonly DetectorState[]
}

/** With all that know a sensitivity at this one. */
export interface SensitivityStep {
  readonly sensitivity: Sensitivity
  readonly incidents: number
  /** Incidents in which the detector took part. */
  readonly detectors: readonly { readonly detector: string; readonly incidents: number }[]
}

/** What would have been told of stored days; counted on demand. */
export type Preview =
  | { readonly state: 'none' }
  /** `done`: 0..1. */
  | { readonly state: 'running'; readonly done: number }
  | { readonly state: 'failed' }
  | {
      readonly state: 'done'
      /** ISO 8601: what was judged; less than was asked for where less is kept. */
      readonly from: string
      readonly to: string
      readonly steps: readonly SensitivityStep[]
    }

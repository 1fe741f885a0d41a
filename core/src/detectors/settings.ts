/** What can be set of a detector: whether it runs, whether it only simulates, how soon it tells. */
import { atSensitivity, type Sensitivity } from '../baseline/control.ts'
import type { Detector, Finding } from '../finding.ts'

export interface DetectorSetting {
  readonly enabled: boolean
  /** Finds, and its incidents are kept and shown, but nobody is told. */
  readonly simulate: boolean
  readonly sensitivity: Sensitivity
}

/** By name of the detector. */
export type DetectorSettings = Readonly<Record<string, DetectorSetting>>

/** Those that ask for the alarm level; the others know their own limits. */
export const sensitive: ReadonlySet<string> = new Set(['error-spike', 'latency', 'rate-change', 'silence'])

export function withSettings(detectors: readonly Detector[], settings: DetectorSettings): Detector[] {
  return detectors.flatMap((detector) => {
    const setting = Object.hasOwn(settings, detector.name) ? settings[detector.name] : undefined
    if (setting === undefined) return [detector]
    return setting.enabled ? [set(detector, setting)] : []
  })
}

function set(detector: Detector, { simulate, sensitivity }: DetectorSetting): Detector {
  const marked = (findings: Finding[]): Finding[] =>
    simulate ? findings.map((finding) => ({ ...finding, simulated: true })) : findings
  const { glance } = detector
  const asSet = <Window extends { readonly alarmBelow: number }>(window: Window): Window => ({
    ...window,
    alarmBelow: atSensitivity(window.alarmBelow, sensitivity),
  })
  return {
    name: detector.name,
    judge: (window) => marked(detector.judge(asSet(window))),
    ...(glance && { glance: (window) => marked(glance(asSet(window))) }),
    finish: (at) => marked(detector.finish?.(at) ?? []),
  }
}

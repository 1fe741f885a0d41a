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

export function withSettings<Window extends object>(
  detectors: readonly Detector<Window>[],
  settings: DetectorSettings,
): Detector<Window>[] {
  return detectors.flatMap((detector) => {
    const setting = Object.hasOwn(settings, detector.name) ? settings[detector.name] : undefined
    if (setting === undefined) return [detector]
    return setting.enabled ? [set(detector, setting)] : []
  })
}

function set<Window extends object>(
  detector: Detector<Window>,
  { simulate, sensitivity }: DetectorSetting,
): Detector<Window> {
  const marked = (findings: Finding[]): Finding[] =>
    simulate ? findings.map((finding) => ({ ...finding, simulated: true })) : findings
  const { glance } = detector
  return {
    ...detector,
    judge: (window) => marked(detector.judge(asSet(window, sensitivity))),
    ...(glance && { glance: (window) => marked(glance(asSet(window, sensitivity))) }),
    finish: (at) => marked(detector.finish?.(at) ?? []),
  }
}

function asSet<Window extends object>(window: Window, sensitivity: Sensitivity): Window {
  const limit = 'alarmBelow' in window ? window.alarmBelow : undefined
  return typeof limit === 'number' ? { ...window, alarmBelow: atSensitivity(limit, sensitivity) } : window
}

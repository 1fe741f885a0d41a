/** What each step of sensitivity would tell: the same input judged with all that know one set to it. */
import { sensitivities, type Sensitivity } from '../baseline/control.ts'
import type { Incident } from '../wire/incident.ts'
import type { SensitivityStep } from '../wire/detectors.ts'
import { detectorNames } from './index.ts'
import { sensitive, type DetectorSetting, type DetectorSettings } from './settings.ts'

const USUAL: DetectorSetting = { enabled: true, simulate: false, sensitivity: 'normal' }

/** The settings with every detector that knows a sensitivity at this one. */
export function allAt(settings: DetectorSettings, sensitivity: Sensitivity): DetectorSettings {
  const set = [...sensitive].map((name) => [name, { ...settingOf(settings, name), sensitivity }] as const)
  return { ...settings, ...Object.fromEntries(set) }
}

export function settingOf(settings: DetectorSettings, name: string): DetectorSetting {
  return Object.hasOwn(settings, name) ? settings[name] : USUAL
}

/** From the most patient to the soonest; `judge` is asked one after the other. */
export async function stepsOf(
  settings: DetectorSettings,
  judge: (settings: DetectorSettings) => Promise<readonly Incident[]>,
): Promise<SensitivityStep[]> {
  const steps: SensitivityStep[] = []
  for (const sensitivity of sensitivities) steps.push(stepOf(sensitivity, await judge(allAt(settings, sensitivity))))
  return steps
}

function stepOf(sensitivity: Sensitivity, incidents: readonly Incident[]): SensitivityStep {
  const counts = [...sensitive].map((name) => {
    const told = incidents.filter(({ findings }) => findings.some(({ detector }) => detector === name))
    return { detector: name, incidents: told.length }
  })
  return { sensitivity, incidents: incidents.length, detectors: counts }
}

/** Every detector there is, as it is set. */
export function allSettings(settings: DetectorSettings) {
  return detectorNames().map((name) => {
    const { enabled, simulate, sensitivity } = settingOf(settings, name)
    return { name, enabled, simulate, sensitivity: sensitive.has(name) ? sensitivity : null }
  })
}

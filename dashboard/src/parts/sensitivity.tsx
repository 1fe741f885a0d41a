import type { DetectorState, Preview, SensitivityStep } from '@errorsense/core/wire/detectors.ts'
import { moment, percent } from '../format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useDetectors, usePreview, useStartPreview } from '../queries.ts'
import { Section } from './section.tsx'

const DAYS = 7

/** What each step would have told of the last days: known before it is set. */
export function SensitivitySection() {
  const { t, language } = useLanguage()
  const { data: preview } = usePreview()
  const starting = useStartPreview()
  const isRunning = preview?.state === 'running'
  return (
    <Section title={t.sensitivityTitle}>
      <p class="max-w-prose text-soft">{t.sensitivityLong}</p>
      {preview?.state === 'done' && <Counts preview={preview} />}
      <div class="flex flex-wrap items-center gap-3">
        <button
          type="button"
          disabled={isRunning || starting.isPending}
          onClick={() => starting.mutate(DAYS)}
          class="button"
        >
          {t.countDays(DAYS)}
        </button>
        <span role="status" class="figures text-sm text-soft">
          {isRunning && t.counting(percent(preview.done, language))}
          {(preview?.state === 'failed' || starting.isError) && t.failed}
        </span>
      </div>
    </Section>
  )
}

function Counts({ preview: { from, to, steps } }: { preview: Extract<Preview, { state: 'done' }> }) {
  const { t, language } = useLanguage()
  const { data: detectors } = useDetectors()
  const rows = steps[0]?.detectors.map(({ detector }) => detector) ?? []
  return (
    <div class="panel overflow-x-auto">
      <table class="figures w-full text-left">
        <caption class="px-4 pt-3 text-left text-sm text-soft">
          {t.wouldHaveTold(moment(from, language), moment(to, language))}
        </caption>
        <thead>
          <tr class="text-sm text-soft">
            <th scope="col" class="px-4 py-2 font-normal">
              {t.detectors}
            </th>
            {steps.map(({ sensitivity }) => (
              <th key={sensitivity} scope="col" class="px-3 py-2 text-right font-normal whitespace-nowrap">
                {t.sensitivity[sensitivity]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="divide-y divide-line border-t border-line">
          {rows.map((name) => (
            <tr key={name}>
              <th scope="row" class="px-4 py-2.5 font-normal">
                {t.detector(name)}
              </th>
              {steps.map((step) => (
                <Count
                  key={step.sensitivity}
                  step={step}
                  detector={detectors?.find((one) => one.name === name)}
                  name={name}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CountProps {
  readonly step: SensitivityStep
  readonly name: string
  readonly detector: DetectorState | undefined
}

/** What is set now stands out. */
function Count({ step, name, detector }: CountProps) {
  const { t } = useLanguage()
  const isSet = detector?.enabled === true && detector.sensitivity === step.sensitivity
  return (
    <td class={`px-3 py-2.5 text-right ${isSet ? 'font-semibold' : 'text-soft'}`}>
      {step.detectors.find((one) => one.detector === name)?.incidents ?? 0}
      {isSet && <span class="sr-only"> ({t.setNow})</span>}
    </td>
  )
}

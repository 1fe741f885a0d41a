import type { DetectorState } from '@errorsense/core/wire/detectors.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useDetectors } from '../queries.ts'
import { Section } from './section.tsx'
import { Failure, Loading } from './waiting.tsx'

/** Every detector as it is set; what differs from the usual stands out. */
export function DetectorSection() {
  const { t } = useLanguage()
  const { data, error, refetch } = useDetectors()
  return (
    <Section title={t.detectors}>
      {data === undefined && error === null && <Loading rows={3} />}
      {data === undefined && error !== null && (
        <Failure text={t.failed} action={t.retry} onAction={() => void refetch()} />
      )}
      {data && (
        <ul class="panel divide-y divide-line @container">
          {data.map((detector) => (
            <Row key={detector.name} detector={detector} />
          ))}
        </ul>
      )}
      <p class="max-w-prose text-sm text-soft">{t.howToSet}</p>
      <pre class="overflow-x-auto rounded-lg bg-raised px-3 py-2 font-mono text-[0.8125rem]/5 whitespace-pre-wrap">
        {EXAMPLE}
      </pre>
    </Section>
  )
}

function Row({ detector: { name, enabled, simulate, sensitivity } }: { detector: DetectorState }) {
  const { t } = useLanguage()
  const state = !enabled ? t.detectorOff : simulate ? t.detectorSimulates : t.detectorOn
  return (
    <li class="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5">
      <span>
        <span class="font-medium">{t.detector(name)}</span> <code class="text-sm text-soft">{name}</code>
      </span>
      <span class={enabled && !simulate ? 'text-soft' : 'font-medium text-medium'}>
        {state}
        {enabled && sensitivity !== null && ` · ${t.sensitivityIs(t.sensitivity[sensitivity])}`}
      </span>
    </li>
  )
}

const EXAMPLE = `detectors:
  error-spike: { sensitivity: low }
  rare-template: { simulate: true }`

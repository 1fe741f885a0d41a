import type { Incident } from '@errorsense/core/wire/incident.ts'
import { clock, number } from '../format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Raw, TemplateText } from './raw.tsx'
import { Section } from './section.tsx'

const SAMPLE_LENGTH = 2000

/** What rose shortly before, most likely first. */
export function Causes({ causes }: Pick<Incident, 'causes'>) {
  const { t, language } = useLanguage()
  if (causes.length === 0) return null
  return (
    <Section title={t.firstCauses}>
      <ol class="panel divide-y divide-line">
        {causes.map((cause, index) => (
          <li key={cause.templateId} class="flex gap-3 px-4 py-3">
            <span class="figures grid size-6 shrink-0 place-items-center rounded-full bg-raised text-sm font-medium">
              {index + 1}
            </span>
            <div class="min-w-0">
              <TemplateText text={cause.template} />
              <p class="text-sm text-soft">
                <span class="figures">{clock(Date.parse(cause.at), language, true)}</span> ·{' '}
                <Raw text={cause.service} /> · <Raw text={language === 'es' ? cause.es : cause.why} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

export function Templates({ templates }: Pick<Incident, 'templates'>) {
  const { t, language } = useLanguage()
  if (templates.length === 0) return null
  const most = Math.max(...templates.map(({ count }) => count))
  return (
    <Section title={t.templates}>
      <ul class="panel divide-y divide-line">
        {templates.map(({ templateId, template, count }) => (
          <li key={templateId} class="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-4 py-3">
            <TemplateText text={template} />
            <span class="figures text-sm font-medium">{number(count, language)}</span>
            <span class="col-span-2 mt-1.5 h-1 rounded-full bg-raised" aria-hidden="true">
              <span class="block h-full rounded-full bg-accent/60" style={{ width: `${(100 * count) / most}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Samples({ samples }: Pick<Incident, 'samples'>) {
  const { t } = useLanguage()
  if (samples.length === 0) return null
  return (
    <Section title={t.samples}>
      <ul class="grid gap-2">
        {samples.map((sample, index) => (
          <li key={index}>
            <pre
              class="panel max-h-64 overflow-y-auto px-4 py-3 font-mono text-[0.8125rem]/5 whitespace-pre-wrap"
              tabIndex={0}
            >
              <Raw text={sample.slice(0, SAMPLE_LENGTH)} />
            </pre>
          </li>
        ))}
      </ul>
    </Section>
  )
}

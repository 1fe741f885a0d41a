import type { ServiceSummary } from '@errorsense/core/wire/api.ts'
import type { Incident, Severity } from '@errorsense/core/wire/incident.ts'
import { number, percent } from '../format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useLive } from '../live-state.tsx'
import { gravest } from '../severity.ts'
import { CheckIcon, EyeIcon, SeverityIcon } from './icons.tsx'

const tints: Readonly<Record<Severity, string>> = {
  critical: 'bg-critical/12',
  high: 'bg-high/12',
  medium: 'bg-medium/12',
  low: 'bg-low/12',
}

/** The answer to the first question: is everything all right? */
export function Summary({ active, services }: { active: readonly Incident[]; services: readonly ServiceSummary[] }) {
  const { t } = useLanguage()
  const open = active.filter(({ state }) => state === 'open')
  const severity = gravest(open)
  const young = services.filter(({ learning }) => learning !== undefined).length
  return (
    <section class="flex items-start gap-4">
      <span
        class={`grid size-12 shrink-0 place-items-center rounded-full *:size-6 ${severity ? tints[severity] : 'bg-ok/12'}`}
      >
        {severity && <SeverityIcon severity={severity} />}
        {!severity && (active.length > 0 ? <EyeIcon class="text-ok" /> : <CheckIcon class="text-ok" />)}
      </span>
      <div class="min-w-0">
        <h1 class="text-2xl/8 font-semibold tracking-tight text-balance" tabIndex={-1}>
          {severity && t.attention(open.length)}
          {!severity && (active.length > 0 ? t.handled(active.length) : t.quiet)}
        </h1>
        {active.length === 0 && <p class="mt-1 max-w-prose text-soft">{t.quietLong(services.length)}</p>}
        {young > 0 && <p class="mt-1 max-w-prose text-soft">{t.youngServices(young)}</p>}
        <Figures services={services} />
      </div>
    </section>
  )
}

function Figures({ services }: { services: readonly ServiceSummary[] }) {
  const { t, language } = useLanguage()
  const { rates } = useLive()
  if (rates === undefined) return null
  const sum = (of: 'lines' | 'errors') => [...rates.values()].reduce((total, rate) => total + rate[of], 0)
  const lines = sum('lines')
  return (
    <p class="figures mt-1 flex flex-wrap gap-x-4 text-soft">
      <Figure value={number(lines, language)} unit={t.linesPerSecond} />
      <Figure value={percent(lines === 0 ? 0 : sum('errors') / lines, language)} unit={t.errorShare} />
      <Figure value={String(services.length)} unit={t.serviceCount(services.length)} />
    </p>
  )
}

function Figure({ value, unit }: { value: string; unit: string }) {
  return (
    <span>
      <span class="font-medium text-ink">{value}</span> {unit}
    </span>
  )
}

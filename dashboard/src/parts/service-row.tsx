import { useMemo } from 'preact/hooks'
import type { Learning, ServiceSummary } from '@errorsense/core/wire/api.ts'
import type { Severity } from '@errorsense/core/wire/incident.ts'
import type { ServiceRate } from '@errorsense/core/wire/live.ts'
import { filled } from '../charts/filled.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import { ago, latency, number, percent } from '../format.ts'
import { harmlessText } from '../harmless.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useSeries } from '../queries.ts'
import { SeverityIcon } from './icons.tsx'
import { Raw } from './raw.tsx'

const MINUTE = 60_000
const SHOWN_MINUTES = 60
const SILENT_AFTER = 2 * MINUTE
/** From this share on errors are more than noise, and shown in their colour. */
const NOTABLE_ERRORS = 0.05

/** What is called "lately" of a service. */
export const LATELY_MINUTES = 5

export interface ServiceState {
  readonly service: string
  /** Of the last minutes; undefined where nothing was written in them. */
  readonly lately: ServiceSummary | undefined
  readonly lastSeen: string
  readonly rate: ServiceRate | undefined
  readonly severity: Severity | undefined
  /** While it is learnt. */
  readonly learning: Learning | undefined
}

export function ServiceRow({
  service,
  lately,
  lastSeen,
  rate,
  severity,
  learning,
  now,
}: ServiceState & { now: number }) {
  const { t, language } = useLanguage()
  const silence = now - Date.parse(lastSeen)
  const isSilent = silence > SILENT_AFTER && !rate?.lines
  return (
    <li class="grid grid-cols-[minmax(0,1fr)_4rem_4rem] items-center gap-x-3 px-4 py-3 @md:grid-cols-[minmax(0,1fr)_6rem_6.5rem] @md:gap-x-4 @2xl:grid-cols-[15rem_minmax(0,1fr)_6.5rem]">
      <div class="min-w-0">
        <p class="flex items-center gap-1.5 font-medium">
          {severity && <SeverityIcon severity={severity} class="size-4" />}
          {severity && <span class="sr-only">{t.severity[severity]}</span>}
          <span class="truncate" title={harmlessText(service)}>
            <Raw text={service} />
          </span>
        </p>
        <p class="figures truncate text-sm text-soft">
          {isSilent && t.lastLine(ago(silence, language))}
          {!isSilent && (learning ? <LearningText learning={learning} /> : <LatencyText lately={lately} />)}
        </p>
      </div>
      <Trend service={service} now={now} />
      <div class="figures text-right">
        <Rate rate={rate} lately={lately} />
        <ErrorShare lately={lately} />
      </div>
    </li>
  )
}

/** Per second as it flows; slow ones per minute, over the last few: five seconds tell nothing of them. */
function Rate({ rate, lately }: Pick<ServiceState, 'rate' | 'lately'>) {
  const { t, language } = useLanguage()
  const perMinute = (lately?.lines ?? 0) / LATELY_MINUTES
  const isSlow = perMinute < 60 && (rate?.lines ?? 0) < 2
  const value = isSlow ? perMinute : rate?.lines
  return (
    <p class="font-medium">
      {value === undefined ? '–' : number(value, language)}
      <span class="text-sm font-normal text-soft">{isSlow ? t.perMinute : t.perSecond}</span>
    </p>
  )
}

/** What is learnt first is told first. */
function LearningText({ learning: { rates, newLines } }: { learning: Learning }) {
  const { t, language } = useLanguage()
  const share = rates < 1 ? rates : newLines
  return (
    <>
      {t.learning} <span class="hidden @md:inline">{rates < 1 ? t.itsRates : t.itsLines} </span>
      {percent(share, language)}
    </>
  )
}

function LatencyText({ lately }: { lately: ServiceSummary | undefined }) {
  const { t, language } = useLanguage()
  if (lately === undefined || lately.latencyP50 === null) return <>&nbsp;</>
  return (
    <>
      {latency(lately.latencyP50, language)} {t.median}
      <span class="hidden @md:inline">
        {' · '}
        {latency(lately.latencyP99, language)} {t.p99}
      </span>
    </>
  )
}

function ErrorShare({ lately }: { lately: ServiceSummary | undefined }) {
  const { t, language } = useLanguage()
  if (lately === undefined || lately.lines === 0) return null
  const share = lately.errors / lately.lines
  return (
    <p class={`text-sm whitespace-nowrap ${share >= NOTABLE_ERRORS ? 'font-medium text-critical' : 'text-soft'}`}>
      {percent(share, language)} <span class="sr-only @md:not-sr-only @md:whitespace-nowrap">{t.errorShare}</span>
    </p>
  )
}

function Trend({ service, now }: { service: string; now: number }) {
  const { t, language } = useLanguage()
  const { data } = useSeries({ service, minutes: SHOWN_MINUTES, step: MINUTE / 1000 })
  const thisMinute = now - (now % MINUTE)
  const points = useMemo(
    () => filled(data ?? [], thisMinute - SHOWN_MINUTES * MINUTE, SHOWN_MINUTES, MINUTE),
    [data, thisMinute],
  )
  if (data === undefined) return <div class="h-8 animate-pulse rounded bg-raised" />
  const lines = points.map((point) => point.lines)
  const label = t.sparkline(
    harmlessText(service),
    number(Math.min(...lines), language),
    number(Math.max(...lines), language),
  )
  return <Sparkline points={points} label={label} />
}

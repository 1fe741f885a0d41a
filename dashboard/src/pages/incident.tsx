import { useEffect, useRef } from 'preact/hooks'
import type { IncidentDetail } from '@errorsense/core/wire/api.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { ApiError } from '../api.ts'
import { duration, moment, number, percent } from '../format.ts'
import { harmlessText } from '../harmless.ts'
import { useLanguage, wordsOf } from '../i18n/language.tsx'
import { useNow } from '../now.ts'
import { BackLink } from '../parts/back-link.tsx'
import { Decision } from '../parts/decision.tsx'
import { Entities } from '../parts/entities.tsx'
import { Causes, Samples, Templates } from '../parts/evidence.tsx'
import { Findings } from '../parts/findings.tsx'
import { CheckIcon, EyeIcon, SeverityIcon, severityColor } from '../parts/icons.tsx'
import { Journal } from '../parts/journal.tsx'
import { Normality } from '../parts/normality.tsx'
import { Raw } from '../parts/raw.tsx'
import { Failure, Loading } from '../parts/waiting.tsx'
import { useIncident } from '../queries.ts'

export function IncidentPage({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data, error, refetch } = useIncident(id)
  return (
    <div class="grid gap-5">
      <BackLink />
      {data && <Detail {...data} />}
      {!data && error === null && <Loading rows={4} />}
      {!data && error instanceof ApiError && error.status === 404 && <p>{t.gone}</p>}
      {!data && error !== null && !(error instanceof ApiError && error.status === 404) && (
        <Failure text={t.failed} action={t.retry} onAction={() => void refetch()} />
      )}
    </div>
  )
}

function Detail({ incident, journal, normals, feedback }: IncidentDetail) {
  const acts = (
    <div class="grid gap-3">
      <Decision incident={incident} />
      <Normality incident={incident} normals={normals} feedback={feedback} />
    </div>
  )
  return (
    <div class="grid gap-7 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)] lg:gap-x-10">
      <div class="grid min-w-0 content-start gap-7">
        <Head incident={incident} />
        <div class="lg:hidden">{acts}</div>
        <Findings incident={incident} />
        <Causes causes={incident.causes} />
        <Templates templates={incident.templates} />
        <Samples samples={incident.samples} />
      </div>
      <div class="grid min-w-0 content-start gap-7">
        <div class="max-lg:hidden">{acts}</div>
        <Facts incident={incident} />
        <Entities entities={incident.entities} />
        <Journal entries={journal} />
      </div>
    </div>
  )
}

const isOver = ({ state }: Incident) => state === 'resolved' || state === 'normal'

/** Up to now while it lasts, ms. */
function lengthOf(incident: Incident, now: number): number {
  const end = Date.parse(incident.end)
  return (isOver(incident) ? end : Math.max(now, end)) - Date.parse(incident.start)
}

function Head({ incident }: { incident: Incident }) {
  const { t, language } = useLanguage()
  const { title, why } = wordsOf(incident, language)
  const now = useNow()
  const lengthText = duration(lengthOf(incident, now), language)
  const heading = useRef<HTMLHeadingElement>(null)

  // Who reads with ears must land on the new page, not stay at the link that led here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    document.title = `${harmlessText(title)} · ErrorSense`
  }, [title])

  return (
    <div class="grid gap-2">
      <p class="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm font-medium">
        <span class={`inline-flex items-center gap-1.5 ${severityColor[incident.severity]}`}>
          <SeverityIcon severity={incident.severity} />
          {t.severity[incident.severity]}
        </span>
        <State state={incident.state} />
        <span class="font-normal text-soft">{t.kind(incident.kind)}</span>
        <span class="font-normal text-soft">{isOver(incident) ? t.lasted(lengthText) : t.since(lengthText)}</span>
      </p>
      <h1 ref={heading} tabIndex={-1} class="text-2xl/8 font-semibold tracking-tight text-balance sm:text-3xl/9">
        <Raw text={title} />
      </h1>
      <p class="max-w-prose text-lg/7">
        <Raw text={why} />
      </p>
    </div>
  )
}

function State({ state }: Pick<Incident, 'state'>) {
  const { t } = useLanguage()
  return (
    <span class="inline-flex items-center gap-1.5 text-soft">
      {state === 'acknowledged' && <EyeIcon />}
      {(state === 'resolved' || state === 'normal') && <CheckIcon class="text-ok" />}
      {t.state[state]}
    </span>
  )
}

function Facts({ incident }: { incident: Incident }) {
  const { t, language } = useLanguage()
  const now = useNow()
  const { start, end, detected, lines, score } = incident
  const facts = [
    [t.started, moment(start, language)],
    [t.noticed, t.after(duration(Math.max(0, Date.parse(detected) - Date.parse(start)), language))],
    [t.lastSeen, moment(end, language)],
    [t.length, duration(lengthOf(incident, now), language)],
    [t.lines, number(lines, language)],
    [t.certainty, percent(score, language)],
  ]
  return (
    <dl class="panel grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 p-4">
      {facts.map(([name, value]) => (
        <>
          <dt class="text-soft">{name}</dt>
          <dd class="figures text-right">{value}</dd>
        </>
      ))}
      <dt class="text-soft">{t.services}</dt>
      <dd class="text-right">
        <Raw text={incident.service.join(', ')} />
      </dd>
    </dl>
  )
}

import { useEffect, useState } from 'preact/hooks'
import type { ServiceSummary } from '@errorsense/core/wire/api.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useLive } from '../live-state.tsx'
import { useNow } from '../now.ts'
import { FirstSteps } from '../parts/first-steps.tsx'
import { IncidentCard, IncidentLine } from '../parts/incident-card.tsx'
import { ServiceRow, type ServiceState } from '../parts/service-row.tsx'
import { Section } from '../parts/section.tsx'
import { gravest, Summary } from '../parts/summary.tsx'
import { Failure, Loading } from '../parts/waiting.tsx'
import { DAY_MINUTES, useIncidents, useServices } from '../queries.ts'

const LATELY_MINUTES = 5
const FIRST_SHOWN = 12

const isActive = ({ state }: Incident) => state === 'open' || state === 'acknowledged'

export function Home() {
  const { t } = useLanguage()
  const incidents = useIncidents()
  const services = useServices(DAY_MINUTES)
  const now = useNow()
  const active = incidents.data?.filter(isActive) ?? []

  const open = active.filter(({ state }) => state === 'open').length
  useEffect(() => {
    document.title = open > 0 ? `(${open}) ErrorSense` : 'ErrorSense'
  }, [open])

  const failed = [incidents, services].find(({ data, error }) => data === undefined && error !== null)
  if (failed) return <Failure text={t.failed} action={t.retry} onAction={() => void failed.refetch()} />
  if (incidents.data === undefined || services.data === undefined) return <Loading rows={5} />
  if (incidents.data.length === 0 && services.data.length === 0) return <FirstSteps />

  const over = incidents.data.filter((incident) => !isActive(incident))
  return (
    <div class="grid gap-7 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)] lg:gap-x-8">
      <div class="lg:col-span-2">
        <Summary active={active} services={services.data} />
      </div>
      {active.length > 0 && (
        <Section title={t.openIncidents} class="lg:col-start-1">
          <ul class="grid gap-3">
            {byGravity(active).map((incident) => (
              <IncidentCard key={incident.id} incident={incident} now={now} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.services} hint={t.lastHour} class="lg:col-start-2 lg:row-span-3 lg:row-start-2">
        <Services known={services.data} active={active} now={now} />
      </Section>
      <Section title={t.recent} class="lg:col-start-1">
        {over.length === 0 && <p class="text-soft">{t.noRecent}</p>}
        {over.length > 0 && (
          <ul class="panel divide-y divide-line overflow-hidden">
            {over.map((incident) => (
              <IncidentLine key={incident.id} incident={incident} now={now} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

function Services({
  known,
  active,
  now,
}: {
  known: readonly ServiceSummary[]
  active: readonly Incident[]
  now: number
}) {
  const { t } = useLanguage()
  const { rates } = useLive()
  const lately = useServices(LATELY_MINUTES)
  const [all, setAll] = useState(false)

  const latelyOf = new Map(lately.data?.map((summary) => [summary.service, summary]))
  const silent = { lines: 0, errors: 0 }
  const states = known.map<ServiceState>(({ service, lastSeen }) => ({
    service,
    lastSeen: latelyOf.get(service)?.lastSeen ?? lastSeen,
    lately: latelyOf.get(service),
    rate: rates && (rates.get(service) ?? { service, ...silent }),
    severity: gravest(active.filter((incident) => incident.service.includes(service))),
  }))
  const lines = new Map(known.map((summary) => [summary.service, summary.lines]))
  states.sort(
    (a, b) =>
      Number(b.severity !== undefined) - Number(a.severity !== undefined) ||
      (lines.get(b.service) ?? 0) - (lines.get(a.service) ?? 0),
  )
  const shown = all ? states : states.slice(0, FIRST_SHOWN)
  return (
    <div class="panel overflow-hidden">
      <ul class="divide-y divide-line">
        {shown.map((state) => (
          <ServiceRow key={state.service} {...state} now={now} />
        ))}
      </ul>
      {shown.length < states.length && (
        <button
          type="button"
          class="h-11 w-full border-t border-line text-sm font-medium text-accent"
          onClick={() => setAll(true)}
        >
          {t.showAll(states.length)}
        </button>
      )}
    </div>
  )
}

const gravity: readonly Incident['severity'][] = ['critical', 'high', 'medium', 'low']

/** Open before acknowledged, grave before light, new before old. */
function byGravity(incidents: readonly Incident[]): Incident[] {
  return incidents.toSorted(
    (a, b) =>
      Number(a.state !== 'open') - Number(b.state !== 'open') ||
      gravity.indexOf(a.severity) - gravity.indexOf(b.severity) ||
      b.start.localeCompare(a.start),
  )
}

import { useEffect } from 'preact/hooks'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useNow } from '../now.ts'
import { FirstSteps } from '../parts/first-steps.tsx'
import { IncidentCard, IncidentLine } from '../parts/incident-card.tsx'
import { Services } from '../parts/services.tsx'
import { Section } from '../parts/section.tsx'
import { Summary } from '../parts/summary.tsx'
import { Failure, Loading } from '../parts/waiting.tsx'
import { DAY_MINUTES, useIncidents, useServices } from '../queries.ts'
import { byGravity } from '../severity.ts'

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
  // Side by side only where there is something to put beside the services.
  const isSplit = incidents.data.length > 0
  return (
    <div class={`grid gap-7 ${isSplit ? 'lg:grid-cols-[minmax(0,1fr)_minmax(0,30rem)] lg:gap-x-8' : ''}`}>
      <div class="col-span-full">
        <Summary active={active} services={services.data} />
      </div>
      {active.length > 0 && (
        <Section title={t.openIncidents}>
          <ul class="grid gap-3">
            {byGravity(active).map((incident) => (
              <IncidentCard key={incident.id} incident={incident} now={now} />
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t.services}
        hint={t.lastHour}
        class={isSplit ? 'lg:col-start-2 lg:row-span-2 lg:row-start-2' : ''}
      >
        <Services known={services.data} active={active} now={now} />
      </Section>
      {over.length > 0 && (
        <Section title={t.recent}>
          <ul class="panel divide-y divide-line overflow-hidden">
            {over.map((incident) => (
              <IncidentLine key={incident.id} incident={incident} now={now} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

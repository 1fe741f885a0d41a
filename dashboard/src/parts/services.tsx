import { useState } from 'preact/hooks'
import type { ServiceSummary } from '@errorsense/core/wire/api.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useLive } from '../live-state.tsx'
import { useServices } from '../queries.ts'
import { gravest, gravity } from '../severity.ts'
import { LATELY_MINUTES, ServiceRow, type ServiceState } from './service-row.tsx'

const FIRST_SHOWN = 12

interface ServicesProps {
  /** Every service heard of lately, also those that fell silent. */
  readonly known: readonly ServiceSummary[]
  readonly active: readonly Incident[]
  readonly now: number
}

/** Troubled ones first, then the busy ones. */
export function Services({ known, active, now }: ServicesProps) {
  const { t } = useLanguage()
  const [all, setAll] = useState(false)
  const states = useStates(known, active)
  const shown = all ? states : states.slice(0, FIRST_SHOWN)
  return (
    <div class="panel @container overflow-hidden">
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

function useStates(known: readonly ServiceSummary[], active: readonly Incident[]): ServiceState[] {
  const { rates } = useLive()
  const lately = useServices(LATELY_MINUTES)
  const latelyOf = new Map(lately.data?.map((summary) => [summary.service, summary]))
  return known
    .toSorted((a, b) => b.lines - a.lines)
    .map(({ service, lastSeen, learning }) => ({
      service,
      learning,
      lastSeen: latelyOf.get(service)?.lastSeen ?? lastSeen,
      lately: latelyOf.get(service),
      rate: rates && (rates.get(service) ?? { service, lines: 0, errors: 0 }),
      severity: gravest(active.filter((incident) => incident.service.includes(service))),
    }))
    .sort((a, b) => gravity(b.severity) - gravity(a.severity))
}

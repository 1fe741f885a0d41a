import { Link } from 'wouter-preact'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { ago, duration, moment } from '../format.ts'
import { useLanguage, wordsOf } from '../i18n/language.tsx'
import { EyeIcon, ForwardIcon, SeverityIcon, severityColor } from './icons.tsx'
import { Raw } from './raw.tsx'

const path = ({ id }: Incident) => `/incidents/${encodeURIComponent(id)}`

/** An incident that is not over: what, why, how grave, since when. */
export function IncidentCard({ incident, now }: { incident: Incident; now: number }) {
  const { t, language } = useLanguage()
  const { title, why } = wordsOf(incident, language)
  return (
    <li class="panel relative flex gap-3 p-4 transition-colors hover:bg-raised">
      <SeverityIcon severity={incident.severity} />
      <div class="min-w-0 flex-1">
        <h3 class="leading-snug font-semibold">
          {/* The whole card is the link; its words stay the name of it. */}
          <Link href={path(incident)} class="after:absolute after:inset-0 after:rounded-[0.875rem]">
            <Raw text={title} />
          </Link>
        </h3>
        <p class="mt-1 line-clamp-3 text-soft">
          <Raw text={why} />
        </p>
        <p class="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          <span class={`font-medium ${severityColor[incident.severity]}`}>{t.severity[incident.severity]}</span>
          <time dateTime={incident.start} title={moment(incident.start, language)}>
            {t.since(duration(now - Date.parse(incident.start), language))}
          </time>
          {incident.state === 'acknowledged' && (
            <span class="inline-flex items-center gap-1">
              <EyeIcon class="size-4" />
              {t.state.acknowledged}
            </span>
          )}
        </p>
      </div>
      <ForwardIcon class="self-center text-soft max-sm:hidden" />
    </li>
  )
}

/** An incident that is over, in one line. */
export function IncidentLine({ incident, now }: { incident: Incident; now: number }) {
  const { t, language } = useLanguage()
  const lasted = Date.parse(incident.end) - Date.parse(incident.start)
  return (
    <li class="relative flex items-center gap-3 px-4 py-3 hover:bg-raised">
      <SeverityIcon severity={incident.severity} class="opacity-70" />
      <div class="min-w-0 flex-1">
        <Link href={path(incident)} class="line-clamp-1 after:absolute after:inset-0">
          <Raw text={wordsOf(incident, language).title} />
        </Link>
        <p class="text-sm text-soft">
          <time dateTime={incident.end} title={moment(incident.end, language)}>
            {ago(now - Date.parse(incident.end), language)}
          </time>
          {' · '}
          {t.lasted(duration(lasted, language))}
          {incident.state === 'normal' && ` · ${t.calledNormal}`}
        </p>
      </div>
      <span class="sr-only">{t.state[incident.state]}</span>
    </li>
  )
}

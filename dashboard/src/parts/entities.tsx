import { useState } from 'preact/hooks'
import type { Entities as EntitiesOf } from '@errorsense/core/wire/incident.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Raw } from './raw.tsx'
import { Section } from './section.tsx'

const SHOWN = 6

/** Offenders and victims apart: nobody must block the one for the other. */
export function Entities({ entities }: { entities: EntitiesOf }) {
  const { t } = useLanguage()
  const offenders = (['ip', 'user', 'session'] as const).filter((name) => entities[name].length > 0)
  return (
    <>
      {offenders.length > 0 && (
        <Section title={t.whoDidIt}>
          <div class="panel grid gap-3 p-4">
            {offenders.map((name) => (
              <Names key={name} title={t[name]} names={entities[name]} />
            ))}
          </div>
        </Section>
      )}
      {entities.target.length > 0 && (
        <Section title={t.whoWasHit}>
          <div class="panel p-4">
            <Names title={t.target} names={entities.target} />
          </div>
        </Section>
      )}
    </>
  )
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  const { t } = useLanguage()
  const [all, setAll] = useState(false)
  const shown = all ? names : names.slice(0, SHOWN)
  return (
    <div>
      <h3 class="mb-1.5 text-sm text-soft">{title}</h3>
      <ul class="flex flex-wrap gap-1.5">
        {shown.map((name) => (
          <li key={name} class="rounded-md bg-raised px-2 py-0.5 font-mono text-[0.8125rem]">
            <Raw text={name} />
          </li>
        ))}
        {shown.length < names.length && (
          <li>
            <button
              type="button"
              onClick={() => setAll(true)}
              class="min-h-6 rounded-md px-1 text-sm font-medium text-accent"
            >
              {t.more(names.length - shown.length)}
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}

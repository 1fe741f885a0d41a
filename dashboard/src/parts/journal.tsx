import type { JournalEntry } from '@errorsense/core/wire/live.ts'
import { moment } from '../format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Raw } from './raw.tsx'
import { Section } from './section.tsx'

/** What was done about it, newest first. */
export function Journal({ entries }: { entries: readonly JournalEntry[] }) {
  const { t, language } = useLanguage()
  return (
    <Section title={t.journal}>
      {entries.length === 0 && <p class="text-soft">{t.noJournal}</p>}
      <ol class="grid gap-4 border-l-2 border-line pl-4">
        {entries.toReversed().map((entry) => (
          <li
            key={entry.id}
            class="relative before:absolute before:top-2 before:-left-[1.3125rem] before:size-2 before:rounded-full before:bg-soft"
          >
            <p>
              <span class="font-medium">{t.action[entry.action]}</span>{' '}
              <span class="text-soft">
                <Raw text={t.by(t.who[entry.by] ?? entry.by)} />
              </span>
            </p>
            {entry.note && (
              <p>
                <Raw text={entry.note} />
              </p>
            )}
            <time dateTime={entry.at} class="figures text-sm text-soft">
              {moment(entry.at, language)}
            </time>
          </li>
        ))}
      </ol>
    </Section>
  )
}

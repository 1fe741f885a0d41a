import { Link } from 'wouter-preact'
import type { Feedback } from '@errorsense/core/wire/normal.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useFeedback } from '../queries.ts'
import { FeedbackText, UndoButton } from './feedback-text.tsx'
import { Raw } from './raw.tsx'
import { Section } from './section.tsx'
import { Failure, Loading } from './waiting.tsx'

/** Everything that was called normal: in force first, then what was undone. */
export function FeedbackSection() {
  const { t } = useLanguage()
  const { data, error, refetch } = useFeedback()
  const inForce = data?.filter(({ undone }) => undone === undefined) ?? []
  const undone = data?.filter(({ undone }) => undone !== undefined) ?? []
  return (
    <Section title={t.calledNormal}>
      {data === undefined && error === null && <Loading rows={2} />}
      {data === undefined && error !== null && (
        <Failure text={t.failed} action={t.retry} onAction={() => void refetch()} />
      )}
      {data?.length === 0 && <p class="max-w-prose text-soft">{t.nothingNormal}</p>}
      {inForce.length > 0 && <Rows feedback={inForce} />}
      {undone.length > 0 && (
        <details>
          <summary class="min-h-9 cursor-pointer text-sm text-soft">{t.undoneCount(undone.length)}</summary>
          <Rows feedback={undone} />
        </details>
      )}
    </Section>
  )
}

function Rows({ feedback }: { feedback: readonly Feedback[] }) {
  const { language } = useLanguage()
  return (
    <ul class="panel divide-y divide-line">
      {feedback.map((one) => (
        <li key={one.id} class="grid gap-3 p-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start">
          <div class="grid min-w-0 gap-2">
            <FeedbackText feedback={one} />
            <Link href={`/incidents/${encodeURIComponent(one.incident)}`} class="text-sm font-medium text-accent">
              <Raw text={language === 'es' ? one.normal.es.title : one.normal.title} />
            </Link>
          </div>
          {one.undone === undefined && (
            <div class="grid gap-2">
              <UndoButton feedback={one} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

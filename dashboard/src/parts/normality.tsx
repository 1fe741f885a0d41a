import { useId, useState } from 'preact/hooks'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { Feedback, Normal, NormalScope } from '@errorsense/core/wire/normal.ts'
import { harmlessText } from '../harmless.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useSayNormal } from '../queries.ts'
import { FeedbackText, UndoButton } from './feedback-text.tsx'
import { ForwardIcon } from './icons.tsx'
import { Raw } from './raw.tsx'

interface NormalityProps {
  readonly incident: Incident
  readonly normals: readonly Normal[]
  readonly feedback: Feedback | undefined
}

/** "This is normal": for what, said clearly before it is said; and how to take it back. */
export function Normality({ incident, normals, feedback }: NormalityProps) {
  const { t } = useLanguage()
  if (feedback !== undefined) {
    return (
      <section class="panel grid gap-3 p-4" aria-label={t.calledNormal}>
        <h2 class="heading">{t.calledNormal}</h2>
        <FeedbackText feedback={feedback} />
        <UndoButton feedback={feedback} />
      </section>
    )
  }
  return (
    <details class="panel group overflow-hidden">
      <summary class="flex min-h-11 cursor-pointer items-center justify-between px-4 font-medium hover:bg-raised">
        {t.isNormal}
        <ForwardIcon class="text-soft transition-transform group-open:rotate-90" />
      </summary>
      <Question key={incident.id} incident={incident} normals={normals} />
    </details>
  )
}

function Question({ incident, normals }: Omit<NormalityProps, 'feedback'>) {
  const { t } = useLanguage()
  const group = useId()
  const [scope, setScope] = useState<NormalScope>(normals[0]?.scope ?? 'service')
  const [note, setNote] = useState('')
  const saying = useSayNormal(incident.id)
  return (
    <div class="grid gap-3 border-t border-line p-4">
      <fieldset class="grid gap-1">
        <legend class="mb-1 text-sm text-soft">{t.normalFor}</legend>
        {normals.map((normal) => (
          <label key={normal.scope} class="flex min-h-11 cursor-pointer items-start gap-2.5 rounded-lg py-1.5">
            <input
              type="radio"
              name={group}
              checked={normal.scope === scope}
              onChange={() => setScope(normal.scope)}
              class="mt-1 size-4 shrink-0 accent-accent"
            />
            <span class="min-w-0">
              <span class="block">{t.scope[normal.scope]}</span>
              <span class="line-clamp-3 block text-sm text-soft first-letter:uppercase">
                <Raw text={t.describe(normal)} />
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="text-sm text-soft">{t.normalRoom}</p>
      <label class="grid gap-1.5 text-sm text-soft">
        {t.why}
        <input
          type="text"
          maxLength={2000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
          class="min-h-11 rounded-lg border border-line bg-page px-3 text-base text-ink"
        />
      </label>
      <button
        type="button"
        disabled={saying.isPending}
        onClick={() => saying.mutate({ scope, note: note.trim() })}
        aria-label={harmlessText(`${t.sayNormal}: ${t.scope[scope]}`)}
        class="button"
      >
        {t.sayNormal}
      </button>
      <p role="status" class="text-sm text-critical empty:hidden">
        {saying.isError && t.decideFailed}
      </p>
    </div>
  )
}

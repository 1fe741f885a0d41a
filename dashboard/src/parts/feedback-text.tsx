import type { Feedback } from '@errorsense/core/wire/normal.ts'
import { moment } from '../format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useUndo } from '../queries.ts'
import { Raw } from './raw.tsx'

/** What is held back, who said so, and what came of it. */
export function FeedbackText({ feedback }: { feedback: Feedback }) {
  const { t, language } = useLanguage()
  const { normal, by, at, note, held, undone } = feedback
  return (
    <div class="grid min-w-0 gap-1">
      <p class="font-medium">{t.scope[normal.scope]}</p>
      <p class="line-clamp-4 first-letter:uppercase">
        <Raw text={t.describe(normal)} />
      </p>
      {note !== '' && (
        <p>
          <Raw text={`“${note}”`} />
        </p>
      )}
      <p class="figures text-sm text-soft">
        <Raw text={t.saidBy(t.who[by] ?? by, moment(at, language))} />
        {undone && (
          <>
            {' · '}
            <Raw text={t.undoneBy(t.who[undone.by] ?? undone.by, moment(undone.at, language))} />
          </>
        )}
      </p>
      <p class="figures text-sm text-soft">
        {held.times === 0 ? t.heldNever : t.heldTimes(held.times, held.last ? moment(held.last, language) : '')}
      </p>
    </div>
  )
}

export function UndoButton({ feedback }: { feedback: Feedback }) {
  const { t } = useLanguage()
  const undo = useUndo()
  return (
    <>
      <button type="button" disabled={undo.isPending} onClick={() => undo.mutate(feedback.id)} class="button">
        {t.undo}
      </button>
      <p role="status" class="text-sm text-critical empty:hidden">
        {undo.isError && t.decideFailed}
      </p>
    </>
  )
}

import { useState } from 'preact/hooks'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useDecision } from '../queries.ts'
import { CheckIcon, EyeIcon } from './icons.tsx'

/** "I am on it" and "it is over", with a word for those who come later. */
export function Decision({ incident }: { incident: Incident }) {
  const { t } = useLanguage()
  const [note, setNote] = useState('')
  const decision = useDecision(incident.id)
  if (incident.state === 'resolved' || incident.state === 'normal') return null

  const decide = (verb: 'acknowledge' | 'resolve') =>
    decision.mutate({ verb, note: note.trim() }, { onSuccess: () => setNote('') })
  return (
    <div class="panel grid gap-3 p-4">
      <label class="grid gap-1.5 text-sm text-soft">
        {t.note}
        <textarea
          rows={1}
          maxLength={2000}
          value={note}
          placeholder={t.notePlaceholder}
          onInput={(event) => setNote(event.currentTarget.value)}
          class="field-sizing-content max-h-48 min-h-11 resize-none rounded-lg border border-line bg-page px-3 py-2 text-base text-ink placeholder:text-soft"
        />
      </label>
      <div class="flex gap-2">
        {incident.state === 'open' && (
          <button
            type="button"
            disabled={decision.isPending}
            onClick={() => decide('acknowledge')}
            class="button flex-1 gap-1.5 whitespace-nowrap"
          >
            <EyeIcon />
            {t.acknowledge}
          </button>
        )}
        <button
          type="button"
          disabled={decision.isPending}
          onClick={() => decide('resolve')}
          class="button button-accent flex-1 gap-1.5 whitespace-nowrap"
        >
          <CheckIcon />
          {t.resolve}
        </button>
      </div>
      <p role="status" class="text-sm text-critical empty:hidden">
        {decision.isError && t.decideFailed}
      </p>
    </div>
  )
}

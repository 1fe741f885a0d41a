import { useLanguage } from '../i18n/language.tsx'

/** Grey bars in the place of what comes. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const { t } = useLanguage()
  return (
    <div role="status" class="grid gap-3">
      <span class="sr-only">{t.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="h-16 animate-pulse rounded-xl bg-raised" />
      ))}
    </div>
  )
}

export function Failure({ text, action, onAction }: { text: string; action: string; onAction: () => void }) {
  return (
    <div role="alert" class="panel m-auto flex flex-wrap items-center justify-between gap-3 p-4">
      <p>{text}</p>
      <button type="button" onClick={onAction} class="button">
        {action}
      </button>
    </div>
  )
}

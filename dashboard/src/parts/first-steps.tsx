import { useLanguage } from '../i18n/language.tsx'

/** Shown until the first line has arrived. */
export function FirstSteps() {
  const { t } = useLanguage()
  const steps = [
    { title: t.howDemo, hint: t.howDemoHint, command: 'npm start' },
    { title: t.howSend, hint: t.howSendHint, command: SEND },
    { title: t.howFile, hint: t.howFileHint, command: 'npm run errorsense -- analyze app.log' },
  ]
  return (
    <section class="mx-auto grid max-w-2xl gap-6 py-6">
      <div class="grid gap-2">
        <span class="relative mb-2 grid size-12 place-items-center rounded-full bg-accent/12" aria-hidden="true">
          <span class="size-3 animate-ping rounded-full bg-accent/60" />
          <span class="absolute size-3 rounded-full bg-accent" />
        </span>
        <h1 class="text-2xl font-semibold tracking-tight" tabIndex={-1}>
          {t.waiting}
        </h1>
        <p class="text-soft">{t.waitingLong}</p>
      </div>
      <ol class="panel divide-y divide-line">
        {steps.map(({ title, hint, command }) => (
          <li key={command} class="grid gap-2 p-4">
            <h2 class="font-medium">{title}</h2>
            <p class="text-sm text-soft">{hint}</p>
            <pre class="rounded-lg bg-raised px-3 py-2 font-mono text-[0.8125rem]/5 whitespace-pre-wrap">{command}</pre>
          </li>
        ))}
      </ol>
    </section>
  )
}

const SEND = 'curl --data-binary @app.log "http://localhost:3001/ingest?service=app"'

import { harmless } from '../harmless.ts'
import { useLanguage } from '../i18n/language.tsx'

/** Text that strangers wrote: shown as it is, with what could deceive made visible and kept from reaching outside. */
export function Raw({ text }: { text: string }) {
  const { t } = useLanguage()
  return (
    <bdi>
      {harmless(text).map((segment, index) =>
        'text' in segment ? (
          segment.text
        ) : (
          <span
            key={index}
            role="img"
            aria-label={t.hiddenCharacter(segment.name)}
            title={segment.name}
            class="rounded-sm bg-raised px-0.5 text-medium"
          >
            {segment.mark}
          </span>
        ),
      )}
    </bdi>
  )
}

/** A template: where values stood, a quiet gap. */
export function TemplateText({ text }: { text: string }) {
  return (
    <code class="font-mono text-[0.8125rem]/5">
      {text.split('<*>').map((part, index) => (
        <span key={index}>
          {index > 0 && <span class="text-accent">⟨…⟩</span>}
          <Raw text={part} />
        </span>
      ))}
    </code>
  )
}

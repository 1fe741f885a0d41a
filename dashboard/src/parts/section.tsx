import type { ComponentChildren } from 'preact'

interface SectionProps {
  readonly title: string
  readonly hint?: string
  readonly class?: string
  readonly children: ComponentChildren
}

export function Section({ title, hint, class: extra = '', children }: SectionProps) {
  return (
    <section class={`grid min-w-0 content-start gap-2.5 ${extra}`}>
      <div class="flex items-baseline justify-between gap-4">
        <h2 class="heading">{title}</h2>
        {hint && <span class="text-sm text-soft">{hint}</span>}
      </div>
      {children}
    </section>
  )
}

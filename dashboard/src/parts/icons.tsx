/** Line icons of 20 by 20, in the colour of the text around them. They never speak alone: a word stands beside each. */
import type { ComponentChildren } from 'preact'
import type { Severity } from '@errorsense/core/wire/incident.ts'

function Icon({ children, class: extra = '' }: { children: ComponentChildren; class?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
      class={`shrink-0 ${extra.includes('size-') ? '' : 'size-5'} ${extra}`}
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

/** Told apart by their outline, not by colour alone. */
const severityShapes: Readonly<Record<Severity, ComponentChildren>> = {
  critical: (
    <>
      <path d="M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7z" fill="currentColor" />
      <path d="M10 6v5M10 14v.01" stroke="var(--surface)" stroke-width="2" />
    </>
  ),
  high: (
    <>
      <path d="M10 2.5 18.2 17H1.8z" fill="currentColor" />
      <path d="M10 8v4M10 14.4v.01" stroke="var(--surface)" stroke-width="2" />
    </>
  ),
  medium: (
    <>
      <path d="M10 1.8 18.2 10 10 18.2 1.8 10z" />
      <path d="M10 6.5v4M10 13.5v.01" />
    </>
  ),
  low: (
    <>
      <circle cx="10" cy="10" r="7.7" />
      <path d="M10 9v4.5M10 6.5v.01" />
    </>
  ),
}

export const severityColor: Readonly<Record<Severity, string>> = {
  critical: 'text-critical',
  high: 'text-high',
  medium: 'text-medium',
  low: 'text-low',
}

export function SeverityIcon({ severity, class: extra = '' }: { severity: Severity; class?: string }) {
  return <Icon class={`${severityColor[severity]} ${extra}`}>{severityShapes[severity]}</Icon>
}

export function CheckIcon({ class: extra }: { class?: string }) {
  return (
    <Icon class={extra}>
      <circle cx="10" cy="10" r="7.7" />
      <path d="m6.7 10.3 2.3 2.3 4.4-5" />
    </Icon>
  )
}

export function EyeIcon({ class: extra }: { class?: string }) {
  return (
    <Icon class={extra}>
      <path d="M1.8 10S4.7 4.5 10 4.5 18.2 10 18.2 10 15.3 15.5 10 15.5 1.8 10 1.8 10z" />
      <circle cx="10" cy="10" r="2.3" />
    </Icon>
  )
}

export function BackIcon() {
  return (
    <Icon>
      <path d="m12 4.5-5.5 5.5 5.5 5.5" />
    </Icon>
  )
}

export function ForwardIcon({ class: extra }: { class?: string }) {
  return (
    <Icon class={extra}>
      <path d="m8 4.5 5.5 5.5L8 15.5" />
    </Icon>
  )
}

export function TuneIcon() {
  return (
    <Icon>
      <path d="M3 6h6M13 6h4M3 14h4M11 14h6" />
      <circle cx="11" cy="6" r="2" />
      <circle cx="9" cy="14" r="2" />
    </Icon>
  )
}

export function OfflineIcon() {
  return (
    <Icon>
      <path d="M2.5 7.5a11 11 0 0 1 4-2.4M9.8 4.4a11 11 0 0 1 7.7 3.1M5.2 10.7a7 7 0 0 1 3.2-1.8M12.6 9.3a7 7 0 0 1 2.2 1.4M10 14.8v.01M3 2l14 16" />
    </Icon>
  )
}

export function Mark({ class: extra = '' }: { class?: string }) {
  return (
    <svg viewBox="0 0 64 64" class={extra} aria-hidden="true">
      <rect width="64" height="64" rx="15" fill="#4352c9" />
      <path
        d="M9 36h10l5-7 6 11 8-27 8 30 4-7h5"
        fill="none"
        stroke="#fff"
        stroke-width="4.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}

import { Link } from 'wouter-preact'
import { useLanguage } from '../i18n/language.tsx'
import type { LiveStatus } from '../live.ts'
import { useLive } from '../live-state.tsx'
import { Mark, OfflineIcon, TuneIcon } from './icons.tsx'

export function Header() {
  const { t } = useLanguage()
  const { status } = useLive()
  return (
    <header class="sticky top-0 z-10 border-b border-line bg-page/85 pt-[env(safe-area-inset-top)] backdrop-blur-md">
      <div class="mx-auto flex h-14 max-w-6xl items-center gap-2.5 px-4 sm:px-6">
        <Link
          href="/"
          class="flex items-center gap-2.5 rounded-lg font-semibold tracking-tight"
          aria-label={`ErrorSense – ${t.home}`}
        >
          <Mark class="size-7" />
          <span class="text-base">ErrorSense</span>
        </Link>
        <StatusPill status={status} />
        <DetectionLink />
        <LanguageSwitch />
      </div>
      {status === 'lost' && (
        <p
          role="status"
          class="flex items-center justify-center gap-2 border-t border-line bg-raised px-4 py-1.5 text-sm text-medium"
        >
          <OfflineIcon />
          {t.lostLong}
        </p>
      )}
    </header>
  )
}

function DetectionLink() {
  const { t } = useLanguage()
  return (
    <Link
      href="/detection"
      aria-label={t.detection}
      class="grid size-9 place-items-center rounded-lg text-soft hover:bg-raised hover:text-ink"
    >
      <TuneIcon />
    </Link>
  )
}

const dots: Readonly<Record<LiveStatus, string>> = { live: 'bg-ok', connecting: 'bg-soft', lost: 'bg-medium' }

function StatusPill({ status }: { status: LiveStatus }) {
  const { t } = useLanguage()
  return (
    <span class="ml-auto flex items-center gap-2 text-sm text-soft">
      <span class={`size-2 rounded-full ${dots[status]} ${status === 'live' ? '' : 'animate-pulse'}`} />
      {t[status]}
    </span>
  )
}

export function LanguageSwitch() {
  const { t, language, toggle } = useLanguage()
  return (
    <button
      type="button"
      onClick={toggle}
      lang={language === 'en' ? 'es' : 'en'}
      class="-mr-2.5 h-9 rounded-lg px-2.5 text-sm font-medium text-soft hover:bg-raised hover:text-ink"
    >
      {t.switchTo}
    </button>
  )
}

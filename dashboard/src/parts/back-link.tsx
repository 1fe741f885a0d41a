import { Link } from 'wouter-preact'
import { useLanguage } from '../i18n/language.tsx'
import { BackIcon } from './icons.tsx'

export function BackLink() {
  const { t } = useLanguage()
  return (
    <Link
      href="/"
      class="-ml-1.5 inline-flex min-h-9 items-center gap-1 justify-self-start rounded-lg pr-2 text-soft hover:text-ink"
    >
      <BackIcon />
      {t.back}
    </Link>
  )
}

import { Link } from 'wouter-preact'
import { useLanguage } from '../i18n/language.tsx'

export function NotFound() {
  const { t } = useLanguage()
  return (
    <div class="grid justify-items-start gap-4">
      <h1 class="text-2xl font-semibold tracking-tight">{t.notFound}</h1>
      <Link href="/" class="button">
        {t.back}
      </Link>
    </div>
  )
}

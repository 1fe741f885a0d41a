import { useEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../i18n/language.tsx'
import { BackLink } from '../parts/back-link.tsx'
import { DetectorSection } from '../parts/detectors.tsx'
import { FeedbackSection } from '../parts/feedback-list.tsx'
import { SensitivitySection } from '../parts/sensitivity.tsx'

/** How detection is set, and what people taught it. */
export function Detection() {
  const { t } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    document.title = `${t.detection} · ErrorSense`
  }, [t])
  return (
    <div class="grid gap-7">
      <BackLink />
      <h1 ref={heading} tabIndex={-1} class="text-2xl/8 font-semibold tracking-tight">
        {t.detection}
      </h1>
      <FeedbackSection />
      <SensitivitySection />
      <DetectorSection />
    </div>
  )
}

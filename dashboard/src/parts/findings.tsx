import { useMemo, useState } from 'preact/hooks'
import type { Incident, IncidentFinding } from '@errorsense/core/wire/incident.ts'
import { BandChart } from '../charts/band-chart.tsx'
import { plotOf, spanAround, strongest } from '../charts/finding-series.ts'
import { filled } from '../charts/filled.ts'
import { clock, number } from '../format.ts'
import { harmlessText } from '../harmless.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useSeries } from '../queries.ts'
import { Raw, TemplateText } from './raw.tsx'
import { Section } from './section.tsx'

const SHOWN = 8

/** What was seen and what is usual, as a list; the chosen one is drawn. */
export function Findings({ incident }: { incident: Incident }) {
  const { t } = useLanguage()
  const findings = useMemo(() => strongest(incident.findings).slice(0, SHOWN), [incident.findings])
  const [chosen, setChosen] = useState(0)
  const finding = findings[chosen] ?? findings[0]
  if (finding === undefined) return null
  return (
    <Section title={t.seenVsUsual}>
      <div class="panel overflow-hidden">
        <FindingChart incident={incident} finding={finding} />
        <fieldset class="divide-y divide-line border-t border-line">
          <legend class="sr-only">{t.seenVsUsual}</legend>
          {findings.map((item, index) => (
            <FindingRow
              key={index}
              finding={item}
              template={templateOf(incident, item)}
              chosen={item === finding}
              choosable={findings.length > 1}
              onChoose={() => setChosen(index)}
            />
          ))}
        </fieldset>
      </div>
    </Section>
  )
}

/** The words of the template a finding is about; it carries their id only. */
function templateOf({ templates, causes }: Incident, { template: id }: IncidentFinding): string | undefined {
  return [...templates, ...causes].find(({ templateId }) => templateId === id)?.template
}

interface FindingRowProps {
  readonly finding: IncidentFinding
  readonly template: string | undefined
  readonly chosen: boolean
  readonly choosable: boolean
  readonly onChoose: () => void
}

function FindingRow({ finding, template, chosen, choosable, onChoose }: FindingRowProps) {
  const { t, language } = useLanguage()
  const { seen, usual, low, high } = finding
  return (
    <label
      class={`grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-3 ${choosable ? 'cursor-pointer hover:bg-raised' : 'grid-cols-[minmax(0,1fr)_auto]'}`}
    >
      {choosable && (
        <input type="radio" name="finding" checked={chosen} onChange={onChoose} class="size-4 accent-accent" />
      )}
      <span class="min-w-0">
        <span class="block font-medium">{t.kind(finding.kind)}</span>
        <span class="block truncate text-sm text-soft">
          {template === undefined ? <Raw text={finding.service} /> : <TemplateText text={template} />}
        </span>
      </span>
      <span class="figures text-right">
        <span class="block">
          <span class="font-semibold">{number(seen, language)}</span>{' '}
          <span class="text-sm text-soft">{t.unit(finding.unit)}</span>
        </span>
        <span class="block text-sm text-soft">
          {t.usual} {number(usual, language)}
          {high > low && ` (${number(low, language)}–${number(high, language)})`}
        </span>
      </span>
    </label>
  )
}

function FindingChart({ incident, finding }: { incident: Incident; finding: IncidentFinding }) {
  const { t, language } = useLanguage()
  const [loadedAt] = useState(() => Date.now())
  const plot = plotOf(finding)
  const stepMs = plot.step * 1000
  const span = spanAround(incident, plot.step, loadedAt)
  const until = new Date(span.to).toISOString()
  const minutes = Math.max(1, Math.ceil((span.to - span.from) / 60_000))
  const { data, error } = useSeries({ service: finding.service, minutes, step: plot.step, until })
  const [index, setIndex] = useState<number | null>(null)

  const points = useMemo(
    () => filled(data ?? [], span.from, Math.round((span.to - span.from) / stepMs), stepMs),
    [data, span.from, span.to, stepMs],
  )
  const times = useMemo(() => points.map(({ at }) => Date.parse(at) / 1000), [points])
  const values = useMemo(() => points.map(plotOf(finding).value), [points, finding])

  if (data === undefined && error === null) return <div class="m-4 h-[252px] animate-pulse rounded-lg bg-raised" />
  if (data === undefined || data.length === 0) return <p class="p-4 text-soft">{t.noSeries}</p>

  const label = t.chart(t.unit(plot.unit), harmlessText(finding.service))
  const at = index === null ? undefined : values[index]
  return (
    <figure class="p-4 pb-2">
      <figcaption class="mb-2 flex flex-wrap justify-between gap-x-4 text-sm text-soft">
        <span class="first-letter:uppercase">
          <Raw text={label} />
        </span>
        {index !== null && at !== undefined && at !== null ? (
          <span class="figures text-ink" aria-hidden="true">
            {clock(times[index] * 1000, language, plot.step < 60)} · {number(at, language)}
          </span>
        ) : (
          plot.hasBand && (
            <span class="inline-flex items-center gap-1.5">
              <span class="h-3 w-4 rounded-sm bg-ok/30" />
              {t.normalBand}
            </span>
          )
        )}
      </figcaption>
      <BandChart
        times={times}
        values={values}
        band={plot.hasBand ? finding : undefined}
        incident={{ from: Date.parse(incident.start), to: Date.parse(incident.end) }}
        format={(value) => number(value, language)}
        language={language}
        label={`${label}. ${t.seen}: ${number(finding.seen, language)}, ${t.usual}: ${number(finding.usual, language)}`}
        onPoint={setIndex}
      />
    </figure>
  )
}

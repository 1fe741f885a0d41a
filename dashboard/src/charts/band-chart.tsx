import { useEffect, useRef, useState } from 'preact/hooks'
import uPlot from 'uplot'
import { clock, type Language } from '../format.ts'
import { outside, type Span } from './finding-series.ts'

export interface BandChartProps {
  /** Seconds since epoch, rising. */
  readonly times: readonly number[]
  readonly values: readonly (number | null)[]
  /** What would still have been normal. */
  readonly band: { readonly low: number; readonly high: number } | undefined
  readonly incident: Span
  readonly format: (value: number) => string
  readonly language: Language
  readonly label: string
  readonly onPoint: (index: number | null) => void
}

const HEIGHT = 220

/** A series, the band in which it usually stays, and the time it did not. */
export function BandChart(props: BandChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const scheme = useColorScheme()

  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const chart = new uPlot(options(props, element), dataOf(props), element)
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }))
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.destroy()
    }
  }, [props.times, props.values, props.band?.low, props.band?.high, props.language, scheme])

  return <div ref={place} role="img" aria-label={props.label} class="h-[220px] w-full overflow-hidden" />
}

function dataOf({ times, values, band }: BandChartProps): uPlot.AlignedData {
  const strange = band === undefined ? values.map(() => null) : outside(values, band.low, band.high)
  return [[...times], [...values], strange]
}

function options(props: BandChartProps, element: HTMLElement): uPlot.Options {
  const color = (name: string) => getComputedStyle(element).getPropertyValue(`--${name}`).trim()
  const axis = {
    stroke: color('soft'),
    font: `12px ${getComputedStyle(element).fontFamily}`,
    grid: { stroke: color('line'), width: 1 },
    ticks: { show: false },
  }
  const top = Math.max(1e-9, props.band?.high ?? 0)
  return {
    width: element.clientWidth,
    height: HEIGHT,
    padding: [8, 4, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    scales: { y: { range: (_chart, _low, high) => [0, Math.max(high, top) * 1.08] } },
    axes: [
      {
        ...axis,
        size: 30,
        grid: { show: false },
        space: 60,
        values: (_chart, ticks) => ticks.map((t) => clock(t * 1000, props.language)),
      },
      { ...axis, size: 44, values: (_chart, ticks) => ticks.map((tick) => props.format(tick)) },
    ],
    series: [
      {},
      { stroke: color('accent'), width: 1.75, points: { show: false } },
      { stroke: color('critical'), width: 2.25, points: { show: false } },
    ],
    hooks: {
      drawClear: [(chart) => drawBackground(chart, props, { band: color('ok'), incident: color('critical') })],
      setCursor: [(chart) => props.onPoint(chart.cursor.idx ?? null)],
    },
  }
}

/** The band lies across the whole chart, the incident stands in it from top to bottom. */
function drawBackground(
  chart: uPlot,
  { band, incident }: BandChartProps,
  colors: { band: string; incident: string },
): void {
  const { ctx, bbox } = chart
  const x = (ms: number) => Math.min(bbox.left + bbox.width, Math.max(bbox.left, chart.valToPos(ms / 1000, 'x', true)))
  ctx.save()
  ctx.globalAlpha = 0.07
  ctx.fillStyle = colors.incident
  const from = x(incident.from)
  ctx.fillRect(from, bbox.top, Math.max(2, x(incident.to) - from), bbox.height)
  if (band !== undefined) {
    const y = (value: number) => chart.valToPos(value, 'y', true)
    // A band thinner than a line would not be seen at all.
    const height = Math.max(3, y(band.low) - y(band.high))
    ctx.globalAlpha = 0.22
    ctx.fillStyle = colors.band
    ctx.fillRect(bbox.left, Math.min(y(band.high), bbox.top + bbox.height - height), bbox.width, height)
  }
  ctx.restore()
}

/** Canvas keeps the colours it was drawn with: it must be drawn again when they change. */
function useColorScheme(): boolean {
  const [query] = useState(() => matchMedia('(prefers-color-scheme: dark)'))
  const [dark, setDark] = useState(query.matches)
  useEffect(() => {
    const update = () => setDark(query.matches)
    query.addEventListener('change', update)
    return () => query.removeEventListener('change', update)
  }, [query])
  return dark
}

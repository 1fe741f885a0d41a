/**
 * A line that came like a heartbeat and comes no more. Some lines are written by the clock and by nothing else; three
 * of them missing is news long before a count would be unlikely, and while the service still says other things.
 */
import { WINDOW_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Detector, Finding, SeriesWindow, Template } from '../finding.ts'
import { memory } from '../memory.ts'

/** Beats before a rhythm is believed, and how even they must be. */
const ENOUGH = 20
const EVEN = 0.12
/** What comes faster is in every window, what comes slower is a job. */
const LEAST_GAP_MS = 2 * WINDOW_MS
const MOST_GAP_MS = 6 * 60 * 60_000
const MISSED = 3
/** Lines of one beat. */
const MOST_LINES = 5
const MEMORY = 1 / 16
const MAX_PULSES = 50_000
/** A pulse missed for so many beats is told no more: whoever stopped it meant to. */
const GIVEN_UP = 60

interface Pulse {
  readonly service: string
  readonly template: Template
  last: number
  beats: number
  /** Mean gap, and mean distance of gaps from it; ms. */
  gap: number
  off: number
  sample: string
  /** Missed beats that were told; -1 when nothing was. */
  told: number
}

export function heartbeat(): Detector {
  let pulses = new Map<string, Pulse>()
  /** Pulses worth a look: believed, and not given up. */
  let steady = new Set<Pulse>()

  function beat(series: SeriesWindow, template: Template, time: number): void {
    const key = `${series.service}\n${template.id}`
    const pulse = pulses.get(key)
    if (!pulse) {
      if (pulses.size >= MAX_PULSES) dropOldest()
      const { service, sample } = series
      pulses.set(key, { service, template, last: time, beats: 0, gap: 0, off: 0, sample, told: -1 })
      return
    }
    learn(pulse, time - pulse.last, series.lines)
    pulse.last = time
    pulse.sample = series.sample
    pulse.told = -1
    if (isSteady(pulse)) steady.add(pulse)
    else steady.delete(pulse)
  }

  function dropOldest(): void {
    const [key, pulse] = pulses.entries().next().value ?? []
    if (key === undefined || pulse === undefined) return
    pulses.delete(key)
    steady.delete(pulse)
  }

  function missed(pulse: Pulse, window: ClosedWindow): Finding[] {
    const missing = Math.floor((window.end - pulse.last - 2 * pulse.off - WINDOW_MS) / pulse.gap)
    if (missing < MISSED || missing <= pulse.told) return []
    pulse.told = missing
    if (missing > GIVEN_UP) steady.delete(pulse)
    return [finding(pulse, missing, window)]
  }

  return {
    name: 'heartbeat',
    judge(window) {
      for (const series of window.templates) {
        if (series.lines > 0 && series.template) beat(series, series.template, window.start)
      }
      return [...steady].flatMap((pulse) => missed(pulse, window))
    },
    memories: [
      memory('heartbeat', 1, { keep: () => ({ pulses, steady }), recall: (kept) => ({ pulses, steady } = kept) }),
    ],
  }
}

/** A beat that is missed once and comes again has a gap of two: no reason to forget the rhythm. */
function learn(pulse: Pulse, gap: number, lines: number): void {
  if (lines > MOST_LINES) {
    pulse.beats = 0
    return
  }
  const isSkip = pulse.beats >= ENOUGH && gap > 1.5 * pulse.gap
  if (isSkip) {
    pulse.beats -= ENOUGH / 4
    return
  }
  pulse.beats = Math.min(4 * ENOUGH, pulse.beats + 1)
  const rate = Math.max(MEMORY, 1 / pulse.beats)
  pulse.off += rate * (Math.abs(gap - pulse.gap) - pulse.off)
  pulse.gap += rate * (gap - pulse.gap)
  if (pulse.beats === 1) pulse.off = 0
}

/** Windows are coarse: a gap may look one longer or shorter than it is. */
function isSteady({ beats, gap, off }: Pulse): boolean {
  return beats >= ENOUGH && gap >= LEAST_GAP_MS && gap <= MOST_GAP_MS && off <= Math.max(EVEN * gap, WINDOW_MS / 2)
}

function finding({ service, template, last, gap, sample }: Pulse, missing: number, window: ClosedWindow): Finding {
  const every = Math.round(gap / 1000)
  return {
    detector: 'heartbeat',
    kind: 'silence',
    at: window.end,
    start: last + gap,
    service,
    templateId: template.id,
    entities: {},
    seen: 0,
    usual: missing,
    low: missing,
    high: missing,
    unit: 'lines',
    score: 1 - 1 / (1 + missing),
    samples: [sample],
    templates: [{ template, count: 0 }],
    lines: 0,
    reason: {
      en: `"${template.text.slice(0, 120)}" comes every ${every} s and was missed ${missing} times`,
      es: `"${template.text.slice(0, 120)}" llega cada ${every} s y faltó ${missing} veces`,
    },
  }
}

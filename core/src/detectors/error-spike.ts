/**
 * More errors than the service's own rhythm explains. Errors that grow as traffic grows are traffic: the usual is
 * raised by the growth before it is judged. A service that never said anything but errors has no rhythm to compare
 * with; that is told once, when it has had the time to say something else.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import { upperTail } from '../baseline/negative-binomial.ts'
import { LEARNING_MINUTES } from '../baseline/rate.ts'
import type { Words } from '../correlate/kinds/kind.ts'
import type { ClosedWindow, Detector, Finding, Glance, SeriesWindow } from '../finding.ts'
import { evidence, rateFinding, type Evidence } from './evidence.ts'

const YOUNG_MS = LEARNING_MINUTES * MINUTE_MS
const ENOUGH = 50
const NOTHING_ELSE = 0.95
const MAX_YOUNG = 10_000
const ONLY_ERRORS: Words = {
  en: 'It has written hardly anything but errors since its first line',
  es: 'Desde su primera línea casi no ha escrito más que errores',
}

interface Beginning {
  lines: number
  errors: number
}

export function errorSpike(): Detector {
  const young = new Map<string, Beginning>()

  function begin(series: SeriesWindow, window: ClosedWindow): Finding[] {
    const age = window.start - series.since
    if (age > YOUNG_MS && !young.has(series.service)) return []
    const known = young.get(series.service) ?? { lines: 0, errors: 0 }
    known.lines += series.lines
    known.errors += series.errors
    if (age <= YOUNG_MS) {
      young.set(series.service, known)
      if (young.size > MAX_YOUNG) young.delete(young.keys().next().value ?? '')
      return []
    }
    young.delete(series.service)
    return known.errors < ENOUGH || known.errors < NOTHING_ELSE * known.lines ? [] : [onlyErrors(series, known, window)]
  }

  return {
    name: 'error-spike',
    judge: (window) =>
      window.services.flatMap((series) => [
        ...judge(series, window, () => failing(window, series.service)),
        ...begin(series, window),
      ]),
    glance: (window) => window.services.flatMap((series) => judge(series, window, () => atAGlance(series))),
  }
}

function judge(series: SeriesWindow, window: Glance, proof: () => Evidence): Finding[] {
  const score = series.errorScore
  if (score.learning || score.pUp > window.alarmBelow) return []
  const usual = score.usual * growth(series)
  const chance = upperTail(score.seen, usual, score.phi)
  if (chance > window.alarmBelow || score.seen < 1.5 * usual) return []
  return [
    rateFinding('error-spike', 'error_spike', series, { ...score, usual, pUp: chance }, 'errors', window, proof()),
  ]
}

/** One line to see what it is about; which kinds of lines they are is told when the window is over. */
function atAGlance({ sample }: SeriesWindow): Evidence {
  return { samples: sample === '' ? [] : [sample], templates: [], lines: 0 }
}

function failing(window: ClosedWindow, service: string): Evidence {
  return evidence(window, service, (template) => template.errors > 0)
}

/** How many times its usual traffic the service has, errors not counted; at least once. */
function growth(series: SeriesWindow): number {
  const { seen, usual, span } = series.lineScore
  const errors = span === series.errorScore.span ? series.errorScore : { seen: 0, usual: 0 }
  return Math.max(1, (seen - errors.seen) / Math.max(1, usual - errors.usual))
}

function onlyErrors(series: SeriesWindow, { lines, errors }: Beginning, window: ClosedWindow): Finding {
  return {
    detector: 'error-spike',
    kind: 'error_spike',
    at: window.end,
    start: series.since,
    service: series.service,
    entities: {},
    seen: (100 * errors) / lines,
    usual: 0,
    low: 0,
    high: 0,
    unit: '% errors',
    score: 0.6,
    ...failing(window, series.service),
    lines,
    reason: ONLY_ERRORS,
  }
}

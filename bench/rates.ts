/**
 * How well rates are judged: simulated systems of twenty services, two weeks to learn and one that is judged, with
 * bursts, drops, silences and shifts at known times, and jobs, campaigns, growth and wandering load that are harmless.
 */
import type { ClosedWindow, Finding, SeriesWindow } from '@errorsense/core/finding.ts'
import { alarmBelow } from '@errorsense/core/baseline/control.ts'
import { Bursts } from '@errorsense/core/baseline/bursts.ts'
import { RateBaseline, SPANS } from '@errorsense/core/baseline/rate.ts'
import { rateChange } from '@errorsense/core/detectors/rate-change.ts'
import { silence } from '@errorsense/core/detectors/silence.ts'
import { SERVICES, simulatedSystem, type EventKind, type SimulatedEvent } from './rates/simulated-system.ts'
import type { Row } from './table.ts'

const START = Date.parse('2026-01-05T00:00:00Z')
const MINUTE_MS = 60_000
const WINDOW_MS = 5_000
const WINDOWS = 12
const DAY = 24 * 60
const SPAN = { learnDays: 14, judgeDays: 7 }
const SYSTEMS = 10
/** Alarms of one service so close together are one, and belong to what ended so shortly before; minutes. */
const TOGETHER = 30
const AFTERMATH = 60
const SHIFT_FOUND = 180
const RATES = [
  ['< 0.1/s', 0, 0.1],
  ['0.1-1/s', 0.1, 1],
  ['> 1/s', 1, Number.POSITIVE_INFINITY],
] as const

interface Judged {
  readonly event: SimulatedEvent
  readonly rate: number
  /** Minutes until it was found. */
  readonly after: number | undefined
}

export async function rates({ seeds }: { readonly seeds: readonly number[] }): Promise<Row[]> {
  const judged: Judged[] = []
  let wrong = 0
  for (const seed of seeds) {
    for (let i = 0; i < SYSTEMS; i++) {
      const run = judge(1000 * seed + i)
      judged.push(...run.judged)
      wrong += run.wrong
      process.stderr.write(`seed ${seed}, system ${i + 1} of ${SYSTEMS}: ${run.wrong} false alarms\n`)
    }
  }
  const days = seeds.length * SYSTEMS * SERVICES * SPAN.judgeDays
  const fast = ({ event: { kind }, rate }: Judged) => (kind === 'burst' || kind === 'silence') && rate >= 0.1
  const slow = ({ event: { kind }, rate }: Judged) => kind === 'silence' && rate < 0.1
  return [
    { name: 'false alarms', value: wrong / days, unit: 'per series-day', better: 'lower', reach: 0.05, beyond: 0.01 },
    { ...found('bursts and silence >= 0.1/s found', judged.filter(fast)), reach: 0.98, beyond: 1 },
    { ...found('silence < 0.1/s found', judged.filter(slow)), reach: 0.75, beyond: 0.9 },
    ...(['burst', 'drop', 'silence', 'shift'] as const).flatMap((kind) => byRate(kind, judged)),
  ]
}

function byRate(kind: EventKind, judged: readonly Judged[]): Row[] {
  return RATES.flatMap(([name, from, to]) => {
    const some = judged.filter(({ event, rate }) => event.kind === kind && rate >= from && rate < to)
    const minutes = some.flatMap(({ after }) => after ?? []).sort((a, b) => a - b)
    return [
      found(`${kind} ${name} found`, some),
      {
        name: `${kind} ${name}, median time`,
        value: minutes[minutes.length >> 1] ?? null,
        unit: 'min',
        better: 'lower' as const,
      },
    ]
  })
}

function found(name: string, some: readonly Judged[]): Row {
  const share = some.filter(({ after }) => after !== undefined).length / some.length
  return {
    name: `${name} (of ${some.length})`,
    value: some.length === 0 ? null : share,
    unit: 'share',
    better: 'higher',
  }
}

function judge(seed: number): { judged: Judged[]; wrong: number } {
  const system = simulatedSystem(seed, SPAN)
  const alarms = alarmsOf(system)
  const judged = system.events.map((event): Judged => {
    const until = event.kind === 'shift' ? event.start + SHIFT_FOUND : event.end + 5
    const first = alarms[event.service].find((at) => at >= event.start && at <= until)
    const { rate } = system.services[event.service]
    return { event, rate, after: first === undefined ? undefined : first - event.start }
  })
  let wrong = 0
  alarms.forEach((times, service) => {
    const own = system.events.filter((event) => event.service === service)
    const isTrue = (at: number) =>
      own.some(({ kind, start, end }) =>
        kind === 'shift' ? at >= start && at <= start + 2 * SHIFT_FOUND : at >= start && at <= end + AFTERMATH,
      )
    let last = Number.NEGATIVE_INFINITY
    for (const at of times.filter((time) => !isTrue(time))) {
      if (at - last > TOGETHER) wrong++
      last = at
    }
  })
  return { judged, wrong }
}

/** By service, the minutes in which something was told of it. */
function alarmsOf(system: ReturnType<typeof simulatedSystem>): number[][] {
  const baselines = Array.from({ length: SERVICES }, () => new RateBaseline(new Bursts(SPANS)))
  const alarms: number[][] = baselines.map(() => [])
  const detectors = [rateChange(), silence()]
  const learn = SPAN.learnDays * DAY
  for (let minute = 0; minute < learn + SPAN.judgeDays * DAY; minute++) {
    const counts = system.nextMinute()
    const start = START + minute * MINUTE_MS
    if (minute < learn) {
      baselines.forEach((baseline, i) => baseline.teach(start, sum(counts, i)))
      continue
    }
    for (let w = 0; w < WINDOWS; w++) {
      const window = closed(
        start + w * WINDOW_MS,
        baselines.map((baseline, i) => {
          const lines = counts[i * WINDOWS + w]
          return series(i, lines, baseline.next(start + w * WINDOW_MS, lines))
        }),
      )
      for (const finding of detectors.flatMap((detector) => detector.judge(window)))
        note(finding, minute + (w + 1) / WINDOWS)
    }
  }
  function note({ service }: Finding, at: number): void {
    alarms[Number(service)].push(at)
  }
  return alarms
}

function sum(counts: Float64Array, service: number): number {
  let total = 0
  for (let w = 0; w < WINDOWS; w++) total += counts[service * WINDOWS + w]
  return total
}

function series(service: number, lines: number, lineScore: SeriesWindow['lineScore']): SeriesWindow {
  const none = { ...lineScore, pUp: 1, pDown: 1, learning: true }
  return {
    service: String(service),
    lines,
    errors: 0,
    lineScore,
    errorScore: none,
    latencyScore: { seen: 0, usual: 0, low: 0, high: 0, quantile: 0.5, span: WINDOW_MS, p: 1, learning: true },
    latency: [],
    since: 0,
    serviceSince: 0,
    sample: 'line',
  }
}

function closed(start: number, services: SeriesWindow[]): ClosedWindow {
  const chances = services.flatMap(({ lineScore }) => [lineScore.pUp, lineScore.pDown])
  return {
    start,
    end: start + WINDOW_MS,
    services,
    templates: [],
    alarmBelow: alarmBelow(chances, chances.length),
    glanced: [],
    security: [],
    sessions: [],
    hosts: new Map(),
    numbers: [],
    templateOf: (id) => ({ id, text: id, component: '' }),
  }
}

/** When scenarios happen if nobody says: after a stretch to learn from, one at a time, with quiet between. */
import { createDice } from './dice.ts'
import type { ScenarioRequest } from './options.ts'
import { scenarios } from './scenarios/index.ts'
import type { PlannedScenario, Scenario } from './scenarios/scenario.ts'

const MINUTE = 60_000
const LEARNING = 4 * 60 * MINUTE
/** In a long run each scenario comes again after this, times the number of scenarios. */
const SPACING = 120 * MINUTE

/** A demonstration begins with something to see and goes on for ever. */
const DEMO_FIRST = 15_000
const DEMO_QUIET = 3 * MINUTE
/** So that a slow one does not hold up the others. */
const DEMO_LONGEST = 5 * MINUTE
const DEMO = scenarios.filter(({ name }) => name !== 'normal')

/** Requests with a time come then, the others one after the other; without any request all come, over and over. */
export function* livePlan(requests: readonly ScenarioRequest[] | undefined, start: number): Generator<PlannedScenario> {
  const timed = (requests ?? []).flatMap((request) => timely(request, start)).sort((a, b) => a.start - b.start)
  yield* timed
  let from = Math.max(start + DEMO_FIRST, ...timed.map(({ end }) => end + DEMO_QUIET))
  for (const scenario of requests === undefined ? endless(DEMO) : untimely(requests)) {
    const end = from + Math.min(scenario.durationMs, DEMO_LONGEST)
    yield { scenario, start: from, end }
    from = end + DEMO_QUIET
  }
}

function* endless<T>(list: readonly T[]): Generator<T> {
  for (;;) yield* list
}

/** Spread over a span whose first part stays clean; what does not fit is left out, last ones first. */
export function spanPlan(
  requests: readonly ScenarioRequest[] | undefined,
  { seed, start, durationMs }: { seed: number; start: number; durationMs: number },
): PlannedScenario[] {
  const timed = (requests ?? []).flatMap((request) => timely(request, start))
  const rest = requests === undefined ? scenarios : untimely(requests)
  const clean = Math.min(LEARNING, durationMs / 4)
  return [...timed, ...spread(rest, seed, start + clean, start + durationMs)].sort((a, b) => a.start - b.start)
}

function spread(list: readonly Scenario[], seed: number, from: number, to: number): PlannedScenario[] {
  if (list.length === 0) return []
  const dice = createDice(seed)
  const rounds = Math.max(1, Math.floor((to - from) / (SPACING * list.length)))
  const fitting = takeWhileFits(list, to - from)
  const slot = (to - from) / (rounds * fitting.length)
  return Array.from({ length: rounds * fitting.length }, (_, i) => {
    const scenario = fitting[i % fitting.length]
    const free = Math.max(0, slot - scenario.durationMs)
    const start = Math.floor(from + i * slot + free * (0.2 + 0.4 * dice.next()))
    return { scenario, start, end: start + scenario.durationMs }
  })
}

/** As many of the first ones as leave the same time quiet again in every slot. */
function takeWhileFits(list: readonly Scenario[], time: number): readonly Scenario[] {
  const fits = (count: number) => list.slice(0, count).every(({ durationMs }) => 2 * durationMs <= time / count)
  let count = list.length
  while (count > 1 && !fits(count)) count--
  return list.slice(0, count)
}

function timely({ scenario, after }: ScenarioRequest, start: number): PlannedScenario[] {
  if (after === undefined) return []
  return [{ scenario, start: start + after, end: start + after + scenario.durationMs }]
}

function untimely(requests: readonly ScenarioRequest[]): Scenario[] {
  return requests.filter(({ after }) => after === undefined).map(({ scenario }) => scenario)
}

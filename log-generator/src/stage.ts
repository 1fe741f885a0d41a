import { labelOf, type Label } from './label.ts'
import type { PlannedScenario } from './scenarios/scenario.ts'
import { normalDay, type Conditions, type Shop } from './shop/shop.ts'

/** Which scenarios wait and which play. */
export interface Stage {
  plan(planned: PlannedScenario): void
  /** Begins and ends what is due at this full second and sets the shop's conditions. */
  enter(shop: Setting, now: number): void
}

type Setting = Shop & { conditions: Conditions; release: number }

export function createStage(onLabel: (label: Label) => void = () => {}): Stage {
  const waiting: PlannedScenario[] = []
  let playing: PlannedScenario[] = []

  function begin(shop: Setting, { scenario, start, end }: PlannedScenario, now: number): PlannedScenario {
    const planned = { scenario, start: now, end: now + (end - start) }
    if (scenario.deploys) shop.release++
    const entities = scenario.act?.(shop, planned) ?? {}
    const label = labelOf(planned, entities)
    if (label !== undefined) onLabel(label)
    return planned
  }

  return {
    plan(planned) {
      waiting.push(planned)
      waiting.sort((a, b) => a.start - b.start)
    },
    enter(shop, now) {
      if (playing.length === 0 && (waiting.length === 0 || waiting[0].start > now)) return
      playing = playing.filter(({ end }) => end > now)
      while (waiting.length > 0 && waiting[0].start <= now) {
        const [next] = waiting.splice(0, 1)
        playing.push(begin(shop, next, now))
      }
      shop.conditions = conditionsAt(playing, now)
    },
  }
}

function conditionsAt(playing: readonly PlannedScenario[], now: number): Conditions {
  const changes = playing.map(({ scenario, start, end }) => scenario.conditions?.((now - start) / (end - start)))
  return Object.assign({}, normalDay, ...changes)
}

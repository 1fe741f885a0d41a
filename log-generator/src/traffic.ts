/**
 * The shop running: a discrete simulation in event time. Actions come at random (Poisson, its rate following the rhythm
 * of day and week and a slow drift), each writes lines ahead of its time into a queue, and the queue is emptied in order.
 * Once a second of event time the world is looked at anew: clockwork jobs, scenarios that begin or end.
 */
import { createArrivals } from './arrivals.ts'
import { createDice } from './dice.ts'
import type { GeneratedLine } from './generator.ts'
import { createLineQueue } from './line-queue.ts'
import { shopRhythm, type Rhythm } from './rhythm.ts'
import type { Label } from './label.ts'
import type { PlannedScenario } from './scenarios/scenario.ts'
import { normalDay, services, type Service, type Shop } from './shop/shop.ts'
import { runTimetable } from './shop/timetable.ts'
import { createWorld } from './shop/world.ts'
import { createStage } from './stage.ts'

export interface TrafficOptions {
  readonly seed: number
  /** Event time of the first line, ms. */
  readonly start: number
  /** Lines per second, a mean over the week. */
  readonly rate: number
  /** When customers come; a weekly pattern of a shop by default. */
  readonly rhythm?: Rhythm
  /** Called when a scenario that deserves a label begins. */
  readonly onLabel?: (label: Label) => void
}

export interface Traffic {
  /** Lines per second; may be changed while it runs. */
  rate: number
  /** Begins at the next full second of its start, or at once when that has passed. */
  plan(planned: PlannedScenario): void
  /** Every line before this event time that was not given yet, in order. */
  until(time: number): Generator<GeneratedLine>
}

const SECOND = 1000

const sources = Object.fromEntries(services.map((service) => [service, `shop/${service}`])) as Record<Service, string>

export function createTraffic({ seed, start, rate, rhythm = shopRhythm, onLabel }: TrafficOptions): Traffic {
  const dice = createDice(seed)
  const queue = createLineQueue()
  const stage = createStage(onLabel)
  const arrivals = createArrivals(dice, rhythm)
  const shop = {
    dice,
    world: createWorld(dice),
    conditions: normalDay,
    release: 0,
    rate,
    write(time: number, service: Service, line: string) {
      queue.push({ time: Math.floor(time), service, source: sources[service], line })
    },
  }
  let second = start - (start % SECOND)
  let arrival = start

  function lookAround(): void {
    stage.enter(shop, second)
    runTimetable(shop, second)
    arrivals.look(shop, second)
    second += SECOND
  }

  return {
    get rate() {
      return shop.rate
    },
    set rate(value) {
      shop.rate = value
    },
    plan: (planned) => stage.plan(planned),
    *until(end) {
      for (;;) {
        const next = Math.min(arrival, second)
        while (queue.earliest() < Math.min(next, end)) {
          const line = queue.shift()
          if (line.time >= start && !isDown(shop, line)) yield line
        }
        if (next >= end) return
        if (second <= arrival) lookAround()
        else arrival = arrivals.run(shop, arrival)
      }
    },
  }
}

const isDown = ({ conditions: { down } }: Shop, { service }: GeneratedLine) =>
  down.size > 0 && down.has(service as Service)

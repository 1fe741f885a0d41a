/**
 * A system of services that share what systems share: hours and weekends, campaigns, a wandering load; each with its own
 * size, jobs and growth. Counts only, no lines. What happens to it is known, and so is what is harmless.
 */
import { createDice, type Dice } from '@errorsense/log-generator/dice.ts'

export const SERVICES = 20
const HOUR = 60
const DAY = 24 * HOUR
const WINDOWS = 12

export type EventKind = 'burst' | 'drop' | 'silence' | 'shift'

export interface SimulatedEvent {
  readonly kind: EventKind
  readonly service: number
  /** Minutes since the beginning. */
  readonly start: number
  readonly end: number
  readonly factor: number
}

interface Job {
  readonly everyMinutes: number
  /** Second after the full period at which it starts, and how far it wanders: at random, and per day. */
  readonly second: number
  readonly jitter: number
  readonly wander: number
  readonly lines: number
}

interface SimulatedService {
  /** Lines per second in the mean. */
  readonly rate: number
  readonly night: number
  readonly peak: number
  readonly weekend: number
  readonly isWeekendSharp: boolean
  /** Growth over a week. */
  readonly growth: number
  readonly job?: Job
  readonly wander: Wandering
}

export interface SimulatedSystem {
  readonly services: readonly SimulatedService[]
  readonly events: readonly SimulatedEvent[]
  /** Counts of every window of the next minute, service by service. */
  nextMinute(): Float64Array
}

export interface Span {
  readonly learnDays: number
  readonly judgeDays: number
}

/** `start` of simulated time is a Monday, midnight. */
export function simulatedSystem(seed: number, { learnDays, judgeDays }: Span): SimulatedSystem {
  const dice = createDice(seed)
  const services = Array.from({ length: SERVICES }, () => simulatedService(dice))
  const from = learnDays * DAY
  const until = from + judgeDays * DAY
  const events = services.flatMap((service, i) => eventsOf(service, i, from, until, dice))
  const campaigns = Array.from({ length: 2 }, () => campaign(from, until, dice))
  const common = new Wandering(dice, 0.1, 40)
  const counts = new Float64Array(SERVICES * WINDOWS)
  let minute = 0

  return {
    services,
    events,
    nextMinute() {
      const all = common.next() * campaigns.reduce((factor, of) => factor * of(minute), 1)
      services.forEach((service, i) => {
        const happening = events.filter((event) => event.service === i && event.start <= minute && minute < event.end)
        const factor = happening.reduce((product, event) => product * event.factor, all)
        const mean = (rateAt(service, minute) * factor * 60) / WINDOWS
        for (let w = 0; w < WINDOWS; w++) counts[i * WINDOWS + w] = poisson(mean, dice)
        const isSilent = happening.some(({ kind }) => kind === 'silence')
        if (service.job && !isSilent) runJob(service.job, minute, counts, i * WINDOWS, dice)
      })
      minute++
      return counts
    },
  }
}

function simulatedService(dice: Dice): SimulatedService {
  const rate = 10 ** (-2 + 5 * dice.next())
  return {
    rate,
    night: 0.1 + 0.8 * dice.next(),
    peak: 24 * dice.next(),
    weekend: 0.2 + 0.8 * dice.next(),
    isWeekendSharp: dice.chance(0.3),
    growth: dice.between(-20, 30) / 100,
    ...(dice.chance(0.5) && { job: job(rate, dice) }),
    wander: new Wandering(dice, 0.05 + 0.1 * dice.next(), 10 ** (1 + 1.3 * dice.next())),
  }
}

function job(rate: number, dice: Dice): Job {
  return {
    everyMinutes: dice.pick([5, 15, 60, 60, DAY]),
    second: dice.between(0, 59),
    jitter: dice.pick([0.5, 2, 8]),
    wander: dice.chance(0.3) ? 10 * dice.next() : 0,
    lines: Math.ceil(3 + rate * 60 * (1 + 7 * dice.next())),
  }
}

/** One of each in a week, hours apart; a shift stays. */
function eventsOf(
  { rate }: SimulatedService,
  service: number,
  from: number,
  until: number,
  dice: Dice,
): SimulatedEvent[] {
  const slot = (until - from) / 4
  const kinds: EventKind[] = ['burst', 'drop', 'silence']
  const events = kinds.map((kind, i): SimulatedEvent => {
    const start = Math.floor(from + i * slot + (0.2 + 0.5 * dice.next()) * slot)
    if (kind === 'burst') return { kind, service, start, end: start + dice.between(5, 20), factor: 3 + 7 * dice.next() }
    const length = dice.between(60, rate < 0.1 ? 240 : 120)
    return { kind, service, start, end: start + length, factor: kind === 'drop' ? 0.2 : 0 }
  })
  if (!dice.chance(0.25)) return events
  const start = Math.floor(from + (3.2 + 0.4 * dice.next()) * slot)
  return [...events, { kind: 'shift', service, start, end: until, factor: dice.pick([0.6, 1.6, 2]) }]
}

/** Harmless: everybody gets up to 1.8 times the traffic for hours. */
function campaign(from: number, until: number, dice: Dice): (minute: number) => number {
  const start = from + dice.next() * (until - from - 6 * HOUR)
  const length = dice.between(HOUR, 4 * HOUR)
  const height = 0.2 + 0.6 * dice.next()
  return (minute) => {
    const share = (minute - start) / length
    return share <= 0 || share >= 1 ? 1 : 1 + height * Math.min(1, 4 * share, 4 * (1 - share))
  }
}

function rateAt(service: SimulatedService, minute: number): number {
  const hour = (minute % DAY) / HOUR
  const day = 0.5 + 0.5 * Math.cos(((hour - service.peak) / 12) * Math.PI)
  const daily = service.night + (1 - service.night) * day
  const grown = 1 + (service.growth * minute) / (7 * DAY)
  return service.rate * daily * weekly(service, minute) * Math.max(0.3, grown) * service.wander.next()
}

function weekly({ weekend, isWeekendSharp }: SimulatedService, minute: number): number {
  const day = (minute / DAY) % 7
  if (isWeekendSharp) return day >= 5 ? weekend : 1
  const away = Math.abs(day - 6)
  const share = Math.min(1, Math.max(0, (1.125 - away) / 0.25))
  return 1 + (weekend - 1) * share
}

function runJob(job: Job, minute: number, counts: Float64Array, at: number, dice: Dice): void {
  const due = job.everyMinutes === DAY ? 3 * HOUR : 0
  // A job that starts late in its minute may slip into the next one; it is given to the minute it is due in.
  if (minute % job.everyMinutes !== due) return
  const second = job.second + job.jitter * dice.normal() + (((job.wander * minute) / DAY) % 60)
  const first = Math.min(WINDOWS - 1, Math.max(0, Math.floor(second / 5)))
  const windows = 1 + Math.floor(2 * dice.next())
  for (let w = 0; w < windows; w++) counts[at + Math.min(WINDOWS - 1, first + w)] += Math.round(job.lines / windows)
}

/** A factor around 1 that wanders: the exponential of an Ornstein-Uhlenbeck process, one step a minute. */
class Wandering {
  readonly #dice: Dice
  readonly #sigma: number
  readonly #keep: number
  #level: number

  constructor(dice: Dice, sigma: number, memoryMinutes: number) {
    this.#dice = dice
    this.#sigma = sigma
    this.#keep = Math.exp(-1 / memoryMinutes)
    this.#level = sigma * dice.normal()
  }

  next(): number {
    this.#level = this.#keep * this.#level + this.#sigma * Math.sqrt(1 - this.#keep ** 2) * this.#dice.normal()
    return Math.exp(this.#level - this.#sigma ** 2 / 2)
  }
}

function poisson(mean: number, dice: Dice): number {
  if (mean <= 0) return 0
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * dice.normal()))
  const limit = Math.exp(-mean)
  let product = dice.next()
  let count = 0
  while (product > limit) {
    product *= dice.next()
    count++
  }
  return count
}

import type { Entities, IncidentKind } from '@errorsense/core/wire/incident.ts'
import type { Dice } from '../dice.ts'
import type { Conditions, Service, Shop } from '../shop/shop.ts'

/** [start, end), event time, ms. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Something that happens to the shop for a while. */
export interface Scenario {
  readonly name: string
  /** What an alert about it would be called; absent when it deserves none. */
  readonly kind?: IncidentKind
  /** False when nobody should be woken: at most a note. */
  readonly anomaly: boolean
  /** Where it shows first, and where else. */
  readonly service: Service
  readonly affected: readonly Service[]
  readonly durationMs: number
  /** True when a new release of checkout comes with it and stays. */
  readonly deploys?: boolean
  /** How the shop differs meanwhile; `progress` runs from 0 to 1. */
  conditions?(progress: number): Partial<Conditions>
  /** Writes the lines that only this scenario has; returns who took part. Called once, at the start. */
  act?(shop: Shop, span: Span): Partial<Entities>
}

export interface PlannedScenario extends Span {
  readonly scenario: Scenario
}

/** Poisson moments within a span, `perSecond` on average. */
export function* moments(dice: Dice, { start, end }: Span, perSecond: number): Generator<number> {
  const gap = 1000 / perSecond
  for (let at = start + dice.exponential(gap); at < end; at += dice.exponential(gap)) yield at
}

/** A share of the shop's lines per second, but enough to be seen in a small shop and bounded in a huge one. */
export function linesPerSecond(shop: Shop, share: number, least: number): number {
  return Math.min(50, Math.max(least, shop.rate * share))
}

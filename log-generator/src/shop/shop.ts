import type { Dice } from '../dice.ts'
import type { World } from './world.ts'

export const services = [
  'web-frontend',
  'checkout',
  'payments',
  'inventory',
  'auth',
  'worker',
  'database',
  'bastion',
] as const
export type Service = (typeof services)[number]

/** What scenarios change about the shop. Everything neutral is a normal day. */
export interface Conditions {
  /** Factor on the number of visitors. */
  readonly surge: number
  /** Factor on the time the database takes. */
  readonly databaseDelay: number
  /** Chance that checkout finds no free database connection. */
  readonly poolExhausted: number
  /** Do not run: they write nothing, and whoever calls them fails. */
  readonly down: ReadonlySet<Service>
}

export const normalDay: Conditions = { surge: 1, databaseDelay: 1, poolExhausted: 0, down: new Set() }

/** What actions and scenarios work with. */
export interface Shop {
  readonly dice: Dice
  readonly world: World
  readonly conditions: Conditions
  /** How many times checkout was deployed; the wording of some of its lines changes with the first one. */
  readonly release: number
  /** Log lines per second asked for, a mean over the week. */
  readonly rate: number
  /** `time` may lie ahead: lines leave in the order of time. */
  write(time: number, service: Service, line: string): void
}

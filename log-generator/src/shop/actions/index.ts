/** Everything that happens in the shop on a normal day; a new kind of traffic is a file and a line here. */
import { account } from './account.ts'
import { browse } from './browse.ts'
import { cart } from './cart.ts'
import { crawl } from './crawl.ts'
import { housekeeping } from './housekeeping.ts'
import { login } from './login.ts'
import { order } from './order.ts'
import { search } from './search.ts'
import { shell } from './shell.ts'
import { tasks } from './tasks.ts'
import type { Rhythm } from '../../rhythm.ts'
import type { Shop } from '../shop.ts'

export interface Action {
  readonly name: string
  /** Share of all lines that it makes. */
  readonly share: number
  /** Lines per run, as measured; the test of the generator's rate tells when it is off. */
  readonly lines: number
  /** The shop's own by default. */
  readonly rhythm?: Rhythm
  run(shop: Shop, time: number): void
}

export const actions: readonly Action[] = [
  browse,
  search,
  cart,
  order,
  login,
  account,
  crawl,
  tasks,
  housekeeping,
  shell,
]

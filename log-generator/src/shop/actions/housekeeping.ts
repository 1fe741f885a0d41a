import { flatRhythm } from '../../rhythm.ts'
import { database } from '../services/database.ts'
import type { Action } from './index.ts'

const TABLES = ['orders', 'order_events', 'stock', 'carts', 'sessions']

/** What the database does by itself. */
export const housekeeping: Action = {
  name: 'housekeeping',
  share: 0.006,
  lines: 1,
  rhythm: flatRhythm,
  run(shop, time) {
    const table = shop.dice.favourite(TABLES)
    const elapsed = shop.dice.lognormal(0.4, 0.6).toFixed(2)
    if (shop.dice.chance(0.5)) {
      database(
        shop,
        time,
        'LOG',
        `automatic analyze of table "orders.public.${table}" system usage: CPU: user: 0.08 s, system: 0.02 s, elapsed: ${elapsed} s`,
      )
    } else {
      database(
        shop,
        time,
        'LOG',
        `automatic vacuum of table "orders.public.${table}": index scans: 1, pages: 0 removed, ${shop.dice.between(900, 42_000)} remain, elapsed: ${elapsed} s`,
      )
    }
  },
}

import { auth } from '../services/auth.ts'
import { query } from '../services/database.ts'
import type { Action } from './index.ts'
import { answer, unreachable, visit } from './visitor.ts'

const PAGES = ['/account/orders', '/account', '/account/addresses', '/account/wishlist']

/** Pages for customers who are logged in. */
export const account: Action = {
  name: 'account',
  share: 0.05,
  lines: 2,
  run(shop, time) {
    const { customer, request } = visit(shop, 'GET', shop.dice.favourite(PAGES))
    if (unreachable(shop, time, request, 'auth')) return
    const expired = shop.dice.chance(0.02)
    const event = expired ? 'session expired' : 'token verified'
    auth(
      shop,
      time + 3,
      'info',
      event,
      `"customer_id": ${customer.id}, "trace_id": "${request.trace}", "duration_ms": ${shop.dice.between(1, 6)},`,
    )
    const took = expired ? 5 : 8 + query(shop, time + 4, 22)
    answer(shop, time, request, {
      status: expired ? 302 : 200,
      bytes: expired ? 0 : shop.dice.between(4000, 19_000),
      took,
    })
  },
}

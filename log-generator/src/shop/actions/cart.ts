import { checkout } from '../services/checkout.ts'
import { query } from '../services/database.ts'
import { inventory } from '../services/inventory.ts'
import type { Action } from './index.ts'
import { refused } from './refused.ts'
import { answer, unreachable, visit } from './visitor.ts'

/** Something goes into the cart: web, checkout and inventory with one trace. */
export const cart: Action = {
  name: 'cart',
  share: 0.13,
  lines: 3,
  run(shop, time) {
    const { customer, request } = visit(shop, 'POST', '/api/cart/items')
    if (unreachable(shop, time, request, 'checkout') || refused(shop, time, request)) return
    const sku = shop.dice.favourite(shop.world.products, 2)
    const stock = query(shop, time + 3, 10)
    inventory(
      shop,
      time + stock,
      'INFO ',
      'stock.StockService',
      request.trace,
      `Checked availability of ${shop.dice.between(1, 3)} x sku ${sku} in ${stock.toFixed(0)} ms`,
    )
    const took = stock + query(shop, time + stock, 8)
    const what = `,"customerId":${customer.id},"sku":${sku},"durationMs":${took.toFixed(1)}`
    checkout(
      shop,
      time + took,
      'info',
      request.trace,
      shop.release === 0 ? 'item added to cart' : 'cart line upserted',
      what,
    )
    answer(shop, time, request, {
      status: 201,
      bytes: shop.dice.between(300, 900),
      took: took + 3,
      referrer: `/product/${sku}`,
    })
  },
}

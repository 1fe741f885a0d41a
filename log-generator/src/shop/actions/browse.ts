import { inventory, stackTrace } from '../services/inventory.ts'
import { query } from '../services/database.ts'
import type { Shop } from '../shop.ts'
import type { Action } from './index.ts'
import { answer, unreachable, visit } from './visitor.ts'

const PAGES = [
  '/',
  '/new',
  '/sale',
  '/c/lighting',
  '/c/office',
  '/c/kitchen',
  '/c/garden',
  '/c/bath',
  '/about',
  '/help/shipping',
]
const ASSETS = ['/assets/app.4f1c2a.js', '/assets/app.9d03b7.css', '/assets/logo.svg', '/assets/fonts/inter.woff2']

/** A page and what it brings along; product pages ask the inventory. */
export const browse: Action = {
  name: 'browse',
  share: 0.435,
  lines: 2.99,
  run(shop, time) {
    if (shop.dice.chance(0.55)) productPage(shop, time)
    else page(shop, time)
  },
}

function page(shop: Shop, time: number): void {
  const path = shop.dice.favourite(PAGES)
  const { request } = visit(shop, 'GET', path)
  const took = 4 + query(shop, time, 9)
  answer(shop, time, request, { status: 200, bytes: shop.dice.between(14_000, 52_000), took })
  for (let i = shop.dice.between(0, 4); i > 0; i--) {
    const cached = shop.dice.chance(0.6)
    const asset = { ...request, path: shop.dice.pick(ASSETS) }
    const bytes = cached ? 0 : shop.dice.between(2000, 180_000)
    answer(shop, time + took + 40 * i, asset, { status: cached ? 304 : 200, bytes, took: 1, referrer: path })
  }
}

function productPage(shop: Shop, time: number): void {
  const sku = shop.dice.favourite(shop.world.products, 2)
  const { request } = visit(shop, 'GET', `/product/${sku}`)
  if (unreachable(shop, time, request, 'inventory')) return
  const lookup = query(shop, time, 12)
  const found = shop.dice.chance(0.985)
  const took = lookup + shop.dice.lognormal(8, 0.3)
  if (found) stockLine(shop, time + lookup, sku, request.trace, lookup)
  answer(shop, time, request, { status: found ? 200 : 404, bytes: found ? 31_204 + (sku % 997) : 1240, took })
  if (found) image(shop, time + took, sku, request)
}

function stockLine(shop: Shop, time: number, sku: number, trace: string, took: number): void {
  if (shop.dice.chance(0.0008)) {
    const cause = `java.lang.IllegalStateException: negative stock for sku ${sku}`
    const frames = [
      'stock.StockCounter.available(StockCounter.java:88)',
      'api.StockController.show(StockController.java:41)',
    ]
    inventory(
      shop,
      time,
      'ERROR',
      'api.ErrorHandler',
      trace,
      `Unhandled exception for GET /stock/${sku}${stackTrace(cause, frames)}`,
    )
  } else if (shop.dice.chance(0.02)) {
    inventory(
      shop,
      time,
      'WARN ',
      'stock.StockService',
      trace,
      `Low stock for sku ${sku}: ${shop.dice.between(0, 3)} left`,
    )
  } else {
    inventory(
      shop,
      time,
      'INFO ',
      'stock.StockService',
      trace,
      `Looked up stock of sku ${sku} in ${took.toFixed(0)} ms`,
    )
  }
}

function image(shop: Shop, time: number, sku: number, request: Parameters<typeof answer>[2]): void {
  const path = `/media/${sku}/${shop.dice.pick(['front', 'side', 'detail'])}.webp`
  const bytes = shop.dice.between(18_000, 90_000)
  answer(shop, time + 60, { ...request, path }, { status: 200, bytes, took: 2, referrer: request.path })
}

import { checkout } from '../services/checkout.ts'
import type { Request } from '../services/web-frontend.ts'
import type { Shop } from '../shop.ts'
import { answer } from './visitor.ts'

const POOL_WAIT = 3000
const POOL_STACK =
  'TimeoutError: ResourceRequest timed out\\n    at Pool.acquire (/app/node_modules/pg-pool/index.js:45:11)\\n    at async OrderStore.begin (/app/src/order-store.js:112:18)'

/** Checkout can not serve the request, because inventory is away or its own connections are used up. True when so. */
export function refused(shop: Shop, time: number, request: Request): boolean {
  if (shop.conditions.down.has('inventory')) {
    const fields = ',"err":{"type":"FetchError","code":"ECONNREFUSED","address":"10.0.3.21:8080"},"attempt":3'
    checkout(shop, time + 620, 'error', request.trace, 'inventory request failed', fields)
    answer(shop, time, request, { status: 503, bytes: 92, took: 624 })
    return true
  }
  if (!shop.dice.chance(shop.conditions.poolExhausted)) return false
  poolTimeout(shop, time + POOL_WAIT, request.trace)
  answer(shop, time, request, { status: 500, bytes: 64, took: POOL_WAIT + 2 })
  return true
}

/** Checkout waited for a free database connection and got none. */
export function poolTimeout(shop: Shop, time: number, trace: string): void {
  const fields = `,"err":{"type":"TimeoutError","stack":"${POOL_STACK}"},"waiting":${shop.dice.between(20, 180)}`
  checkout(shop, time, 'error', trace, 'could not acquire database connection', fields)
}

import { checkout } from '../services/checkout.ts'
import { database, query } from '../services/database.ts'
import { inventory, stackTrace } from '../services/inventory.ts'
import { payments } from '../services/payments.ts'
import { worker } from '../services/worker.ts'
import type { Shop } from '../shop.ts'
import type { Action } from './index.ts'
import { refused } from './refused.ts'
import { answer, unreachable, visit, type Visit } from './visitor.ts'

const PROVIDERS = ['cardline', 'paybridge', 'sepa-direct']
const DECLINES = ['insufficient_funds', 'do_not_honor', 'expired_card', 'limit_exceeded']

/** ms */
const PROVIDER_PATIENCE = 2000

interface Order extends Visit {
  readonly id: string
  readonly sku: number
  readonly amount: string
}

/** The way an order takes: web, checkout, inventory, payments, worker, all with one trace. */
export const order: Action = {
  name: 'order',
  share: 0.21,
  lines: 7.95,
  run(shop, time) {
    const visitor = visit(shop, 'POST', '/api/checkout')
    if (unreachable(shop, time, visitor.request, 'checkout')) return
    const amount = shop.dice.lognormal(54, 0.8).toFixed(2)
    place(shop, time, {
      ...visitor,
      id: `ord_${shop.dice.hex(4)}`,
      sku: shop.dice.favourite(shop.world.products, 2),
      amount,
    })
  },
}

function place(shop: Shop, start: number, order: Order): void {
  const { customer, request, id, amount } = order
  const items = shop.dice.between(1, 6)
  checkout(
    shop,
    start + 2,
    'info',
    request.trace,
    'checkout started',
    `,"orderId":"${id}","customerId":${customer.id},"items":${items}`,
  )
  if (refused(shop, start + 3, request)) return
  const reserved = reserve(shop, start + 4, order)
  const charged = charge(shop, reserved, order)
  if (charged === undefined) return
  const stored = charged + query(shop, charged, 14)
  const took = stored - start
  const fields = `,"orderId":"${id}","amount":${amount},"currency":"EUR","durationMs":${took.toFixed(1)}`
  checkout(shop, stored, 'info', request.trace, shop.release === 0 ? 'order placed' : 'order accepted', fields)
  if (shop.release > 0)
    checkout(
      shop,
      stored + 1,
      'info',
      request.trace,
      'loyalty points credited',
      `,"customerId":${customer.id},"points":${shop.dice.between(1, 90)}`,
    )
  answer(shop, start, request, { status: 201, bytes: shop.dice.between(700, 1600), took: took + 2, referrer: '/cart' })
  confirm(shop, stored, order)
}

function reserve(shop: Shop, start: number, { id, sku, request }: Order): number {
  const took = query(shop, start, 16)
  if (shop.dice.chance(0.004)) {
    const cause = `org.springframework.dao.OptimisticLockingFailureException: stock row ${sku} was changed by another transaction`
    const frames = [
      'stock.StockRepository.save(StockRepository.java:73)',
      'stock.StockService.reserve(StockService.java:129)',
    ]
    inventory(
      shop,
      start + took,
      'WARN ',
      'stock.StockService',
      request.trace,
      `Reservation for order ${id} collided, retrying${stackTrace(cause, frames)}`,
    )
  }
  inventory(
    shop,
    start + took + 2,
    'INFO ',
    'stock.StockService',
    request.trace,
    `Reserved sku ${sku} for order ${id} in ${took.toFixed(0)} ms`,
  )
  return start + took + 3
}

/** When the money is promised; undefined when it is not, and the visitor knows. */
function charge(shop: Shop, start: number, order: Order): number | undefined {
  const { id, amount, request } = order
  const common = `trace_id=${request.trace} order=${id} provider=${shop.dice.favourite(PROVIDERS)}`
  payments(shop, start + 3, 'info', 'charge requested', `${common} amount=${amount} currency=EUR`)
  const asked = shop.dice.chance(0.006) ? providerTimeout(shop, start + 3, common) : start + 3
  const took = shop.dice.lognormal(180, 0.35)
  const end = asked + took
  const duration = `duration=${took.toFixed(0)}ms`
  if (shop.dice.chance(0.03)) {
    payments(shop, end, 'warn', 'charge declined', `${common} reason=${shop.dice.favourite(DECLINES)} ${duration}`)
    checkout(shop, end + 2, 'warn', request.trace, 'payment declined', `,"orderId":"${id}"`)
    answer(shop, start, request, { status: 402, bytes: 118, took: end + 5 - start })
    return undefined
  }
  const code = shop.dice.between(100_000, 999_999)
  payments(shop, end, 'info', 'charge authorized', `${common} auth_code=${code} ${duration}`)
  return end + 2
}

/** Happens on good days too; returns when the second try begins. */
function providerTimeout(shop: Shop, start: number, common: string): number {
  const end = start + PROVIDER_PATIENCE
  payments(shop, end, 'error', 'provider timed out, retrying', `${common} attempt=1 duration=${PROVIDER_PATIENCE}ms`)
  return end + 100
}

function confirm(shop: Shop, stored: number, { id, customer }: Order): void {
  const mail = stored + shop.dice.between(400, 2500)
  worker(
    shop,
    mail,
    'INFO',
    'mailer',
    `Sent order confirmation ${id} to customer ${customer.id} in ${shop.dice.lognormal(210, 0.4).toFixed(0)} ms`,
  )
  const label = mail + shop.dice.between(200, 4000)
  worker(
    shop,
    label,
    'INFO',
    'fulfilment',
    `Created shipping label for order ${id} carrier=${shop.dice.pick(['dhl', 'ups', 'correos'])}`,
  )
  if (shop.dice.chance(0.001)) {
    database(shop, stored, 'ERROR', 'deadlock detected')
    database(
      shop,
      stored,
      'DETAIL',
      `Process ${shop.dice.between(4000, 4095)} waits for ShareLock on transaction ${shop.dice.between(7_000_000, 7_999_999)}; blocked by process ${shop.dice.between(4000, 4095)}.`,
    )
  }
}

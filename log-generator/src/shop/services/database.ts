/** PostgreSQL: slow statements and housekeeping. */
import { postgresTime } from '../../timestamps.ts'
import type { Shop } from '../shop.ts'

/** Statements slower than this are logged, ms (log_min_duration_statement). */
const SLOW = 250

const STATEMENTS = [
  (shop: Shop) =>
    `SELECT o.id, o.status, o.total FROM orders o WHERE o.customer_id = ${shop.dice.pick(shop.world.customers).id} ORDER BY o.created_at DESC LIMIT 20`,
  (shop: Shop) =>
    `UPDATE stock SET reserved = reserved + ${shop.dice.between(1, 4)} WHERE sku = ${shop.dice.favourite(shop.world.products, 2)} AND on_hand - reserved >= 1`,
  (shop: Shop) =>
    `SELECT p.sku, p.name, p.price FROM products p JOIN product_search s USING (sku) WHERE s.document @@ plainto_tsquery('${shop.dice.pick(['lamp', 'desk', 'chair', 'shelf', 'sofa'])}') LIMIT 48`,
  (shop: Shop) =>
    `INSERT INTO order_events (order_id, kind, payload) VALUES ('${shop.dice.hex(2)}-${shop.dice.hex(1)}', 'status', $1) RETURNING id`,
]

export function database(shop: Shop, time: number, level: 'LOG' | 'ERROR' | 'DETAIL' | 'FATAL', message: string): void {
  shop.write(
    time,
    'database',
    `${postgresTime(Math.floor(time))} [${shop.dice.between(4000, 4095)}] shop@orders ${level}:  ${message}`,
  )
}

/** Runs a statement that usually takes `median` ms; tells how long it took, and the log when that was long. */
export function query(shop: Shop, time: number, median: number): number {
  const took = shop.dice.lognormal(median, 0.7) * shop.conditions.databaseDelay
  if (took > SLOW) {
    const statement = shop.dice.favourite(STATEMENTS)(shop)
    database(shop, time + took, 'LOG', `duration: ${took.toFixed(3)} ms  statement: ${statement}`)
  }
  return took
}

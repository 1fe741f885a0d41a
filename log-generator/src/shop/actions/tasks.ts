import { worker } from '../services/worker.ts'
import type { Shop } from '../shop.ts'
import type { Action } from './index.ts'

const TASKS: readonly ((shop: Shop, time: number) => void)[] = [
  (shop, time) =>
    worker(
      shop,
      time,
      'INFO',
      'webhooks',
      `Delivered webhook stock.changed to partner-${shop.dice.between(1, 14)} status=200 in ${shop.dice.lognormal(95, 0.5).toFixed(0)} ms`,
    ),
  (shop, time) =>
    worker(
      shop,
      time,
      'INFO',
      'images',
      `Resized ${shop.dice.pick(shop.world.products)}/front.webp to ${shop.dice.pick([320, 640, 1280])}px in ${shop.dice.lognormal(140, 0.4).toFixed(0)} ms`,
    ),
  (shop, time) =>
    worker(
      shop,
      time,
      'INFO',
      'carts',
      `Reminder for abandoned cart of customer ${shop.dice.pick(shop.world.customers).id} queued`,
    ),
  (shop, time) =>
    worker(
      shop,
      time,
      'INFO',
      'fulfilment',
      `Parcel ${shop.dice.between(10_000_000, 99_999_999)} is ${shop.dice.pick(['in transit', 'delivered', 'at the depot'])}`,
    ),
]

/** What the workers do in the background; partners' servers are not always there. */
export const tasks: Action = {
  name: 'tasks',
  share: 0.025,
  lines: 1.015,
  run(shop, time) {
    if (!shop.dice.chance(0.015)) return shop.dice.favourite(TASKS)(shop, time)
    const partner = `partner-${shop.dice.between(1, 14)}`
    worker(shop, time, 'WARNING', 'webhooks', `Webhook to ${partner} answered 503, retry 1 in 30 s`)
    worker(
      shop,
      time + 30_000,
      'INFO',
      'webhooks',
      `Delivered webhook order.shipped to ${partner} status=200 in ${shop.dice.lognormal(95, 0.5).toFixed(0)} ms`,
    )
  },
}

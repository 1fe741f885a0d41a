import { access } from '../services/web-frontend.ts'
import type { Action } from './index.ts'
import { flatRhythm } from '../../rhythm.ts'

const CRAWLERS = [
  { ip: '198.51.100.66', agent: 'Mozilla/5.0 (compatible; ExampleBot/2.1; +http://bot.example/about)' },
  { ip: '198.51.100.67', agent: 'Mozilla/5.0 (compatible; PriceSpider/1.4; +https://spider.example)' },
]
/** Pages that are gone, which the crawlers still know. */
const GONE = 12

/** Search engines, day and night. */
export const crawl: Action = {
  name: 'crawl',
  share: 0.015,
  lines: 1,
  rhythm: flatRhythm,
  run(shop, time) {
    const gone = shop.dice.chance(0.01)
    const path = gone ? `/p/${shop.dice.between(1, GONE)}.html` : `/product/${shop.dice.pick(shop.world.products)}`
    const request = { ...shop.dice.pick(CRAWLERS), trace: shop.dice.hex(8), method: 'GET' as const, path }
    const took = shop.dice.lognormal(14, 0.4)
    access(shop, time, request, {
      status: gone ? 404 : 200,
      bytes: gone ? 1240 : shop.dice.between(20_000, 40_000),
      took,
    })
  },
}

import { query } from '../services/database.ts'
import type { Action } from './index.ts'
import { answer, visit } from './visitor.ts'

const WORDS = [
  'lamp',
  'desk',
  'oak+table',
  'chair',
  'shelf',
  'sofa',
  'rug',
  'mirror',
  'curtain+grey',
  'pan',
  'vase',
  'bed+140',
]

export const search: Action = {
  name: 'search',
  share: 0.07,
  lines: 1,
  run(shop, time) {
    const page = shop.dice.chance(0.2) ? `&page=${shop.dice.between(2, 9)}` : ''
    const { request } = visit(shop, 'GET', `/search?q=${shop.dice.favourite(WORDS)}${page}`)
    const took = 12 + query(shop, time, 45)
    answer(shop, time, request, { status: 200, bytes: shop.dice.between(9000, 41_000), took, referrer: '/' })
  },
}

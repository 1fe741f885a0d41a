import { loginTried } from '../services/auth.ts'
import type { Action } from './index.ts'
import { answer, unreachable, visit } from './visitor.ts'

/** Mostly right at once; some type their password wrong once or twice and then get it right. */
export const login: Action = {
  name: 'login',
  share: 0.06,
  lines: 2.18,
  run(shop, time) {
    const { customer, request } = visit(shop, 'POST', '/login')
    if (unreachable(shop, time, request, 'auth')) return
    const typos = shop.dice.chance(0.06) ? shop.dice.between(1, 2) : 0
    let at = time
    for (let i = 0; i <= typos; i++) {
      const trace = i === 0 ? request.trace : shop.dice.hex(8)
      const right = i === typos
      loginTried(shop, at + 80, { user: customer.name, ip: customer.ip, trace }, right ? undefined : 'invalid password')
      answer(
        shop,
        at,
        { ...request, trace },
        { status: right ? 302 : 401, bytes: right ? 0 : 1903, took: 84, referrer: '/login' },
      )
      at += shop.dice.between(4000, 15_000)
    }
  },
}

import { payments } from '../shop/services/payments.ts'
import { linesPerSecond, moments, type Scenario } from './scenario.ts'

/** Together more than a long run ever tells, so that it hardly says the same twice. */
const WHAT = ['settlement ledger', 'payout queue', 'card vault', 'refund window', 'currency table', 'fraud model']
const HOW = ['out of balance', 'behind schedule', 'missing a replica', 'older than agreed', 'locked by maintenance']
const SO = ['holding payout', 'using the last good copy', 'asking the operator']

/** Payments says something it never said before, without calling it an error. */
export const newPattern: Scenario = {
  name: 'new-pattern',
  kind: 'new_template',
  anomaly: true,
  service: 'payments',
  affected: [],
  durationMs: 2 * 60_000,
  act(shop, span) {
    const { dice } = shop
    const message = `${dice.pick(WHAT)} ${dice.pick(HOW)}, ${dice.pick(SO)}`
    for (const at of moments(dice, span, linesPerSecond(shop, 0.005, 0.4))) {
      const ledger = `ledger=eu-${dice.between(1, 4)} batch=${dice.between(40_000, 49_999)}`
      payments(shop, at, 'warn', message, `${ledger} difference=${dice.lognormal(12, 1).toFixed(2)} currency=EUR`)
    }
    return {}
  },
}

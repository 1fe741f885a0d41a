import { payments } from '../shop/services/payments.ts'
import { linesPerSecond, moments, type Scenario } from './scenario.ts'

/** Payments says something it never said before, without calling it an error. */
export const newPattern: Scenario = {
  name: 'new-pattern',
  kind: 'new_template',
  anomaly: true,
  service: 'payments',
  affected: [],
  durationMs: 2 * 60_000,
  act(shop, span) {
    for (const at of moments(shop.dice, span, linesPerSecond(shop, 0.005, 0.4))) {
      const ledger = `ledger=eu-${shop.dice.between(1, 4)} batch=${shop.dice.between(40_000, 49_999)}`
      payments(
        shop,
        at,
        'warn',
        'settlement ledger out of balance, holding payout',
        `${ledger} difference=${shop.dice.lognormal(12, 1).toFixed(2)} currency=EUR`,
      )
    }
    return {}
  },
}

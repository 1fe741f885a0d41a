import { poolTimeout } from '../shop/actions/refused.ts'
import { linesPerSecond, moments, type Scenario } from './scenario.ts'

/** Checkout has used up its database connections: requests and its own background relay fail. */
export const errorBurst: Scenario = {
  name: 'error-burst',
  kind: 'error_spike',
  anomaly: true,
  service: 'checkout',
  affected: ['web-frontend', 'inventory', 'payments', 'worker'],
  durationMs: 90_000,
  conditions: () => ({ poolExhausted: 0.75 }),
  act(shop, span) {
    for (const at of moments(shop.dice, span, linesPerSecond(shop, 0.08, 2.5))) poolTimeout(shop, at, '')
    return {}
  },
}

import { checkout, checkoutVersion } from '../shop/services/checkout.ts'
import type { Scenario } from './scenario.ts'

/** A new release of checkout: it restarts, some lines read differently from now on, one is added. */
export const deployShift: Scenario = {
  name: 'deploy-shift',
  kind: 'mix_shift',
  anomaly: false,
  service: 'checkout',
  affected: [],
  durationMs: 5 * 60_000,
  deploys: true,
  act(shop, { start }) {
    const version = `,"version":"${checkoutVersion(shop)}"`
    checkout(shop, start, 'info', '', 'SIGTERM received, draining connections')
    checkout(shop, start + 900, 'info', '', 'server closed')
    checkout(shop, start + 2100, 'info', '', 'starting checkout', version)
    checkout(shop, start + 2600, 'info', '', 'connected to database', ',"pool":40')
    checkout(shop, start + 2700, 'info', '', 'server listening at http://0.0.0.0:8080', version)
    return {}
  },
}

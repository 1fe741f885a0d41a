import { inventory } from '../shop/services/inventory.ts'
import type { Scenario } from './scenario.ts'

const BOOT = [
  'InventoryApplication - Starting InventoryApplication v3.8.2 using Java 21.0.9 with PID 1',
  'InventoryApplication - The following 1 profile is active: "production"',
  'db.PoolConfig - HikariPool-1 - Start completed.',
  'web.TomcatServer - Tomcat started on port 8080 (http) with context path "/"',
  'InventoryApplication - Started InventoryApplication in 6.4 seconds (process running for 7.1)',
]

/** Inventory is killed without a word and comes back; meanwhile its callers fail. */
export const serviceDown: Scenario = {
  name: 'service-down',
  kind: 'silence',
  anomaly: true,
  service: 'inventory',
  affected: ['web-frontend', 'checkout', 'payments', 'worker', 'database'],
  durationMs: 3 * 60_000,
  conditions: () => ({ down: new Set(['inventory'] as const) }),
  act(shop, { end }) {
    BOOT.forEach((line, i) => {
      const [logger, message] = split(line)
      inventory(shop, end + 400 + 1400 * i, 'INFO ', logger, '', message)
    })
    return {}
  },
}

function split(line: string): [logger: string, message: string] {
  const at = line.indexOf(' - ')
  return [line.slice(0, at), line.slice(at + 3)]
}

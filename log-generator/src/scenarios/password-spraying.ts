import { loginTried } from '../shop/services/auth.ts'
import { access } from '../shop/services/web-frontend.ts'
import { strangerAddress } from '../shop/world.ts'
import type { Scenario } from './scenario.ts'

const ADDRESSES = 32
const ACCOUNTS = 12
/** Per address, so few that none stands out by itself. */
const TRIES = 4
const AGENT = 'python-requests/2.32.5'

/** Many addresses try a few passwords on the same accounts, each address only some times. */
export const passwordSpraying: Scenario = {
  name: 'password-spraying',
  kind: 'password_spraying',
  anomaly: true,
  service: 'auth',
  affected: ['web-frontend'],
  durationMs: 5 * 60_000,
  act(shop, { start, end }) {
    const ips = new Set<string>()
    while (ips.size < ADDRESSES) ips.add(strangerAddress(shop.dice))
    const targets = new Set<string>()
    while (targets.size < ACCOUNTS) targets.add(shop.dice.pick(shop.world.customers).name)
    const addresses = [...ips]
    const accounts = [...targets]
    const step = (end - start - 1000) / (ADDRESSES * TRIES)
    for (let i = 0; i < ADDRESSES * TRIES; i++) {
      const at = start + (i + shop.dice.next()) * step
      const ip = addresses[i % ADDRESSES]
      const trace = shop.dice.hex(8)
      loginTried(shop, at, { user: accounts[i % ACCOUNTS], ip, trace }, 'invalid password')
      access(
        shop,
        at + 3,
        { ip, agent: AGENT, trace, method: 'POST', path: '/login' },
        { status: 401, bytes: 1903, took: 82 },
      )
    }
    return { ip: addresses, target: accounts }
  },
}

import { clientPort, processId, sshd } from '../shop/services/bastion.ts'
import type { Shop } from '../shop/shop.ts'
import { strangerAddress } from '../shop/world.ts'
import { moments, type Scenario } from './scenario.ts'

/** Accounts that do not exist here, as attackers try them. */
const GUESSES = ['admin', 'ubuntu', 'test', 'oracle', 'postgres', 'git', 'pi', 'ftpuser', 'jenkins', 'user']
const ACCOUNTS = ['root', 'deploy', 'backup']

/** One address guesses passwords on the bastion. */
export const bruteForce: Scenario = {
  name: 'brute-force',
  kind: 'brute_force',
  anomaly: true,
  service: 'bastion',
  affected: [],
  durationMs: 2 * 60_000,
  act(shop, span) {
    const ip = strangerAddress(shop.dice)
    const targets = new Set<string>()
    for (const at of moments(shop.dice, span, 1.2)) targets.add(guess(shop, at, ip))
    return { ip: [ip], target: [...targets] }
  },
}

function guess(shop: Shop, at: number, ip: string): string {
  const pid = processId(shop)
  const port = clientPort(shop)
  const known = shop.dice.chance(0.6)
  const user = known ? shop.dice.favourite(ACCOUNTS) : shop.dice.pick(GUESSES)
  if (!known) sshd(shop, at, pid, `Invalid user ${user} from ${ip} port ${port}`)
  sshd(shop, at, pid, `Failed password for ${known ? '' : 'invalid user '}${user} from ${ip} port ${port} ssh2`)
  sshd(
    shop,
    at + 300,
    pid,
    `Connection closed by ${known ? 'authenticating' : 'invalid'} user ${user} ${ip} port ${port} [preauth]`,
  )
  return user
}

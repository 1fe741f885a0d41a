import { officeRhythm } from '../../rhythm.ts'
import { clientPort, processId, sshd } from '../services/bastion.ts'
import type { Shop } from '../shop.ts'
import type { Staff } from '../world.ts'
import type { Action } from './index.ts'

/** Staff and deploy jobs come in over SSH, mostly by key; a password is mistyped now and then. */
export const shell: Action = {
  name: 'shell',
  share: 0.004,
  lines: 4.09,
  rhythm: officeRhythm,
  run(shop, time) {
    const who = shop.dice.favourite(shop.world.staff)
    const pid = processId(shop)
    const port = clientPort(shop)
    const open = shop.dice.chance(0.7) ? byKey(shop, time, who, pid, port) : byPassword(shop, time, who, pid, port)
    sshd(shop, open + 90, pid, `pam_unix(sshd:session): session opened for user ${who.name}(uid=1000) by (uid=0)`)
    const close = open + shop.dice.lognormal(90_000, 1)
    sshd(shop, close, pid, `Received disconnect from ${who.ip} port ${port}:11: disconnected by user`)
    sshd(shop, close + 15, pid, `pam_unix(sshd:session): session closed for user ${who.name}`)
  },
}

function byKey(shop: Shop, time: number, who: Staff, pid: number, port: number): number {
  sshd(shop, time, pid, `Accepted publickey for ${who.name} from ${who.ip} port ${port} ssh2: ED25519 ${who.key}`)
  return time
}

function byPassword(shop: Shop, time: number, who: Staff, pid: number, port: number): number {
  let at = time
  for (let typos = shop.dice.chance(0.2) ? shop.dice.between(1, 2) : 0; typos > 0; typos--) {
    sshd(shop, at, pid, `Failed password for ${who.name} from ${who.ip} port ${port} ssh2`)
    at += shop.dice.between(3000, 9000)
  }
  sshd(shop, at, pid, `Accepted password for ${who.name} from ${who.ip} port ${port} ssh2`)
  return at
}

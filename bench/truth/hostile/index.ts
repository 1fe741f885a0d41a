/**
 * Lines as services write them, with who did something hostile in each: `who :: line`, where who is an address or a name,
 * perhaps with the account (`203.0.113.7/amy`), and `-` where nobody did. Written from what such services are known to
 * say, not taken from any collection; lines of one service are read in order, as one log.
 */
import { edges } from './edges.ts'
import { gates } from './gates.ts'
import { latest } from './latest.ts'
import { mail } from './mail.ts'
import { others } from './others.ts'
import { servers } from './servers.ts'
import { stores } from './stores.ts'
import { strangers } from './strangers.ts'
import { talk } from './talk.ts'
import { unseen } from './unseen.ts'
import { web } from './web.ts'
import { wider } from './wider.ts'

export type HostileTruth = Readonly<Record<string, string>>

/** Rules are made by these. */
export const lookedAt: HostileTruth = {
  ...mail,
  ...stores,
  ...web,
  ...gates,
  ...talk,
  ...servers,
  ...edges,
  ...others,
  ...wider,
}
/** And told by these whether they are general: services of other makers, whose misses nobody looks at. */
export const onlyCounted: HostileTruth = { ...unseen, ...strangers, ...latest }

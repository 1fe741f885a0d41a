/** The list of kinds; their names are promises to whoever reads incidents. A new one is a file here and a line below. */
import { abuse } from './abuse.ts'
import { bruteForce } from './brute-force.ts'
import { errorSpike } from './error-spike.ts'
import { fallingBehind } from './falling-behind.ts'
import type { Kind } from './kind.ts'
import { latency } from './latency.ts'
import { mixShift } from './mix-shift.ts'
import { newTemplate } from './new-template.ts'
import { passwordSpraying } from './password-spraying.ts'
import { probe } from './probe.ts'
import { rareTemplate } from './rare-template.ts'
import { rateChange } from './rate-change.ts'
import { rule } from './rule.ts'
import { scan } from './scan.ts'
import { sequence } from './sequence.ts'
import { silence } from './silence.ts'
import { suspiciousIp } from './suspicious-ip.ts'
import { userEnumeration } from './user-enumeration.ts'

export const kinds = {
  error_spike: errorSpike,
  rate_change: rateChange,
  latency,
  silence,
  new_template: newTemplate,
  rare_template: rareTemplate,
  mix_shift: mixShift,
  sequence,
  brute_force: bruteForce,
  password_spraying: passwordSpraying,
  user_enumeration: userEnumeration,
  suspicious_ip: suspiciousIp,
  scan,
  probe,
  abuse,
  rule,
  falling_behind: fallingBehind,
} satisfies Record<string, Kind>

/** A kind with all that one may say of itself. */
export function kindOf(name: keyof typeof kinds): Kind {
  return kinds[name]
}

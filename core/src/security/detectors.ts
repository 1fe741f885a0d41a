/** Everything that judges deeds, over one address book. */
import { abuse } from '../detectors/abuse.ts'
import { bruteForce } from '../detectors/brute-force.ts'
import { passwordSpraying } from '../detectors/password-spraying.ts'
import { probe } from '../detectors/probe.ts'
import { scan } from '../detectors/scan.ts'
import { suspiciousIp } from '../detectors/suspicious-ip.ts'
import { userEnumeration } from '../detectors/user-enumeration.ts'
import type { Detector } from '../finding.ts'
import { attackerBook, type AttackerOptions } from './attackers.ts'
import { missingPaths } from './missing-paths.ts'

export interface SecurityOptions extends AttackerOptions {
  /** Addresses and networks of known offenders. */
  readonly feed?: readonly string[]
}

export function securityDetectors({ feed = [], ...options }: SecurityOptions = {}): Detector[] {
  const book = attackerBook(options)
  const paths = missingPaths()
  return [
    bruteForce({ book }),
    userEnumeration({ book }),
    passwordSpraying({ book }),
    probe({ book, paths }),
    scan({ book, paths }),
    abuse({ book }),
    suspiciousIp({ book, feed }),
  ]
}

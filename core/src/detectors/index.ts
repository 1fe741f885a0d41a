/** The lists of detectors. A new one is a file here and a line below. */
import type { Detector } from '../finding.ts'
import type { Rule } from '../rules/rule.ts'
import { attackerBook } from '../security/attackers.ts'
import { missingPaths } from '../security/missing-paths.ts'
import { abuse } from './abuse.ts'
import { bruteForce } from './brute-force.ts'
import { errorSpike } from './error-spike.ts'
import { firstPlace } from './first-place.ts'
import { heartbeat } from './heartbeat.ts'
import { hostSilence } from './host-silence.ts'
import { latency } from './latency.ts'
import { metric } from './metric.ts'
import { mixShift } from './mix-shift.ts'
import { newTemplate } from './new-template.ts'
import { passwordSpraying } from './password-spraying.ts'
import { probe } from './probe.ts'
import { rareTemplate } from './rare-template.ts'
import { rateChange } from './rate-change.ts'
import { rule, type JoinedWindow } from './rule.ts'
import { scan } from './scan.ts'
import { sequence } from './sequence.ts'
import { withSettings, type DetectorSettings } from './settings.ts'
import { silence } from './silence.ts'
import { suspiciousIp } from './suspicious-ip.ts'
import { userEnumeration } from './user-enumeration.ts'

export interface DetectorOptions {
  /** Everything before this event time (ms) is normal and only teaches. */
  readonly learnUntil?: number
  /** Addresses and CIDR ranges that are never offenders. */
  readonly allow?: readonly string[]
  /** Addresses and CIDR ranges known to be bad. */
  readonly feed?: readonly string[]
  /** The country of an address, where it is known. */
  readonly country?: (ip: string) => string | undefined
  /** Of the user. */
  readonly rules?: readonly Rule[]
  readonly settings?: DetectorSettings
}

/** Those that need no more than one shard sees: series by service, deeds, sessions. */
export function detectors({
  learnUntil,
  allow = [],
  feed = [],
  country,
  settings = {},
}: DetectorOptions = {}): Detector[] {
  const book = attackerBook({ allow })
  const paths = missingPaths()
  const all = [
    errorSpike(),
    latency(),
    rateChange(),
    silence(),
    hostSilence(),
    heartbeat(),
    newTemplate(),
    rareTemplate(),
    mixShift(),
    metric(),
    bruteForce({ book }),
    passwordSpraying({ book }),
    userEnumeration({ book }),
    probe({ book, paths }),
    scan({ book, paths }),
    abuse({ book }),
    suspiciousIp({ book, feed }),
    firstPlace({ book, country }),
    sequence({ ...(learnUntil !== undefined && { learnUntil }) }),
  ]
  return withSettings(all, settings)
}

/** Those that look over all shards. */
export function joinedDetectors({ rules = [], settings = {} }: DetectorOptions = {}): Detector<JoinedWindow>[] {
  return withSettings([rule(rules)], settings)
}

/** Of all that there are, in the order in which findings of one moment are taken. */
export function detectorNames(): string[] {
  return [...detectors(), ...joinedDetectors()].map(({ name }) => name)
}

/** The list of scenarios, in the order a demonstration tells them. */
import { bruteForce } from './brute-force.ts'
import { deployShift } from './deploy-shift.ts'
import { errorBurst } from './error-burst.ts'
import { newPattern } from './new-pattern.ts'
import { normal } from './normal.ts'
import { passwordSpraying } from './password-spraying.ts'
import { scan } from './scan.ts'
import type { Scenario } from './scenario.ts'
import { serviceDown } from './service-down.ts'
import { slowDatabase } from './slow-database.ts'
import { trafficSurge } from './traffic-surge.ts'

export const scenarios: readonly Scenario[] = [
  errorBurst,
  bruteForce,
  slowDatabase,
  newPattern,
  trafficSurge,
  scan,
  serviceDown,
  passwordSpraying,
  deployShift,
  normal,
]

/**
 * Whether one channel is told of one form of an incident. The stages stand in the order in which they are asked; the
 * first that objects names the decision. Pure: what was told before comes from the journal, time from the caller.
 */
import { dedup } from './dedup.ts'
import type { Candidate, Decision, Stage } from './news.ts'
import { route } from './route.ts'
import { silence } from './silence.ts'
import { simulated } from './simulated.ts'
import { stale } from './stale.ts'
import { throttle } from './throttle.ts'

const stages: readonly Stage[] = [simulated, stale, route, silence, throttle]

export function decide(candidate: Candidate): Decision {
  const found = dedup(candidate)
  if (!found.send) return found
  const news = { ...candidate, reason: found.reason }
  for (const stage of stages) {
    const because = stage(news)
    if (because !== undefined) return { send: false, because }
  }
  return found
}

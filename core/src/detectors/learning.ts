/** How far a new service is learnt: nothing is told of it before. */
import { MINUTE_MS } from '../aggregate/window.ts'
import { LEARNING_MINUTES } from '../baseline/rate.ts'
import type { Learning } from '../wire/api.ts'
import { SETTLE_MS } from './new-template.ts'

/** Undefined once everything that needs time was given it. */
export function learningAt(since: number, now: number): Learning | undefined {
  const share = (needed: number) => Math.max(0, Math.min(1, (now - since) / needed))
  const [rates, newLines] = [share(LEARNING_MINUTES * MINUTE_MS), share(SETTLE_MS)]
  return newLines < 1 ? { since: new Date(since).toISOString(), rates, newLines } : undefined
}

/** What is held against one party by one detector, and when it is to be told again. */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Words } from '../correlate/kinds/kind.ts'
import type { Finding } from '../finding.ts'
import type { IncidentKind } from '../wire/incident.ts'
import type { Act } from './attackers.ts'

/** Quiet for so long, the next act opens a new case. */
const IDLE_MS = 30 * MINUTE_MS
const MOST_NAMES = 50
const SAMPLES = 3

export class CaseFile {
  start = Number.NaN
  last = Number.NEGATIVE_INFINITY
  count = 0
  isOpen = false
  service = ''
  readonly users = new Set<string>()
  readonly targets = new Set<string>()
  #samples: string[] = []
  #lines = 0
  #told = Number.NEGATIVE_INFINITY

  /** Begins a case with the acts that gave cause to it. */
  open(acts: readonly Act[]): void {
    this.isOpen = true
    this.start = Math.min(...acts.map(({ at }) => at))
    this.count = 0
    this.users.clear()
    this.targets.clear()
    this.#samples = []
    this.#lines = 0
    this.#told = Number.NEGATIVE_INFINITY
    for (const act of acts) this.note(act)
  }

  close(): void {
    this.isOpen = false
  }

  note({ at, user, weight, event }: Act): void {
    this.last = Math.max(this.last, at)
    this.count += Math.max(1, weight)
    this.#lines += 1
    this.service = event.service
    if (user !== undefined && this.users.size < MOST_NAMES) this.users.add(user)
    if (event.target !== undefined && this.targets.size < MOST_NAMES) this.targets.add(event.target)
    if (event.sample !== '' && this.#samples.length < SAMPLES) this.#samples.push(event.sample)
  }

  /** Evidence worth showing whatever else there is. */
  show(sample: string): void {
    this.#samples = [...this.#samples.slice(0, SAMPLES - 1), sample]
  }

  /** Something new, and not told within the last minute unless that can not wait. */
  isDue(now: number, pause = MINUTE_MS): boolean {
    return this.isOpen && this.#lines > 0 && now - this.#told >= pause
  }

  isOver(now: number): boolean {
    return now - this.last > IDLE_MS
  }

  tell(detector: string, kind: IncidentKind, ip: Iterable<string>, now: number, evidence: Evidence): Finding {
    const finding: Finding = {
      detector,
      kind,
      at: now,
      start: Math.min(this.start, now),
      service: this.service,
      entities: { ip: [...ip], user: [...this.users], target: [...this.targets] },
      low: 0,
      ...evidence,
      samples: this.#samples,
      lines: this.#lines,
    }
    this.#told = now
    this.#lines = 0
    return finding
  }
}

export interface Evidence {
  readonly seen: number
  readonly usual: number
  readonly high: number
  readonly unit: string
  readonly score: number
  readonly reason?: Words
}

/** How sure, from how far beyond the limit: 0.5 at it, towards 1. */
export function certainty(seen: number, limit: number): number {
  return Math.min(0.99, 1 - 0.5 * (limit / Math.max(limit, seen)))
}

/**
 * Passwords tried from one address, quickly or patiently. Quick: a leaky bucket, so five tries at once or six within a
 * minute speak, and a person's typos run out. Patient: many tries in hours with hardly a success. A success forgives
 * what the same account got wrong just before; once the case is open it means that the attacker got in.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Detector, Finding, Glance } from '../finding.ts'
import { memory } from '../memory.ts'
import { attackerBook, type Act, type AttackerBook } from '../security/attackers.ts'
import { emptyBucket, pour, type Bucket } from '../security/bucket.ts'
import { certainty, note, show, charge } from '../security/case-file.ts'
import { cases, type Case } from '../security/cases.ts'

const HOUR_MS = 60 * MINUTE_MS
const FORGIVE_MS = 10 * MINUTE_MS
const MOST_FORGIVEN = 5
const MOST_KEPT = 20

export interface BruteForceOptions {
  readonly book?: AttackerBook
  /** The quick bucket speaks above this level, and loses one failure in `leakMs`. */
  readonly fires?: number
  readonly leakMs?: number
  /** The patient window: so many failures within it, and fewer successes than a third of them. */
  readonly slowFailures?: number
  readonly slowMs?: number
}

interface State {
  readonly bucket: Bucket
  /** When the bucket was last empty. */
  since: number
  failures: Act[]
  successes: number[]
  gotIn: string | undefined
}

export function bruteForce({
  book = attackerBook(),
  fires = 4.4,
  leakMs = MINUTE_MS / 2,
  slowFailures = 10,
  slowMs = 6 * HOUR_MS,
}: BruteForceOptions = {}): Detector {
  const all = cases<State>(() => ({ bucket: emptyBucket(), since: 0, failures: [], successes: [], gotIn: undefined }))

  function failed(subject: Case<State>, act: Act): void {
    const { state, file } = subject
    state.failures = [...state.failures.filter(({ at }) => act.at - at < slowMs), act].slice(-MOST_KEPT)
    const isFirst = pour(state.bucket, act.at, 0, leakMs) === 0
    state.since = isFirst ? act.at : Math.min(state.since, act.at)
    const level = pour(state.bucket, act.at, act.weight, leakMs)
    if (file.isOpen) return note(file, act)
    state.gotIn = undefined
    if (level > fires)
      all.open(
        subject,
        state.failures.filter(({ at }) => at >= state.since),
      )
    else if (isPatient(state, act.at)) all.open(subject, state.failures)
  }

  function isPatient(state: State, now: number): boolean {
    state.successes = state.successes.filter((at) => now - at < slowMs)
    const tries = state.failures.filter(({ known, weight }) => !known && weight >= 1)
    const count = tries.reduce((sum, { weight }) => sum + weight, 0)
    return count >= slowFailures && state.successes.length < count / 3
  }

  function succeeded({ state, file }: Case<State>, act: Act): void {
    state.successes = [...state.successes, act.at].slice(-MOST_KEPT)
    if (file.isOpen) {
      if (act.user === undefined || !file.users.has(act.user)) return
      state.gotIn = act.user
      note(file, act)
      return show(file, act.event.sample)
    }
    const forgiven = state.failures
      .filter(({ user, at }) => user === act.user && act.at - at < FORGIVE_MS)
      .slice(-MOST_FORGIVEN)
    state.failures = state.failures.filter((failure) => !forgiven.includes(failure))
    const weight = forgiven.reduce((sum, failure) => sum + failure.weight, 0)
    pour(state.bucket, act.at, -Math.min(weight, pour(state.bucket, act.at, 0, leakMs)), leakMs)
  }

  function render(now: number): (subject: Case<State>) => Finding {
    return ({ party, file, state }) => {
      const limit = Math.floor(fires)
      const evidence = {
        seen: file.count,
        usual: 0,
        high: limit,
        unit: 'failures',
        score: certainty(file.count, limit),
      }
      if (state.gotIn === undefined) return charge(file, 'brute-force', 'brute_force', party.addresses, now, evidence)
      const reason = {
        en: `The last tries signed in as ${state.gotIn}`,
        es: `Los últimos intentos entraron como ${state.gotIn}`,
      }
      return charge(file, 'brute-force', 'brute_force', party.addresses, now, { ...evidence, score: 1, reason })
    }
  }

  function look(window: Glance): Finding[] {
    for (const act of book.acts(window)) {
      if (act.deed === 'failure') failed(all.of(act.party), act)
      else if (act.deed === 'success') succeeded(all.of(act.party), act)
    }
    return all.tell(window.end, render(window.end))
  }

  return {
    name: 'brute-force',
    judge: look,
    glance: look,
    finish: (at) => all.tellAll(at, render(at)),
    memories: [book.memory, memory('brute-force', 1, all)],
  }
}

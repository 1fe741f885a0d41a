/** Many accounts tried from one address, none of which ever worked there: somebody is looking for names. */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Detector, Finding, Glance } from '../finding.ts'
import { memory } from '../memory.ts'
import { attackerBook, type Act, type AttackerBook } from '../security/attackers.ts'
import { certainty, note, charge } from '../security/case-file.ts'
import { cases, type Case } from '../security/cases.ts'

const HOUR_MS = 60 * MINUTE_MS
const MOST_ACCOUNTS = 200
const MOST_SUCCESSES = 100

export interface UserEnumerationOptions {
  readonly book?: AttackerBook
  /** Different accounts within the hour. */
  readonly accounts?: number
}

interface State {
  /** By account, its last failure. */
  readonly failed: Map<string, Act>
  successes: number[]
}

export function userEnumeration({ book = attackerBook(), accounts = 5 }: UserEnumerationOptions = {}): Detector {
  const all = cases<State>(() => ({ failed: new Map(), successes: [] }))

  function failed(subject: Case<State>, user: string, act: Act): void {
    const { state, file, party } = subject
    if (party.successes.has(user)) return
    if (state.failed.size >= MOST_ACCOUNTS && !state.failed.has(user))
      state.failed.delete(state.failed.keys().next().value ?? '')
    state.failed.delete(user)
    state.failed.set(user, act)
    forget(state, act.at)
    if (file.isOpen) return note(file, act)
    if (state.failed.size >= accounts && state.successes.length < state.failed.size)
      all.open(subject, [...state.failed.values()])
  }

  function succeeded({ state }: Case<State>, act: Act): void {
    state.successes = [...state.successes, act.at].slice(-MOST_SUCCESSES)
    if (act.user !== undefined) state.failed.delete(act.user)
  }

  function render(now: number): (subject: Case<State>) => Finding {
    return ({ party, file, state }) => {
      const seen = Math.max(accounts, state.failed.size)
      const evidence = { seen, usual: 0, high: accounts - 1, unit: 'accounts', score: certainty(seen, accounts - 1) }
      return charge(file, 'user-enumeration', 'user_enumeration', party.addresses, now, evidence)
    }
  }

  function look(window: Glance): Finding[] {
    for (const act of book.acts(window)) {
      if (act.deed === 'failure' && act.user !== undefined) failed(all.of(act.party), act.user, act)
      else if (act.deed === 'success') succeeded(all.of(act.party), act)
    }
    return all.tell(window.end, render(window.end))
  }

  return {
    name: 'user-enumeration',
    judge: look,
    glance: look,
    finish: (at) => all.tellAll(at, render(at)),
    memories: [book.memory, memory('user-enumeration', 1, all)],
  }
}

/** Failures are in order of time: the oldest come first. */
function forget(state: State, now: number): void {
  for (const [user, { at }] of state.failed) {
    if (now - at < HOUR_MS) break
    state.failed.delete(user)
  }
  state.successes = state.successes.filter((at) => now - at < HOUR_MS)
}

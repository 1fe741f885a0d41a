/** The case files of one detector by party: bounded, opened for cause, told now and then, closed when quiet. */
import type { Finding } from '../finding.ts'
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Act, Party } from './attackers.ts'
import { CaseFile } from './case-file.ts'
import { recent } from './recent.ts'

export interface Case<State> {
  readonly party: Party
  readonly file: CaseFile
  readonly state: State
}

export interface Cases<State> {
  of(party: Party): Case<State>
  open(subject: Case<State>, acts: readonly Act[]): void
  /** Findings of the open cases that have something to say. */
  tell(now: number, render: (subject: Case<State>) => Finding): Finding[]
  /** The same at the end of input, without waiting. */
  tellAll(now: number, render: (subject: Case<State>) => Finding): Finding[]
}

const MOST_CASES = 20_000

export function cases<State>(make: () => State): Cases<State> {
  const byParty = recent<Case<State>, Party>(MOST_CASES, (party) => ({ party, file: new CaseFile(), state: make() }))
  const open = new Set<Case<State>>()

  function tell(now: number, pause: number, render: (subject: Case<State>) => Finding): Finding[] {
    const findings: Finding[] = []
    for (const subject of open) {
      if (subject.file.isDue(now, pause)) findings.push(render(subject))
      if (!subject.file.isOver(now)) continue
      subject.file.close()
      open.delete(subject)
    }
    return findings
  }

  return {
    of: (party) => byParty.of(party.key, party),
    open(subject, acts) {
      subject.file.open(acts)
      open.add(subject)
      if (open.size > MOST_CASES) open.delete(open.values().next().value ?? subject)
    },
    tell: (now, render) => tell(now, MINUTE_MS, render),
    tellAll: (now, render) => tell(now, 0, render),
  }
}

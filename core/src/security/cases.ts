/** The case files of one detector by party: bounded, opened for cause, told now and then, closed when quiet. */
import type { Finding } from '../finding.ts'
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Act, Party } from './attackers.ts'
import { emptyFile, isDue, isOver, openFile, type CaseFile } from './case-file.ts'
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
  keep(): KeptCases<State>
  recall(kept: KeptCases<State>): void
}

export interface KeptCases<State> {
  readonly byParty: ReadonlyMap<string, Case<State>>
  readonly open: ReadonlySet<Case<State>>
}

const MOST_CASES = 20_000

export function cases<State>(make: () => State): Cases<State> {
  const byParty = recent<Case<State>, Party>(MOST_CASES, (party) => ({ party, file: emptyFile(), state: make() }))
  let open = new Set<Case<State>>()

  function tell(now: number, pause: number, render: (subject: Case<State>) => Finding): Finding[] {
    const findings: Finding[] = []
    for (const subject of open) {
      if (isDue(subject.file, now, pause)) findings.push(render(subject))
      if (!isOver(subject.file, now)) continue
      subject.file.isOpen = false
      open.delete(subject)
    }
    return findings
  }

  return {
    of: (party) => byParty.of(party.key, party),
    open(subject, acts) {
      openFile(subject.file, acts)
      open.add(subject)
      if (open.size > MOST_CASES) open.delete(open.values().next().value ?? subject)
    },
    tell: (now, render) => tell(now, MINUTE_MS, render),
    tellAll: (now, render) => tell(now, 0, render),
    keep: () => ({ byParty: byParty.keep(), open }),
    recall(kept) {
      byParty.recall(kept.byParty)
      open = new Set(kept.open)
    },
  }
}

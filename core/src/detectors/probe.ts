/**
 * Somebody asks for what is not there, and for what only searchers ask for. New missing paths fill a leaky bucket;
 * links that are broken for everybody weigh nothing. Attacks written into requests, and handshakes that go wrong on
 * purpose, fill a bucket of their own, which forgets slowly.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Detector, Finding, Glance } from '../finding.ts'
import { memory } from '../memory.ts'
import { attackerBook, type Act, type AttackerBook } from '../security/attackers.ts'
import { emptyBucket, pour, type Bucket } from '../security/bucket.ts'
import { certainty, note, charge } from '../security/case-file.ts'
import { cases, type Case } from '../security/cases.ts'
import { missingPaths, type MissingPaths } from '../security/missing-paths.ts'

export interface ProbeOptions {
  readonly book?: AttackerBook
  readonly paths?: MissingPaths
  /** Level above which missing paths speak, one leaking in `pathLeakMs`; and the same of broken handshakes. */
  readonly pathsFire?: number
  readonly pathLeakMs?: number
  readonly fires?: number
  readonly leakMs?: number
}

/** Missing pages alone may be a bad deploy: wait whether others miss them too. */
const HOLD_MS = MINUTE_MS
const MOST_PATHS = 300
const MOST_KEPT = 20
/** Among attempts: one may be a broken link, two within half a minute, or three within three, are nobody's mistake. */
const PAYLOAD_WEIGHT = 2.5
const NOTHING_NEW = { weight: 0, isPayload: false }
/** Weight of sensitive paths and payloads that needs no second look. */
const PLAIN_MALICE = 4

interface State {
  readonly bucket: Bucket
  /** Attacks in requests, and handshakes gone wrong. */
  readonly attempts: Bucket
  /** Paths it missed, with how much each weighed; whether neutral ones became shared is asked later. */
  readonly missed: Map<string, { weight: number; isNeutral: boolean }>
  acts: Act[]
  heldSince: number | undefined
}

export function probe({
  book = attackerBook(),
  paths = missingPaths(),
  pathsFire = 9.4,
  pathLeakMs = 10_000,
  fires = 4.4,
  leakMs = MINUTE_MS,
}: ProbeOptions = {}): Detector {
  const all = cases<State>(() => ({
    bucket: emptyBucket(),
    attempts: emptyBucket(),
    missed: new Map(),
    acts: [],
    heldSince: undefined,
  }))
  let held = new Set<Case<State>>()

  function missed(subject: Case<State>, act: Act): void {
    const { state, file } = subject
    const { weight, isPayload } = weigh(state, act)
    if (weight === 0) return
    keep(state, act)
    const level = pour(state.bucket, act.at, weight, pathLeakMs)
    const attempts = isPayload ? pour(state.attempts, act.at, PAYLOAD_WEIGHT, leakMs) : 0
    if (file.isOpen) return note(file, act)
    if (attempts > fires) return all.open(subject, state.acts)
    if (level < pathsFire || state.heldSince !== undefined) return
    if (malice(state) >= PLAIN_MALICE) return all.open(subject, state.acts)
    state.heldSince = act.at
    held.add(subject)
  }

  /** A path missed again tells nothing new; another query of it tells a little. */
  function weigh(state: State, act: Act): { weight: number; isPayload: boolean } {
    const { path, weight, again, isNeutral, isPayload } = paths.see(act)
    if (weight === 0) return { weight, isPayload }
    const known = state.missed.has(path)
    if (!known) {
      state.missed.set(path, { weight, isNeutral })
      if (state.missed.size > MOST_PATHS) state.missed.delete(state.missed.keys().next().value ?? '')
    }
    const isNew = paths.isNewQuery(act)
    if (!known) return { weight, isPayload }
    return isNew ? { weight: again, isPayload } : NOTHING_NEW
  }

  function stumbled(subject: Case<State>, act: Act): void {
    keep(subject.state, act)
    const level = pour(subject.state.attempts, act.at, act.weight, leakMs)
    if (subject.file.isOpen) note(subject.file, act)
    else if (level > fires) all.open(subject, subject.state.acts)
  }

  /** Held cases whose time is up: opened, or dropped when half of what was missed is missing for others too. */
  function review(now: number): void {
    for (const subject of held) {
      const { state } = subject
      if (state.heldSince === undefined || now - state.heldSince < HOLD_MS) continue
      const neutral = [...state.missed].filter(([, { isNeutral }]) => isNeutral)
      const shared = neutral.filter(([path]) => paths.isShared(path))
      const isBrokenForAll = shared.length * 2 >= neutral.length && malice(state) < PLAIN_MALICE
      if (!isBrokenForAll) all.open(subject, state.acts)
      else for (const [path] of shared) state.missed.delete(path)
      state.heldSince = undefined
      held.delete(subject)
    }
  }

  function render(now: number): (subject: Case<State>) => Finding {
    return ({ party, file, state }) => {
      const seen = Math.max(state.missed.size, file.count)
      const unit = state.missed.size > 0 ? 'missing paths' : 'attempts'
      const limit = state.missed.size > 0 ? pathsFire : fires
      const evidence = { seen, usual: 0, high: Math.floor(limit), unit, score: certainty(seen, limit) }
      return charge(file, 'probe', 'probe', party.addresses, now, evidence)
    }
  }

  function look(window: Glance): Finding[] {
    for (const act of book.acts(window)) {
      if (act.event.path !== undefined && isMiss(act)) missed(all.of(act.party), act)
      else if (act.deed === 'probe') stumbled(all.of(act.party), act)
    }
    review(window.end)
    return all.tell(window.end, render(window.end))
  }

  return {
    name: 'probe',
    judge: look,
    glance: look,
    finish(at) {
      review(Number.POSITIVE_INFINITY)
      return all.tellAll(at, render(at))
    },
    memories: [
      book.memory,
      paths.memory,
      memory('probe', 1, {
        keep: () => ({ ...all.keep(), held }),
        recall(kept) {
          all.recall(kept)
          held = new Set(kept.held)
        },
      }),
    ],
  }
}

function isMiss({ deed }: Act): boolean {
  return deed === 'request' || deed === 'probe'
}

function keep(state: State, act: Act): void {
  state.acts = [...state.acts, act].slice(-MOST_KEPT)
}

function malice(state: State): number {
  let sum = 0
  for (const { weight, isNeutral } of state.missed.values()) if (!isNeutral) sum += weight
  return sum
}

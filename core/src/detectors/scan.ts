/** Many doors tried: ports and machines behind a firewall within minutes, or missing paths asked for over hours. */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Detector, Finding, Glance } from '../finding.ts'
import { memory } from '../memory.ts'
import { attackerBook, type Act, type AttackerBook } from '../security/attackers.ts'
import { certainty, note, charge } from '../security/case-file.ts'
import { cases, type Case } from '../security/cases.ts'
import { missingPaths, type MissingPaths } from '../security/missing-paths.ts'

export interface ScanOptions {
  readonly book?: AttackerBook
  readonly paths?: MissingPaths
  /** Different ports, or targets, within `doorsMs`. */
  readonly doors?: number
  readonly doorsMs?: number
  /** Different missing paths, when they are most of what the address asks for. */
  readonly missing?: number
}

const MOST_DOORS = 200
const MOST_PATHS = 200
/** Of pages: so many are as telling as one file that nobody links to. */
const SENSITIVE = 3
const FORGET_MS = 24 * 60 * MINUTE_MS

interface State {
  /** By port and by target, when last tried. */
  readonly ports: Map<string, number>
  readonly targets: Map<string, number>
  readonly missed: Set<string>
  /** How much the missed paths prove, a page 1. */
  sought: number
  requests: number
  misses: number
  last: number
  acts: Act[]
}

export function scan({
  book = attackerBook(),
  paths = missingPaths(),
  doors = 10,
  doorsMs = 5 * MINUTE_MS,
  missing = 20,
}: ScanOptions = {}): Detector {
  const all = cases<State>(() => ({
    ports: new Map(),
    targets: new Map(),
    missed: new Set(),
    sought: 0,
    requests: 0,
    misses: 0,
    last: 0,
    acts: [],
  }))

  function knocked(subject: Case<State>, act: Act): void {
    const { state, file } = subject
    if (act.event.port !== undefined) tryDoor(state.ports, String(act.event.port), act.at)
    if (act.event.target !== undefined) tryDoor(state.targets, act.event.target, act.at)
    if (file.isOpen) return note(file, act)
    keep(state, act)
    if (Math.max(state.ports.size, state.targets.size) >= doors) begin(subject)
  }

  /** What a case told is no part of the next one. */
  function begin(subject: Case<State>): void {
    all.open(subject, subject.state.acts)
    subject.state.acts = []
  }

  function tryDoor(tried: Map<string, number>, door: string, now: number): void {
    tried.delete(door)
    tried.set(door, now)
    for (const [old, at] of tried) {
      if (now - at < doorsMs && tried.size <= MOST_DOORS) break
      tried.delete(old)
    }
  }

  function asked(subject: Case<State>, act: Act): void {
    const { state, file } = subject
    if (act.at - state.last > FORGET_MS) Object.assign(state, { requests: 0, misses: 0, sought: 0, missed: new Set() })
    state.last = act.at
    state.requests += act.event.count
    if (act.event.path === undefined || act.deed === 'failure') return
    const { path, weight } = paths.see(act)
    if (weight < 1) return
    state.misses++
    if (state.missed.size < MOST_PATHS && !state.missed.has(path)) {
      state.missed.add(path)
      state.sought += weight > 1 ? SENSITIVE : 1
    }
    if (file.isOpen) return note(file, act)
    keep(state, act)
    if (state.sought >= missing && state.misses * 2 > state.requests) begin(subject)
  }

  function render(now: number): (subject: Case<State>) => Finding {
    return ({ party, file, state }) => {
      const [seen, limit, unit] = strongest(state)
      const evidence = { seen, usual: 0, high: limit - 1, unit, score: certainty(seen, limit - 1) }
      return charge(file, 'scan', 'scan', party.addresses, now, evidence)
    }
  }

  function strongest({ ports, targets, missed, sought }: State): [seen: number, limit: number, unit: string] {
    if (sought >= missing) return [missed.size, Math.min(missing, missed.size), 'missing paths']
    return ports.size >= targets.size
      ? [Math.max(doors, ports.size), doors, 'ports']
      : [Math.max(doors, targets.size), doors, 'targets']
  }

  function look(window: Glance): Finding[] {
    for (const act of book.acts(window)) {
      if (act.deed === 'scan') knocked(all.of(act.party), act)
      else if (act.deed === 'request' || (act.deed === 'probe' && act.event.path !== undefined))
        asked(all.of(act.party), act)
    }
    return all.tell(window.end, render(window.end))
  }

  return {
    name: 'scan',
    judge: look,
    glance: look,
    finish: (at) => all.tellAll(at, render(at)),
    memories: [book.memory, paths.memory, memory('scan', 1, all)],
  }
}

const MOST_KEPT = 20

function keep(state: State, act: Act): void {
  state.acts = [...state.acts, act].slice(-MOST_KEPT)
}

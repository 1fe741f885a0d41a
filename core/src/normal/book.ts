/**
 * What is called normal while detection runs. It holds from its own time on, in event time: whoever judges a window,
 * and when, holds the same findings back. That is why it begins a little after it was said: by then every detector has
 * read it.
 */
import type { ClosedWindow, Finding } from '../finding.ts'
import { MINUTE_MS } from '../aggregate/window.ts'
import { amount } from '../correlate/kinds/words.ts'
import type { JournalEntry } from '../wire/live.ts'
import type { Normal } from '../wire/normal.ts'
import { heldId, normalActions, undoneId } from './feedback.ts'
import { isLike } from './like.ts'

/** Detectors read the journal several times within this. */
export const BEGINS_AFTER_MS = 10_000
/** What is held back again after so long counts as another time. */
const APART_MS = 30 * MINUTE_MS
const MOST_ENTRIES = 5_000

export interface NormalBook {
  /** Takes entries of the journal, in any order and any number of times. */
  heed(entries: readonly JournalEntry[]): void
  /** Incidents that are normal from this window on. */
  begun(window: Pick<ClosedWindow, 'start' | 'end'>): string[]
  /** Findings nobody called normal. */
  pass(findings: readonly Finding[]): Finding[]
  /** What was held back since the last call, an entry for each time. */
  held(): JournalEntry[]
}

interface Known {
  readonly entry: JournalEntry
  readonly normal: Normal
  readonly from: number
  /** When something was last held back. */
  last: number
}

export function normalBook(): NormalBook {
  const known = new Map<string, Known>()
  /** By id of its entry, from when on it is normal no more. */
  const undone = new Map<string, number>()
  let held: JournalEntry[] = []

  function heedOne(entry: JournalEntry): void {
    const { id, action, normal } = entry
    if (action === 'undone') undone.set(id, beginning(entry))
    if (action !== 'normal' || normal === undefined || known.has(id)) return
    known.set(id, { entry, normal, from: beginning(entry), last: Number.NEGATIVE_INFINITY })
  }

  /** In event time. */
  function isInForce({ entry, from }: Known, at: number): boolean {
    return at > from && at <= (undone.get(undoneId(entry.id)) ?? Number.POSITIVE_INFINITY)
  }

  function note(one: Known, { at, service, seen, unit }: Finding): void {
    if (at - one.last > APART_MS) {
      const { id, incident } = one.entry
      const text = `${service}: ${amount(seen)} ${unit}`
      const entry = { id: heldId(id, at), at: new Date(at).toISOString(), incident, note: text }
      held.push({ ...entry, action: 'held', by: 'detector' })
    }
    one.last = Math.max(one.last, at)
  }

  return {
    heed(entries) {
      for (const entry of entries) if (normalActions.includes(entry.action)) heedOne(entry)
      for (const table of [known, undone])
        while (table.size > MOST_ENTRIES) table.delete(table.keys().next().value ?? '')
    },
    begun({ start, end }) {
      const begun = [...known.values()].filter(({ from }) => from >= start && from < end)
      return begun.map(({ entry }) => entry.incident)
    },
    pass(findings) {
      if (known.size === 0) return [...findings]
      return findings.filter((finding) => {
        const one = [...known.values()].find((one) => isInForce(one, finding.at) && isLike(one.normal, finding))
        if (one) note(one, finding)
        return one === undefined
      })
    },
    held() {
      const told = held
      held = []
      return told
    },
  }
}

function beginning({ at }: JournalEntry): number {
  return Date.parse(at) + BEGINS_AFTER_MS
}

/** What was called normal, read from the journal: said by one entry, undone by another, held back by any number. */
import type { JournalEntry } from '../wire/live.ts'
import type { Feedback } from '../wire/normal.ts'

/** Entries that say what is normal. */
export const normalActions: readonly JournalEntry['action'][] = ['normal', 'undone']

/** The same however often it is written, so that it counts once. */
export function undoneId(feedback: string): string {
  return `${feedback}/undone`
}

export function heldId(feedback: string, at: number): string {
  return `${feedback}/held/${at}`
}

/** Newest first. `held` are the entries that tell of it, as many as are asked for. */
export function feedbackOf(said: readonly JournalEntry[], held: readonly JournalEntry[]): Feedback[] {
  const byId = new Map(said.map((entry) => [entry.id, entry]))
  const times = timesOf(held)
  const all = said.flatMap(({ id, action, incident, at, by, note, normal }) => {
    if (action !== 'normal' || normal === undefined) return []
    const undone = byId.get(undoneId(id))
    const entry = { id, incident, at, by, note, normal, held: times.get(id) ?? { times: 0 } }
    return [undone ? { ...entry, undone: { at: undone.at, by: undone.by } } : entry]
  })
  return all.sort((a, b) => b.at.localeCompare(a.at))
}

function timesOf(held: readonly JournalEntry[]): Map<string, Feedback['held']> {
  const times = new Map<string, { times: number; last: string }>()
  for (const { id, at } of held) {
    const feedback = id.slice(0, id.lastIndexOf('/held/'))
    const known = times.get(feedback) ?? { times: 0, last: at }
    times.set(feedback, { times: known.times + 1, last: at > known.last ? at : known.last })
  }
  return times
}

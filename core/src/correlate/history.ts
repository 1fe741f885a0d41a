/** What is worth a line in an incident's history; the same news twice is the same entry. */
import type { Incident } from '../wire/incident.ts'
import type { JournalEntry } from '../wire/live.ts'

export function historyEntries({ id, state, version, reopens, start, end, title }: Incident): JournalEntry[] {
  const entry = (action: JournalEntry['action'], at: string, times: number): JournalEntry[] => [
    { id: `${id}/${action}/${times}`, at, incident: id, action, by: 'detector', note: title },
  ]
  if (state === 'resolved') return entry('resolved', end, reopens)
  if (reopens > 0) return entry('reopened', end, reopens)
  return version === 1 ? entry('opened', start, 0) : []
}

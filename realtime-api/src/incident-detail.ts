/** What every route that shows or changes an incident answers with, and how a decision of a person is written down. */
import { randomUUID } from 'node:crypto'
import { feedbackOf, normalActions } from '@errorsense/core/normal/feedback.ts'
import { normalsOf } from '@errorsense/core/normal/like.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { IncidentDetail } from '@errorsense/core/wire/api.ts'
import type { JournalEntry } from '@errorsense/core/wire/live.ts'
import type { Context } from './context.ts'
import { Refusal } from './failure.ts'

const JOURNAL_LIMIT = 500

export async function detailOf(context: Context, id: string): Promise<IncidentDetail> {
  const { store } = context
  const [incident, newest, said] = await Promise.all([
    incidentOf(context, id),
    store.journal({ incident: id, limit: JOURNAL_LIMIT }),
    store.journal({ incident: id, actions: normalActions, limit: JOURNAL_LIMIT }),
  ])
  const journal = newest.toSorted((a, b) => a.at.localeCompare(b.at))
  const held = journal.filter(({ action }) => action === 'held')
  const feedback = feedbackOf(said, held).find(({ undone }) => undone === undefined)
  return { incident, journal, normals: normalsOf(incident), ...(feedback && { feedback }) }
}

export async function incidentOf({ store }: Context, id: string): Promise<Incident> {
  const incident = await store.incident(id)
  if (incident === undefined) throw new Refusal(404, 'not_found', 'There is no incident with this id.')
  return incident
}

type Decision = Pick<JournalEntry, 'incident' | 'action' | 'note'> & Partial<Pick<JournalEntry, 'id' | 'normal'>>

/** Writes it down, tells every page, and answers with what the incident is now. */
export async function decide(context: Context, decision: Decision): Promise<IncidentDetail> {
  const at = new Date(context.clock()).toISOString()
  const entry: JournalEntry = { id: randomUUID(), at, by: 'operator', ...decision }
  await context.store.appendJournal([entry])
  const changed = await detailOf(context, decision.incident)
  context.feed.publish({ type: 'incident', incident: changed.incident })
  context.feed.publish({ type: 'journal', entry })
  return changed
}

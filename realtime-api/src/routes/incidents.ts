import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Incident, IncidentState } from '@errorsense/core/wire/incident.ts'
import type { IncidentDetail } from '@errorsense/core/wire/api.ts'
import type { JournalEntry } from '@errorsense/core/wire/live.ts'
import type { Api, Context } from '../context.ts'
import { Refusal } from '../failure.ts'
import { failure, incidentDetail, incidentList, incidentStates, limit, name } from '../schemas.ts'

const JOURNAL_LIMIT = 500
const params = z.object({ id: name })
const note = z.object({ note: z.string().max(2000).optional() }).nullish()

export function incidents(api: Api, context: Context): void {
  const { store } = context

  api.get(
    '/incidents',
    {
      schema: {
        tags: ['incidents'],
        summary: 'Incidents, newest first',
        querystring: z.object({
          state: z.enum(incidentStates).optional(),
          service: name.optional(),
          limit: limit(50, 500),
        }),
        response: { 200: incidentList },
      },
    },
    async ({ query: { state, service, limit } }) => ({
      incidents: await store.incidents({ limit, ...(state && { state }), ...(service && { service }) }),
    }),
  )

  api.get(
    '/incidents/:id',
    {
      schema: {
        tags: ['incidents'],
        summary: 'One incident with what was done about it',
        params,
        response: { 200: incidentDetail, 404: failure },
      },
    },
    ({ params: { id } }) => detail(context, id),
  )

  for (const [verb, action] of [
    ['acknowledge', 'acknowledged'],
    ['resolve', 'resolved'],
  ] as const) {
    api.post(
      `/incidents/:id/${verb}`,
      {
        schema: {
          tags: ['incidents'],
          summary: `Marks an incident as ${action}; doing so again changes nothing`,
          params,
          body: note,
          response: { 200: incidentDetail, 404: failure, 409: failure },
        },
      },
      ({ params: { id }, body }) => decide(context, id, action, body?.note ?? ''),
    )
  }
}

async function decide(context: Context, id: string, action: 'acknowledged' | 'resolved', note: string) {
  const { state } = await find(context, id)
  if (state === action) return detail(context, id)
  if (isOver(state)) throw new Refusal(409, 'conflict', `The incident is ${state} already.`)
  const at = new Date(context.clock()).toISOString()
  const entry: JournalEntry = { id: randomUUID(), at, incident: id, action, by: 'operator', note }
  await context.store.appendJournal([entry])
  const changed = await detail(context, id)
  context.feed.publish({ type: 'incident', incident: changed.incident })
  context.feed.publish({ type: 'journal', entry })
  return changed
}

const isOver = (state: IncidentState) => state === 'resolved' || state === 'normal'

async function detail(context: Context, id: string): Promise<IncidentDetail> {
  const [incident, journal] = await Promise.all([
    find(context, id),
    context.store.journal({ incident: id, limit: JOURNAL_LIMIT }),
  ])
  return { incident, journal: journal.toSorted((a, b) => a.at.localeCompare(b.at)) }
}

async function find({ store }: Context, id: string): Promise<Incident> {
  const incident = await store.incident(id)
  if (incident === undefined) throw new Refusal(404, 'not_found', 'There is no incident with this id.')
  return incident
}

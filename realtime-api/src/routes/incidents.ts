import { z } from 'zod'
import type { IncidentState } from '@errorsense/core/wire/incident.ts'
import type { Api, Context } from '../context.ts'
import { Refusal } from '../failure.ts'
import { decide, detailOf, incidentOf } from '../incident-detail.ts'
import { failure, incidentDetail, incidentList, incidentStates, limit, name } from '../schemas.ts'

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
    ({ params: { id } }) => detailOf(context, id),
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
      ({ params: { id }, body }) => act(context, id, action, body?.note ?? ''),
    )
  }
}

async function act(context: Context, id: string, action: 'acknowledged' | 'resolved', note: string) {
  const { state } = await incidentOf(context, id)
  if (state === action) return detailOf(context, id)
  if (isOver(state)) throw new Refusal(409, 'conflict', `The incident is ${state} already.`)
  return decide(context, { incident: id, action, note })
}

const isOver = (state: IncidentState) => state === 'resolved' || state === 'normal'

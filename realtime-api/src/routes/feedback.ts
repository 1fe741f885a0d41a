import { z } from 'zod'
import { feedbackOf, normalActions, undoneId } from '@errorsense/core/normal/feedback.ts'
import { normalOf } from '@errorsense/core/normal/like.ts'
import type { Feedback, NormalScope } from '@errorsense/core/wire/normal.ts'
import type { Api, Context } from '../context.ts'
import { Refusal } from '../failure.ts'
import { decide, incidentOf } from '../incident-detail.ts'
import { failure, feedbackList, incidentDetail, name, normalScope } from '../schemas.ts'

const MOST_SAID = 10_000
/** Every one is asked for every finding. */
const MOST_IN_FORCE = 1_000

export function feedback(api: Api, context: Context): void {
  const tags = ['feedback']

  api.get(
    '/feedback',
    {
      schema: {
        tags,
        summary: 'What was called normal: by whom, when, and how often it held something back',
        response: { 200: feedbackList },
      },
    },
    async () => ({ feedback: await all(context) }),
  )

  api.post(
    '/incidents/:id/normal',
    {
      schema: {
        tags,
        summary: 'Calls an incident normal: what is like it is held back from now on',
        params: z.object({ id: name }),
        body: z.object({ scope: normalScope, note: z.string().max(2000).default('') }),
        response: { 200: incidentDetail, 404: failure, 409: failure },
      },
    },
    ({ params: { id }, body: { scope, note } }) => say(context, id, scope, note),
  )

  api.delete(
    '/feedback/:id',
    {
      schema: {
        tags,
        summary: 'Undoes it: what is like the incident is told again from now on; doing so again changes nothing',
        params: z.object({ id: name }),
        response: { 200: incidentDetail, 404: failure },
      },
    },
    ({ params: { id } }) => undo(context, id),
  )
}

async function all({ store }: Context): Promise<Feedback[]> {
  const [said, held] = await Promise.all([
    store.journal({ actions: normalActions, limit: MOST_SAID }),
    store.journal({ actions: ['held'], limit: MOST_SAID }),
  ])
  return feedbackOf(said, held)
}

async function say(context: Context, id: string, scope: NormalScope, note: string) {
  const incident = await incidentOf(context, id)
  if (incident.state === 'normal') throw new Refusal(409, 'conflict', 'It is called normal already: undo that first.')
  const normal = normalOf(incident, scope)
  if (normal === undefined) throw new Refusal(409, 'conflict', `The incident has no ${scope} that could be normal.`)
  const inForce = (await all(context)).filter(({ undone }) => undone === undefined)
  if (inForce.length >= MOST_IN_FORCE) throw new Refusal(409, 'conflict', 'Too much is called normal: undo some.')
  return decide(context, { incident: id, action: 'normal', note, normal })
}

async function undo(context: Context, id: string) {
  const found = (await all(context)).find((one) => one.id === id)
  if (found === undefined) throw new Refusal(404, 'not_found', 'Nothing was called normal under this id.')
  return decide(context, { id: undoneId(id), incident: found.incident, action: 'undone', note: '' })
}

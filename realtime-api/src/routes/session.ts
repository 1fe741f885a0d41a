import { z } from 'zod'
import type { Access } from '../access.ts'
import type { Api } from '../context.ts'
import { Refusal } from '../failure.ts'
import { failure } from '../schemas.ts'

const nothing = z.undefined().describe('Done')

/** Guesses one address may make at the key. */
const rateLimit = { max: 10, timeWindow: '1 minute' }

export function session(api: Api, access: Access): void {
  api.get(
    '/session',
    {
      schema: {
        tags: ['session'],
        summary: 'Whether a key is needed, and whether this request brings it',
        response: { 200: z.object({ keyNeeded: z.boolean(), signedIn: z.boolean() }) },
      },
    },
    (request) => ({ keyNeeded: access.keyNeeded, signedIn: access.isSignedIn(request) }),
  )

  api.post(
    '/session',
    {
      config: { rateLimit },
      schema: {
        tags: ['session'],
        summary: 'Trades the API key for a session cookie',
        body: z.object({ key: z.string().min(1).max(1000) }),
        response: { 204: nothing, 401: failure },
      },
    },
    (request, reply) => {
      const cookie = access.signIn(request.body.key, request)
      if (cookie === undefined) throw new Refusal(401, 'unauthorized', 'This key is not the right one.')
      void reply.header('set-cookie', cookie).code(204).send()
    },
  )

  api.delete(
    '/session',
    { schema: { tags: ['session'], summary: 'Forgets the session cookie', response: { 204: nothing } } },
    (_request, reply) => {
      void reply.header('set-cookie', access.signOut()).code(204).send()
    },
  )
}

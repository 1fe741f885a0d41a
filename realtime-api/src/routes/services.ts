import { z } from 'zod'
import { lately, type Api, type Context } from '../context.ts'
import { learning } from '../learning.ts'
import { minutes, serviceList } from '../schemas.ts'

export function services(api: Api, { store, clock }: Context): void {
  const progress = learning(store, clock)

  api.get(
    '/services',
    {
      schema: {
        tags: ['services'],
        summary: 'Services that wrote something lately, with their sums, and how far new ones are learnt',
        querystring: z.object({ minutes: minutes.default(60) }),
        response: { 200: serviceList },
      },
    },
    async ({ query }) => ({ services: await progress.show(await store.services(lately(clock, query.minutes))) }),
  )
}

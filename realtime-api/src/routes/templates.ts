import { z } from 'zod'
import { lately, type Api, type Context } from '../context.ts'
import { limit, minutes, name, templateList } from '../schemas.ts'

export function templates(api: Api, { store, clock }: Context): void {
  api.get(
    '/templates',
    {
      schema: {
        tags: ['logs'],
        summary: 'Log templates by how often they were written lately',
        querystring: z.object({ service: name.optional(), minutes: minutes.default(60), limit: limit(100, 1000) }),
        response: { 200: templateList },
      },
    },
    async ({ query: { service, minutes, limit } }) => ({
      templates: await store.templateCounts({ ...lately(clock, minutes), limit, ...(service && { service }) }),
    }),
  )
}

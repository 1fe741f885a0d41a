import { z } from 'zod'
import { lately, type Api, type Context } from '../context.ts'
import { limit, logList, minutes, name } from '../schemas.ts'

export function logs(api: Api, { store, clock }: Context): void {
  api.get(
    '/logs',
    {
      schema: {
        tags: ['logs'],
        summary: 'Raw lines, newest first',
        querystring: z.object({
          service: name.optional(),
          templateId: name.optional(),
          contains: z.string().min(1).max(200).optional().describe('Part of the line, in any case'),
          minutes: minutes.default(60),
          limit: limit(100, 1000),
        }),
        response: { 200: logList },
      },
    },
    async ({ query: { service, templateId, contains, minutes, limit } }) => ({
      logs: await store.logs({
        ...lately(clock, minutes),
        limit,
        ...(service && { service }),
        ...(templateId && { templateId }),
        ...(contains && { contains }),
      }),
    }),
  )
}

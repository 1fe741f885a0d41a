import { z } from 'zod'
import type { Api, Context } from '../context.ts'
import { failure } from '../schemas.ts'

const fine = z.object({ status: z.literal('ok'), version: z.string() })

export function health(api: Api, { store, version }: Context): void {
  api.get(
    '/healthz',
    { schema: { tags: ['operation'], summary: 'The process runs', response: { 200: fine } } },
    () => ({ status: 'ok' as const, version }),
  )

  api.get(
    '/readyz',
    { schema: { tags: ['operation'], summary: 'The store answers', response: { 200: fine, 503: failure } } },
    async () => {
      await store.incidents({ limit: 1 })
      return { status: 'ok' as const, version }
    },
  )
}

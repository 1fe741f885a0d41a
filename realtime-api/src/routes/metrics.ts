import { Registry, register } from 'prom-client'
import type { Api } from '../context.ts'

/** Ours and those of every other part of this process, in the Prometheus text format. */
export function metrics(api: Api, own: Registry): void {
  api.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    const all = Registry.merge([register, own])
    return reply.type(all.contentType).send(await all.metrics())
  })
}

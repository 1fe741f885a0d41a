import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { WebSocketFeed } from '@errorsense/adapters/live-feed/websocket.ts'

/** What the routes stand on. */
export interface Context {
  readonly store: Store
  readonly feed: WebSocketFeed
  readonly clock: Clock
  readonly version: string
}

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** The last `minutes` before `until`, or before now. */
export function lately(clock: Clock, minutes: number, until?: string): { from: number; to: number } {
  const to = until === undefined ? clock() : Date.parse(until)
  return { from: to - minutes * 60_000, to }
}

import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { DetectorSettings } from '@errorsense/core/detectors/settings.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Range, Store } from '@errorsense/core/ports/store.ts'
import type { SensitivityStep } from '@errorsense/core/wire/detectors.ts'
import type { WebSocketFeed } from '@errorsense/adapters/live-feed/websocket.ts'

/** How detection is set, and a way to ask what other settings would have told: another role does that work. */
export interface Detecting {
  readonly settings: DetectorSettings
  preview(
    range: Range,
    watch: { onProgress(done: number): void; signal: AbortSignal },
  ): Promise<{ readonly from: number; readonly steps: readonly SensitivityStep[] }>
}

/** What the routes stand on. */
export interface Context {
  readonly store: Store
  readonly feed: WebSocketFeed
  readonly clock: Clock
  readonly version: string
  readonly detecting: Detecting
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

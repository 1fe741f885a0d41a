import { setTimeout as sleep } from 'node:timers/promises'
import type { Bus, ReceivedRecord, Subscription } from '@errorsense/core/ports/bus.ts'

export interface FollowOptions {
  readonly bus: Bus
  readonly topic: string
  readonly group: string
  readonly logger: { warn(details: object, message: string): void }
  readonly take: (records: readonly ReceivedRecord[]) => Promise<void> | void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/** Hears a topic from now on, and keeps trying while the bus is away. Nothing is committed: old news is no news. */
export function follow({ bus, topic, group, logger, take }: FollowOptions): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  let subscription: Subscription | undefined
  let wait = FIRST_WAIT_MS

  async function hear(): Promise<void> {
    subscription = await bus.subscribe(topic, { group, from: 'latest' })
    if (signal.aborted) return subscription.close()
    wait = FIRST_WAIT_MS
    for await (const { records } of subscription) if (records.length > 0) await take(records)
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await hear()
      } catch (err) {
        if (!signal.aborted) logger.warn({ err, topic }, 'live feed lost the bus, trying again')
      }
      await sleep(wait, undefined, { signal }).catch(() => {})
      wait = Math.min(2 * wait, LONGEST_WAIT_MS)
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await subscription?.close()
      await running
    },
  }
}

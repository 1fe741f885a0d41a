import { EventEmitter, once } from 'node:events'
import type { LiveEvent } from '@errorsense/core/wire/live.ts'

export interface LiveListener {
  /** Everything heard so far. */
  readonly events: readonly LiveEvent[]
  /** The events of this type, once there are this many; rejects when they do not come. */
  until<T extends LiveEvent['type']>(
    type: T,
    count: number,
    timeoutMs: number,
  ): Promise<Extract<LiveEvent, { type: T }>[]>
  close(): void
}

/** Listens to the live feed as a page does. */
export async function listenLive(url: string): Promise<LiveListener> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/v1/live`)
  const events: LiveEvent[] = []
  const news = new EventEmitter()
  socket.addEventListener('message', ({ data }) => {
    events.push(JSON.parse(String(data)) as LiveEvent)
    news.emit('news')
  })
  await once(socket, 'open')
  return {
    events,
    async until<T extends LiveEvent['type']>(type: T, count: number, timeoutMs: number) {
      const late = AbortSignal.timeout(timeoutMs)
      const heard = () => events.filter((event): event is Extract<LiveEvent, { type: T }> => event.type === type)
      for (; heard().length < count; await once(news, 'news', { signal: late }).catch(() => undefined))
        if (late.aborted) throw new Error(`${heard().length} of ${count} events "${type}" within ${timeoutMs} ms`)
      return heard()
    },
    close: () => socket.close(),
  }
}

/**
 * The live feed: one WebSocket that comes back by itself. The server speaks every second, so silence means that the
 * connection is dead even where nobody has closed it (a phone that changed its network).
 */
import type { LiveEvent } from '@errorsense/core/wire/live.ts'

export type LiveStatus = 'connecting' | 'live' | 'lost'

/** The part of a WebSocket that is used. */
export interface LiveSocket extends EventTarget {
  close(): void
}

export interface LiveOptions {
  readonly url: string
  readonly onEvent: (event: LiveEvent) => void
  readonly onStatus: (status: LiveStatus) => void
  readonly socket?: (url: string) => LiveSocket
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000
const SILENCE_MS = 8000

export function connectLive({ url, onEvent, onStatus, socket = (url) => new WebSocket(url) }: LiveOptions) {
  let connection: LiveSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS
  let closed = false

  function open(): void {
    clearTimeout(timer)
    const mine = socket(url)
    connection = mine
    timer = setTimeout(() => lose(mine), SILENCE_MS)
    mine.addEventListener('message', (message) => {
      if (mine === connection && message instanceof MessageEvent) hear(mine, String(message.data))
    })
    mine.addEventListener('close', () => lose(mine))
  }

  function hear(mine: LiveSocket, data: string): void {
    clearTimeout(timer)
    timer = setTimeout(() => lose(mine), SILENCE_MS)
    const event = JSON.parse(data) as LiveEvent
    if (event.type === 'hello') {
      wait = FIRST_WAIT_MS
      onStatus('live')
    }
    onEvent(event)
  }

  function lose(mine: LiveSocket): void {
    if (mine !== connection) return
    connection = undefined
    mine.close()
    clearTimeout(timer)
    if (closed) return
    onStatus('lost')
    // Half of it by chance: all pages of a server that was restarted must not come back in the same moment.
    timer = setTimeout(open, wait * (0.5 + Math.random() / 2))
    wait = Math.min(2 * wait, LONGEST_WAIT_MS)
  }

  onStatus('connecting')
  open()
  return {
    /** Somebody looks at the page again, or the network is back: no reason to wait any longer. */
    retryNow() {
      if (connection === undefined && !closed) open()
    },
    close() {
      closed = true
      clearTimeout(timer)
      connection?.close()
    },
  }
}

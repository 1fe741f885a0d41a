/**
 * One feed, many sockets. An event is encoded once and the same text handed to every socket. A socket that does not
 * read piles up bytes in this process, so past a bound it is closed; the page connects again and asks for what it missed.
 */
import type { LiveFeed } from '@errorsense/core/ports/live-feed.ts'
import type { LiveEvent } from '@errorsense/core/wire/live.ts'

/** What the feed needs of a WebSocket; that of `ws` fits. */
export interface FeedSocket {
  readonly readyState: number
  /** Bytes taken by `send` and not yet given to the network. */
  readonly bufferedAmount: number
  send(text: string): void
  close(code: number, reason: string): void
  terminate(): void
}

export interface WebSocketFeed extends LiveFeed {
  /** The socket gets `greeting`, then every event from here on. */
  add(socket: FeedSocket, greeting: LiveEvent): void
  remove(socket: FeedSocket): void
  readonly size: number
  /** Says goodbye to every socket. */
  close(): void
}

export interface WebSocketFeedOptions {
  /** Bytes waiting for one socket at which it is given up. */
  readonly maxBuffered?: number
  readonly maxSockets?: number
  /** Called for each socket that was given up or refused. */
  readonly onDrop?: (reason: 'slow' | 'full' | 'broken') => void
}

const OPEN = 1
/** RFC 6455 and its registry: 1001 going away, 1013 try again later. */
const GOING_AWAY = 1001
const TRY_AGAIN_LATER = 1013

export function webSocketFeed({
  maxBuffered = 1024 * 1024,
  maxSockets = 10_000,
  onDrop = () => {},
}: WebSocketFeedOptions = {}): WebSocketFeed {
  const sockets = new Set<FeedSocket>()

  function drop(socket: FeedSocket, reason: 'slow' | 'broken'): void {
    sockets.delete(socket)
    onDrop(reason)
    if (reason === 'slow') socket.close(TRY_AGAIN_LATER, 'too slow')
    else socket.terminate()
  }

  function deliver(socket: FeedSocket, text: string): void {
    if (socket.readyState !== OPEN) return
    if (socket.bufferedAmount > maxBuffered) return drop(socket, 'slow')
    try {
      socket.send(text)
    } catch {
      // A socket may break between the check and the write; the others must not miss the event for it.
      drop(socket, 'broken')
    }
  }

  return {
    add(socket, greeting) {
      if (sockets.size >= maxSockets) {
        onDrop('full')
        return socket.close(TRY_AGAIN_LATER, 'too many listeners')
      }
      sockets.add(socket)
      deliver(socket, JSON.stringify(greeting))
    },
    remove(socket) {
      sockets.delete(socket)
    },
    publish(event) {
      if (sockets.size === 0) return
      const text = JSON.stringify(event)
      for (const socket of sockets) deliver(socket, text)
    },
    get size() {
      return sockets.size
    },
    close() {
      for (const socket of sockets) socket.close(GOING_AWAY, 'shutting down')
      sockets.clear()
    },
  }
}

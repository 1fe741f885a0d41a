import { setImmediate } from 'node:timers/promises'

/** A piece of work small enough to block the loop for; `size` is in bytes. */
export interface Write {
  readonly size: number
  run(): void
}

/** Where writes go in batches: one transaction and one sync for all that came together. */
export interface WriteTarget {
  transaction(work: () => void): void
  sync(): Promise<void>
}

interface Entry {
  readonly writes: readonly Write[]
  done: number
  settle(error?: unknown): void
}

/** Bytes per transaction: a few ms of the event loop. */
const TRANSACTION_BYTES = 1024 * 1024

/** Group commit: writes in the order they came, as many per transaction as are waiting, the loop free in between. */
export interface WriteQueue {
  /** Resolves once all of them are durable; rejects when one could not be written, then any part may have been. */
  add(writes: readonly Write[]): Promise<void>
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>
}

export function writeQueue(target: WriteTarget): WriteQueue {
  const entries: Entry[] = []
  let running: Promise<void> | undefined

  /** The next writes and those entries which they complete. */
  function takeSome(): { writes: Write[]; finished: Entry[] } {
    const writes: Write[] = []
    const finished: Entry[] = []
    let bytes = 0
    while (entries.length > 0 && bytes < TRANSACTION_BYTES) {
      const entry = entries[0]
      while (entry.done < entry.writes.length && bytes < TRANSACTION_BYTES) {
        const write = entry.writes[entry.done++]
        bytes += write.size
        writes.push(write)
      }
      if (entry.done < entry.writes.length) break
      finished.push(entry)
      entries.shift()
    }
    return { writes, finished }
  }

  async function flush(): Promise<void> {
    // Whoever publishes in this turn of the loop comes along.
    await setImmediate()
    while (entries.length > 0) {
      const { writes, finished } = takeSome()
      try {
        target.transaction(() => {
          for (const write of writes) write.run()
        })
        await target.sync()
        for (const entry of finished) entry.settle()
      } catch (error) {
        // An entry cut in two fails as a whole.
        const broken = entries[0]?.done > 0 ? [...finished, entries.shift()!] : finished
        for (const entry of broken) entry.settle(error)
      }
    }
    running = undefined
  }

  return {
    add: (writes) =>
      new Promise((resolve, reject) => {
        entries.push({ writes, done: 0, settle: (error) => (error === undefined ? resolve() : reject(error)) })
        running ??= flush()
      }),
    idle: async () => running,
  }
}

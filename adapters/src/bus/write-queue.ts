import { setImmediate } from 'node:timers/promises'

export interface WriteTarget<Item> {
  /** Tells, item by item, whether it still fits the batch that is being put together; the first one always does. */
  newBatch(): (item: Item) => boolean
  /** Resolves once all of them are durable. Never called again before that. */
  write(items: readonly Item[]): Promise<void>
}

interface Entry<Item> {
  readonly items: readonly Item[]
  done: number
  settle(error?: unknown): void
}

/**
 * Group commit: items are written in the order they came, as many at a time as are waiting and fit, so that one
 * transaction or one round trip serves all who publish meanwhile.
 */
export interface WriteQueue<Item> {
  /** Resolves once all of them are durable; rejects when one could not be written, then any part may have been. */
  add(items: readonly Item[]): Promise<void>
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>
}

export function writeQueue<Item>(target: WriteTarget<Item>): WriteQueue<Item> {
  const entries: Entry<Item>[] = []
  let running: Promise<void> | undefined

  /** The next items and those entries which they complete. */
  function takeBatch(): { items: Item[]; finished: Entry<Item>[] } {
    const items: Item[] = []
    const finished: Entry<Item>[] = []
    const fits = target.newBatch()
    while (entries.length > 0) {
      const entry = entries[0]
      while (entry.done < entry.items.length) {
        const item = entry.items[entry.done]
        if (!fits(item) && items.length > 0) return { items, finished }
        items.push(item)
        entry.done++
      }
      finished.push(entry)
      entries.shift()
    }
    return { items, finished }
  }

  async function flush(): Promise<void> {
    // Whoever publishes in this turn of the loop comes along.
    await setImmediate()
    while (entries.length > 0) {
      const { items, finished } = takeBatch()
      try {
        if (items.length > 0) await target.write(items)
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
    add: (items) =>
      new Promise((resolve, reject) => {
        entries.push({ items, done: 0, settle: (error) => (error === undefined ? resolve() : reject(error)) })
        running ??= flush()
      }),
    idle: async () => running,
  }
}

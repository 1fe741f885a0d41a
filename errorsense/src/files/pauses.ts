import { setTimeout } from 'node:timers/promises'

/** Items as they come, and undefined whenever none came for so many ms. Who stops reading waits for nothing. */
export async function* withPauses<T>(items: AsyncIterable<T>, ms: number): AsyncGenerator<T | undefined> {
  const iterator = items[Symbol.asyncIterator]()
  try {
    for (let next = iterator.next(); ;) {
      const item = await orQuiet(next, ms)
      if (item?.done === true) return
      yield item?.value
      if (item) next = iterator.next()
    }
  } finally {
    // Not awaited: it would wait for an item that may never come.
    void iterator.return?.()
  }
}

async function orQuiet<T>(coming: Promise<T>, ms: number): Promise<T | undefined> {
  const settled = new AbortController()
  const quiet = setTimeout(ms, undefined, { signal: settled.signal }).catch(() => undefined)
  try {
    return await Promise.race([coming, quiet])
  } finally {
    settled.abort()
  }
}

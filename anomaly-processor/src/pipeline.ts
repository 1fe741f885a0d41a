/**
 * Work in two steps of which the second keeps the order: while one is being written, the next is read. No more than
 * `depth` are under way, so whoever adds to it is as slow as the slower step.
 */
export interface Pipeline {
  /** Resolves once the work has begun, as there is room. Throws what went wrong with any work before. */
  add<T>(read: () => Promise<T>, write: (value: T) => Promise<void>): Promise<void>
  /** Resolves when everything was written; rejects with the first failure. */
  drained(): Promise<void>
}

export function pipeline(depth: number, onFailure: (error: unknown) => void): Pipeline {
  const underWay: Promise<void>[] = []
  let last: Promise<void> = Promise.resolve()
  let failed = false

  function fail(error: unknown): void {
    if (!failed) onFailure(error)
    failed = true
  }

  return {
    async add(read, write) {
      if (failed) await last
      while (underWay.length >= depth) await underWay[0]
      const before = last
      const reading = read()
      // Its failure is told in its turn.
      reading.catch(() => undefined)
      last = before.then(async () => write(await reading))
      underWay.push(last)
      last.then(() => underWay.shift(), fail)
    },
    drained: () => last,
  }
}

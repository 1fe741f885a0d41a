/**
 * Work in two steps of which the second keeps the order: while one is being written, the next is read. Work of one lane
 * is written in order; lanes do not wait for each other. No more is begun than there is room for, so whoever adds to it
 * is as slow as the slower step.
 */
export interface Work<T> {
  readonly lane: number
  /** What it holds in memory while it is under way, in the unit of the room. */
  readonly size: number
  read(): Promise<T>
  write(value: T): Promise<void>
}

export interface Pipeline {
  /** Resolves once the work has begun, as there is room. Throws what went wrong with any work before. */
  add<T>(work: Work<T>): Promise<void>
  /** Resolves when nothing of the lane is under way. */
  free(lane: number): Promise<void>
  /** Resolves when everything was written; rejects with the first failure. */
  drained(): Promise<void>
}

/** One piece of work is always taken, however large; more while those under way do not fill the room. */
export function pipeline(room: number, onFailure: (error: unknown) => void): Pipeline {
  const underWay = new Set<Promise<void>>()
  /** The last work of each. */
  const lanes = new Map<number, Promise<void>>()
  let taken = 0
  let failure: { readonly error: unknown } | undefined

  function isFull(): boolean {
    return taken >= room && failure === undefined
  }

  function fail(error: unknown): void {
    if (failure) return
    failure = { error }
    onFailure(error)
  }

  function stopIfFailed(): void {
    if (failure) throw failure.error
  }

  return {
    async add({ lane, size, read, write }) {
      while (isFull()) await Promise.race(underWay)
      stopIfFailed()
      const before = lanes.get(lane)
      const reading = read()
      // Its failure is told in its turn.
      reading.catch(() => undefined)
      const done = (async () => {
        await before
        const value = await reading
        stopIfFailed()
        await write(value)
      })()
      lanes.set(lane, done)
      underWay.add(done)
      taken += size
      done.catch(fail).finally(() => {
        underWay.delete(done)
        taken -= size
        if (lanes.get(lane) === done) lanes.delete(lane)
      })
    },
    async free(lane) {
      await lanes.get(lane)
    },
    async drained() {
      await Promise.allSettled(underWay)
      stopIfFailed()
    },
  }
}

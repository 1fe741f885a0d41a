import { setImmediate } from 'node:timers/promises'

/** Far below the time after which a bus takes whoever is silent for dead. */
const LONGEST_MS = 50

/** To be awaited between the steps of long work: lets everybody else on the loop have a turn now and then. */
export function breath(longestMs = LONGEST_MS): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longestMs) return
    await setImmediate()
    since = performance.now()
  }
}

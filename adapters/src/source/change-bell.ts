import { watch, type FSWatcher } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Rings when a file may have changed: by the system's word where it gives one, by time everywhere. */
export interface ChangeBell {
  /** Resolves at the next change, at one since the last call, after `ms`, or when aborted. */
  rung(ms: number, signal: AbortSignal): Promise<void>
  close(): void
}

export function createChangeBell(path: string): ChangeBell {
  let watcher: FSWatcher | undefined
  let changed = false
  let wake = () => {}

  /** The directory, since the file may be missing, renamed and made anew. */
  function listen(): void {
    try {
      watcher ??= watch(dirname(path), (_event, name) => {
        if (name !== null && !name.startsWith(basename(path))) return
        changed = true
        wake()
      })
      watcher.on('error', deaf)
    } catch {
      deaf()
    }
  }

  /** The directory is missing, or the system watches no more: the next call tries again. */
  function deaf(): void {
    watcher?.close()
    watcher = undefined
  }

  return {
    async rung(ms, signal) {
      if (watcher === undefined) listen()
      if (changed || signal.aborted) {
        changed = false
        return
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      const timer = setTimeout(resolve, ms)
      signal.addEventListener('abort', wake)
      await promise
      signal.removeEventListener('abort', wake)
      clearTimeout(timer)
      changed = false
    },
    close: deaf,
  }
}

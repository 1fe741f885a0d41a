import { open, stat, type FileHandle } from 'node:fs/promises'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { LineSink, LogSource } from '@errorsense/core/ports/log-source.ts'
import { patiently } from '../runtime/patiently.ts'
import { createChangeBell } from './change-bell.ts'
import { beginning, holds, positionFile, rotatedSince, withFile, type FilePosition } from './file-position.ts'
import { createFileReader, type BlockTaker, type FileReader } from './file-reader.ts'

export interface FileSourceOptions {
  /** Need not be there yet. */
  readonly path: string
  readonly service?: string
  /** Where positions are kept over restarts. */
  readonly stateDirectory: string
  /** Told once for each new trouble: the bus away, the file not readable. It goes on by itself. */
  readonly onTrouble?: (error: Error) => void
  /** Looks at the file this often even when the system announces no change, ms. */
  readonly pollMs?: number
  /** A rotated file is read until it was quiet this long: programs write on until they reopen, ms. */
  readonly graceMs?: number
}

/**
 * Follows a log file from its beginning, through rotation by rename, by copy and truncate, and through restarts of
 * its own. The position is saved when lines are durable, so a crash may bring the last ones again, never lose any.
 */
export function fileSource({
  path,
  service = '',
  stateDirectory,
  onTrouble = () => {},
  pollMs = 1000,
  graceMs = 2000,
}: FileSourceOptions): LogSource {
  const stopping = new AbortController()
  const { signal } = stopping
  const saved = positionFile(stateDirectory, path)
  const bell = createChangeBell(path)
  let position = saved.load() ?? beginning
  let reader: FileReader | undefined
  let following = Promise.resolve()
  let quietSince = 0
  let lastTrouble = ''

  function tell(error: Error): void {
    if (error.message !== lastTrouble) onTrouble(error)
    lastTrouble = error.message
  }

  function takerFor(sink: LineSink): BlockTaker {
    return async (block, next) => {
      const lines = { source: path, service, ...block }
      await patiently(() => sink(lines), { signal, onWait: tell })
      lastTrouble = ''
      remember(next)
    }
  }

  /** Where it can not be saved, a restart will bring lines again; that is no reason to stop now. */
  function remember(next: FilePosition): void {
    position = next
    try {
      saved.save(next)
    } catch (error) {
      tell(new ErrorSenseError('input', `can not save the position in ${path}`, { cause: error }))
    }
  }

  /** What was written, but moved away before it was read. */
  async function catchUp(from: FilePosition, take: BlockTaker): Promise<void> {
    const [first, ...later] = await rotatedSince(path, from)
    if (first === undefined) return
    await readWhole(first, from, take)
    for (const file of later) await readWhole(file, beginning, take)
  }

  /** The reader of the file that now has the path; undefined while there is none. */
  async function openFile(take: BlockTaker): Promise<FileReader | undefined> {
    const found = await stat(path).catch(ignoreMissing)
    if (found === undefined) return undefined
    if (!found.isFile()) throw new ErrorSenseError('input', `${path} is no regular file`)
    if (!(await withFile(path, (handle) => holds(handle, position)))) {
      await catchUp(position, take)
      remember(beginning)
    }
    return createFileReader(await open(path), position)
  }

  async function close(): Promise<void> {
    await reader?.handle.close()
    reader = undefined
  }

  /** Brings over everything there is now; returns whether to look again at once. */
  async function look(take: BlockTaker): Promise<boolean> {
    reader ??= await openFile(take)
    if (reader === undefined) return false
    const reading = await reader.readOn(take)
    if (reading === 'changed') {
      await close()
      return true
    }
    const replaced = await isReplaced(reader.handle, path)
    if (reading === 'grew' || !replaced) quietSince = Date.now()
    if (!replaced || Date.now() - quietSince < graceMs) return false
    await reader.finish(take)
    await close()
    return true
  }

  async function follow(sink: LineSink): Promise<void> {
    const take = takerFor(sink)
    while (!signal.aborted) {
      const more = await look(take).catch(async (error: Error) => {
        if (!signal.aborted) tell(error)
        // What was read and not taken is read again from the position.
        await close()
        return false
      })
      if (!more) await bell.rung(Math.min(pollMs, graceMs || pollMs), signal)
    }
    await close()
  }

  return {
    name: `file ${path}`,
    async start(sink) {
      following = follow(sink)
    },
    async stop() {
      stopping.abort()
      await following
      bell.close()
    },
  }
}

async function readWhole(path: string, from: FilePosition, take: BlockTaker): Promise<void> {
  await withFile(path, async (handle) => {
    const reader = createFileReader(handle, from)
    await reader.readOn(take)
    await reader.finish(take)
  })
}

/** Whether the path leads to another file than the one that is open. */
async function isReplaced(handle: FileHandle, path: string): Promise<boolean> {
  const [was, is] = await Promise.all([handle.stat(), stat(path).catch(ignoreMissing)])
  return is !== undefined && (is.ino !== was.ino || is.dev !== was.dev)
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

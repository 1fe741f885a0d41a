import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { open, readdir, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * How far a log file was handed over. `mark` is a hash of the bytes before the offset: only a file that holds the same
 * bytes there is the one that was read. That tells rotation, truncation and reused inode numbers all in one way.
 */
export interface FilePosition {
  readonly offset: number
  readonly mark: string
}

export const beginning: FilePosition = { offset: 0, mark: '' }

const MARK_BYTES = 1024

export async function positionAt(handle: FileHandle, offset: number): Promise<FilePosition> {
  return { offset, mark: await markAt(handle, offset) }
}

/** Whether the file begins with what was read up to the position. */
export async function holds(handle: FileHandle, { offset, mark }: FilePosition): Promise<boolean> {
  const { size } = await handle.stat()
  return size >= offset && (await markAt(handle, offset)) === mark
}

async function markAt(handle: FileHandle, offset: number): Promise<string> {
  if (offset === 0) return ''
  const length = Math.min(MARK_BYTES, offset)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset - length)
  return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('base64url')
}

/** Keeps one position over restarts, in a small file of its own. */
export interface PositionFile {
  /** Undefined when there is none, or it is damaged. */
  load(): FilePosition | undefined
  save(position: FilePosition): void
}

export function positionFile(directory: string, logPath: string): PositionFile {
  const hash = createHash('sha256').update(logPath).digest('hex').slice(0, 16)
  const path = join(directory, `${basename(logPath)}-${hash}.json`)
  return {
    load() {
      try {
        const { offset, mark } = JSON.parse(readFileSync(path, 'utf8')) as Partial<FilePosition>
        return Number.isSafeInteger(offset) && typeof mark === 'string' ? { offset: Number(offset), mark } : undefined
      } catch {
        return undefined
      }
    },
    save({ offset, mark }) {
      mkdirSync(directory, { recursive: true })
      // Renamed into place: a crash leaves the old one or the new one.
      writeFileSync(`${path}.new`, JSON.stringify({ path: logPath, offset, mark }))
      renameSync(`${path}.new`, path)
    },
  }
}

/** What rotation leaves behind: app.log.1, app.log-20260105, app.log.2026-01-05. */
const ROTATED = /^[.-]\d[\d.-]*$/

/**
 * The rotated file that was read up to the position, then the ones rotated after it, oldest first: what was written
 * and moved away before it was read. Empty when it is gone or compressed.
 */
export async function rotatedSince(logPath: string, position: FilePosition): Promise<string[]> {
  const name = basename(logPath)
  const names = await readdir(dirname(logPath))
  const paths = names.filter((other) => other.startsWith(name) && ROTATED.test(other.slice(name.length)))
  const files = await Promise.all(paths.map(async (other) => aged(join(dirname(logPath), other))))
  files.sort((a, b) => b.modified - a.modified)
  for (const [i, { path }] of files.entries()) {
    const found = await withFile(path, (handle) => holds(handle, position))
    if (found)
      return files
        .slice(0, i + 1)
        .map(({ path }) => path)
        .reverse()
  }
  return []
}

const aged = async (path: string) => ({ path, modified: (await stat(path)).mtimeMs })

export async function withFile<T>(path: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path)
  try {
    return await use(handle)
  } finally {
    await handle.close()
  }
}

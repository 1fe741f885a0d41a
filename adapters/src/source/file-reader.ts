import type { FileHandle } from 'node:fs/promises'
import { holds, positionAt, type FilePosition } from './file-position.ts'
import { createLineSplitter, type LineBlock } from './line-splitter.ts'

/** Takes whole lines that end at a position of the file. */
export type BlockTaker = (block: LineBlock, position: FilePosition) => Promise<void>

/** Reads a file that grows, whole lines only. */
export interface FileReader {
  readonly handle: FileHandle
  /** Reads up to the present end. */
  readOn(take: BlockTaker): Promise<Reading>
  /** Takes the last line although its LF is missing: the file will not grow any more. */
  finish(take: BlockTaker): Promise<void>
}

/** `changed`: truncated or replaced in place; what stands there now is not what follows. */
export type Reading = 'grew' | 'same' | 'changed'

const PIECE = 512 * 1024

/** `from` is a position that the file holds. */
export function createFileReader(handle: FileHandle, from: FilePosition): FileReader {
  const buffer = Buffer.allocUnsafe(PIECE)
  const splitter = createLineSplitter()
  let position = from
  let readTo = from.offset

  async function give(block: LineBlock, take: BlockTaker): Promise<void> {
    const next = await positionAt(handle, readTo - splitter.pending)
    await take(block, next)
    position = next
  }

  /** Asked after every read: only then is it sure that the bytes belong behind the position. */
  async function isSame(): Promise<boolean> {
    const { size } = await handle.stat()
    return size >= readTo && (await holds(handle, position))
  }

  return {
    handle,
    async readOn(take) {
      const before = readTo
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, PIECE, readTo)
        if (!(await isSame())) return 'changed'
        if (bytesRead === 0) return readTo > before ? 'grew' : 'same'
        readTo += bytesRead
        const block = splitter.push(buffer.subarray(0, bytesRead))
        if (block !== undefined) await give(block, take)
      }
    },
    async finish(take) {
      const block = splitter.end()
      if (block !== undefined) await give(block, take)
    },
  }
}

import { patiently } from '@errorsense/adapters/runtime/patiently.ts'
import type { GeneratedLine } from './generator.ts'
import type { LineOutput } from './output.ts'

export interface Progress {
  readonly lines: number
  /** Event time reached and aimed at, ms. */
  readonly time: number
  readonly end: number
}

export interface PumpOptions {
  readonly output: LineOutput
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
  /** The output can not take lines for the moment; they wait. */
  readonly onWait: (error: Error) => void
}

/** Writes lines in batches until they or the patience of the caller end; resolves with how many were written. */
export type Pump = (lines: Iterable<GeneratedLine>, end: number) => Promise<number>

/** Lines per write: large enough to be cheap, small enough to leave the loop to others. */
const BATCH = 4000

export function createPump({ output, signal, onProgress, onWait }: PumpOptions): Pump {
  let lines = 0

  async function write(batch: readonly GeneratedLine[], end: number): Promise<void> {
    await patiently(() => output.write(batch), { signal, onWait })
    lines += batch.length
    onProgress({ lines, time: batch[batch.length - 1].time, end })
  }

  return async (source, end) => {
    const before = lines
    let batch: GeneratedLine[] = []
    for (const line of source) {
      batch.push(line)
      if (batch.length < BATCH) continue
      await write(batch, end)
      batch = []
      if (signal.aborted) break
    }
    if (batch.length > 0) await write(batch, end)
    return lines - before
  }
}

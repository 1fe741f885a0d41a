import { stdin } from 'node:process'
import type { Readable } from 'node:stream'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { LineSink, LogSource, ReceivedLines } from '@errorsense/core/ports/log-source.ts'
import { patiently } from '../runtime/patiently.ts'
import { createLineSplitter, type LineBlock } from './line-splitter.ts'

export interface StdinSourceOptions {
  readonly source?: string
  readonly service?: string
  readonly input?: Readable
  /** The bus is away; lines wait. */
  readonly onWait?: (error: Error) => void
}

/** Reads a stream to its end, no faster than the bus takes it. What was read and not handed over at a stop is lost. */
export function stdinSource({
  source = 'stdin',
  service = '',
  input = stdin,
  onWait = () => {},
}: StdinSourceOptions = {}): LogSource {
  const stopping = new AbortController()
  const { promise: done, resolve, reject } = Promise.withResolvers<void>()
  // Whoever waits for `done` hears of a failure; nobody has to wait.
  done.catch(() => {})
  let started = false

  async function readAll(sink: LineSink): Promise<void> {
    const splitter = createLineSplitter()
    const give = async (block: LineBlock | undefined) => {
      if (block === undefined) return
      const lines: ReceivedLines = { source, service, ...block }
      await patiently(() => sink(lines), { signal: stopping.signal, onWait })
    }
    for await (const chunk of input) await give(splitter.push(chunk))
    await give(splitter.end())
  }

  return {
    name: 'stdin',
    done,
    async start(sink) {
      started = true
      readAll(sink).then(resolve, (error: unknown) =>
        stopping.signal.aborted ? resolve() : reject(asInputError(error)),
      )
    },
    async stop() {
      stopping.abort()
      input.destroy()
      if (started) await done.catch(() => {})
    },
  }
}

function asInputError(error: unknown): ErrorSenseError {
  if (error instanceof ErrorSenseError) return error
  return new ErrorSenseError('input', 'can not read standard input', { cause: error })
}

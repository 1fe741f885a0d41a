import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { APP_LOG_BYTES, appLogRecord, type AppLogRecord } from '@errorsense/core/wire/app-logs.ts'
import { WINDOW_MS } from '@errorsense/core/aggregate/window.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { GeneratedLine } from './generator.ts'

/** Where the lines go. */
export interface LineOutput {
  /** Resolves when the next lines may come: a slow reader slows the generator. */
  write(lines: readonly GeneratedLine[]): Promise<void>
  close(): Promise<void>
}

/** One record per source and window: no source runs ahead of the others by more than that. */
export function busOutput(bus: Bus, topic: string): LineOutput {
  return {
    write: (lines) => bus.publish(topic, pack(lines)),
    close: async () => {},
  }
}

function pack(lines: readonly GeneratedLine[]): AppLogRecord[] {
  const records: AppLogRecord[] = []
  const open = new Map<string, GeneratedLine[]>()
  const sizes = new Map<string, number>()
  let window = Number.NaN

  function seal(source: string, held: readonly GeneratedLine[]): void {
    const value = Buffer.from(held.map(({ line }) => line).join('\n'))
    records.push(appLogRecord({ source, service: held[0].service }, value, held[held.length - 1].time))
    open.delete(source)
    sizes.delete(source)
  }

  for (const line of lines) {
    const now = Math.floor(line.time / WINDOW_MS)
    // Twice the length in characters is more than the bytes of any line made here.
    const size = (sizes.get(line.source) ?? 0) + 2 * line.line.length
    if (now !== window) for (const [source, held] of open) seal(source, held)
    else if (size > APP_LOG_BYTES) seal(line.source, open.get(line.source)!)
    window = now
    const held = open.get(line.source)
    if (held === undefined) open.set(line.source, [line])
    else held.push(line)
    sizes.set(line.source, held === undefined ? 2 * line.line.length : size)
  }
  for (const [source, held] of open) seal(source, held)
  return records
}

/** All services in one file, as `docker logs` of everything would show them. */
export function fileOutput(path: string): LineOutput {
  return streamOutput(createWriteStream(path), path)
}

/** Ends the stream on close, except standard output. A reader that goes away is an error with code `input`. */
export function streamOutput(stream: Writable, name = 'standard output'): LineOutput {
  let failure: Error | undefined
  stream.on('error', (error) => (failure = error))
  const check = () => {
    if (failure !== undefined)
      throw new ErrorSenseError('input', `can not write to ${name}: ${failure.message}`, { cause: failure })
  }
  return {
    async write(lines) {
      check()
      const more = stream.write(lines.map(({ line }) => `${line}\n`).join(''))
      if (!more) await once(stream, 'drain').catch(() => {})
      check()
    },
    async close() {
      if (stream !== process.stdout && failure === undefined) {
        stream.end()
        await once(stream, 'close').catch(() => {})
      }
      check()
    },
  }
}

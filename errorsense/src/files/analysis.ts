/** Where the incidents of `analyze` come from: files, or what is stored; by the settings that are asked about. */
import type { FileConfig } from '@errorsense/adapters/runtime/config.ts'
import { text } from '@errorsense/adapters/runtime/text.ts'
import type { EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { replay } from '@errorsense/anomaly-processor/replay.ts'
import type { Range, Store } from '@errorsense/core/ports/store.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { detectorOptions, sessionPattern } from '../detecting.ts'
import { incidentsOf } from './incidents-of.ts'
import { sizeOf } from './lines.ts'
import { progress } from './progress.ts'

interface Read {
  readonly what: string
  /** Sentences. */
  readonly notes: readonly string[]
}

/** Gives the incidents, and at the end what was read. */
export type Analysis = (settings: FileConfig) => AsyncGenerator<Incident, Read>

export interface FileOptions {
  readonly engine: EngineName
  readonly learn?: string
  readonly learnUntil?: number
  /** Comes before the one of the settings. */
  readonly session?: RegExp
}

export function ofFiles(files: readonly string[], options: FileOptions): Analysis {
  const { engine, learn, learnUntil } = options
  return async function* (settings) {
    const session = options.session ?? sessionPattern(settings)
    const sizes = await Promise.all([...(learn === undefined ? [] : [learn]), ...files].map(sizeOf))
    const bar = progress(
      sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
      'reading',
    )
    const positions = new Map<string, number>()
    const { lines, timed, late } = yield* incidentsOf(files, {
      text,
      engine,
      now: Date.now(),
      detecting: detectorOptions(settings),
      ...(learn !== undefined && { learnFile: learn }),
      ...(learnUntil !== undefined && { learnUntil }),
      ...(session !== undefined && { session }),
      onProgress(file, position, read) {
        positions.set(file, position)
        bar.update(
          [...positions.values()].reduce((sum, bytes) => sum + bytes, 0),
          `${read} lines`,
        )
      },
    })
    bar.stop()
    const untimed = 'No line tells a time that was understood: rates, latency and silence could not be judged.'
    const tooLate = `${late} observations came too late for their window and were not judged.`
    const notes = [...(lines > 0 && timed === 0 ? [untimed] : []), ...(late > 0 ? [tooLate] : [])]
    return { what: `${lines} lines`, notes }
  }
}

export function ofStore(store: Store, range: Range): Analysis {
  return async function* (settings) {
    const { incidents, lines } = await replay({ store, range, detecting: detectorOptions(settings) })
    yield* incidents
    const from = new Date(range.from).toISOString()
    const to = new Date(range.to).toISOString()
    const notes = ['What is stored tells no deeds and no sessions: only detectors of lines were asked.']
    return { what: `${lines} stored lines from ${from} to ${to}`, notes }
  }
}

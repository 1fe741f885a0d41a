/**
 * Incidents in files, by the stages of the live system joined by a function call. Files are read side by side in
 * event time, as partitions would be: the one that is furthest behind comes next.
 */
import { REOPEN_MS } from '@errorsense/core/correlate/group.ts'
import { wholeDetection, type WholeDetection } from '@errorsense/core/whole.ts'
import type { DetectorOptions } from '@errorsense/core/detectors/index.ts'
import { templates } from '@errorsense/core/mine/templates.ts'
import { observer, type Observer } from '@errorsense/core/observe.ts'
import { makeEngine, type EngineName } from '@errorsense/anomaly-processor/engine.ts'
import type { Text } from '@errorsense/core/ports/text.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { chunksOfFile, type FileChunk } from './lines.ts'

export interface AnalyzeOptions {
  readonly text: Text
  readonly engine?: EngineName
  /** The wall clock, ms: the reference for dates without a year. */
  readonly now: number
  /** A log that is normal: it teaches and never alarms. Comes before the others in event time. */
  readonly learnFile?: string
  /** Everything before this event time (ms) is normal. */
  readonly learnUntil?: number
  /** Finds the session id in a message; learnt when left out. */
  readonly session?: RegExp
  /** Settings of the detectors. */
  readonly detecting?: DetectorOptions
  /** Bytes of a file read so far, as on disk. */
  onProgress(file: string, position: number, lines: number): void
}

export interface AnalyzeSummary {
  readonly lines: number
  /** Records that told a time of their own. */
  readonly timed: number
  readonly late: number
}

interface Input {
  readonly name: string
  readonly partition: number
  readonly chunks: AsyncGenerator<FileChunk>
  readonly observer: Observer
  watermark: number
  ended: boolean
}

/** Gives every incident once: when it can not be reopened any more, or at the end of the input. */
export async function* incidentsOf(
  files: readonly string[],
  options: AnalyzeOptions,
): AsyncGenerator<Incident, AnalyzeSummary> {
  const { text, learnFile, now, session } = options
  const learnUntil = learnFile === undefined ? options.learnUntil : await lastTime(learnFile, options)
  const engine = makeEngine(options.engine)
  const detecting = wholeDetection({
    miner: templates(),
    ...options.detecting,
    ...(learnUntil !== undefined && { learnUntil }),
  })
  const names = learnFile === undefined ? files : [learnFile, ...files]
  const inputs = names.map((name, partition): Input => {
    return {
      name,
      partition,
      chunks: chunksOfFile(name),
      observer: observer({ engine, text, ...(session && { session }) }),
      watermark: Number.NEGATIVE_INFINITY,
      ended: false,
    }
  })
  const known = new Map<string, Incident>()
  let lines = 0
  let timed = 0

  async function readNext(input: Input): Promise<void> {
    const { done, value: chunk } = await input.chunks.next()
    input.ended = done === true
    if (done) return
    const batch = input.observer.read({ source: input.name, service: '', bytes: chunk.bytes, receivedAt: now })
    lines += batch.lineCount
    for (let row = 0; row < batch.count; row++) if (!Number.isNaN(batch.time[row])) timed++
    options.onProgress(input.name, chunk.position, lines)
  }

  for (let input = furthestBehind(inputs); input; input = furthestBehind(inputs)) {
    await readNext(input)
    const message = input.observer.take({
      topic: 'files',
      partition: input.partition,
      partitions: inputs.length,
      from: 0,
      to: 0,
    })
    input.watermark = input.ended ? Number.POSITIVE_INFINITY : message.watermark
    for (const incident of detecting.accept({ ...message, watermark: input.watermark }))
      known.set(incident.id, incident)
    yield* settled(known, detecting)
  }
  for (const incident of detecting.finish()) known.set(incident.id, incident)
  yield* [...known.values()].sort((a, b) => (a.start < b.start ? -1 : 1))
  return { lines, timed, late: detecting.stats().late }
}

function furthestBehind(inputs: readonly Input[]): Input | undefined {
  const reading = inputs.filter(({ ended }) => !ended)
  return reading.length === 0
    ? undefined
    : reading.reduce((least, input) => (input.watermark < least.watermark ? input : least))
}

/** Takes out what is over for good. */
function settled(known: Map<string, Incident>, detecting: WholeDetection): Incident[] {
  const next = detecting.position()
  const over = [...known.values()].filter(
    ({ state, end }) => state === 'resolved' && next !== undefined && next - Date.parse(end) > REOPEN_MS,
  )
  for (const { id } of over) known.delete(id)
  return over
}

/** The end of a learning part: everything up to its last record is normal. */
async function lastTime(file: string, { engine: name, now }: AnalyzeOptions): Promise<number> {
  const engine = makeEngine(name)
  let last = Number.NEGATIVE_INFINITY
  for await (const { bytes } of chunksOfFile(file)) {
    const batch = engine.read({ source: file, service: '', bytes, receivedAt: now })
    for (let row = 0; row < batch.count; row++) if (batch.time[row] > last) last = batch.time[row]
  }
  return last + 1
}

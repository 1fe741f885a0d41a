/** The rows of the `parse` command: the same engine, miner and security reading as the live system, line by line. */
import { makeEngine, type EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { templates } from '@errorsense/core/mine/templates.ts'
import type { Text } from '@errorsense/core/ports/text.ts'
import { levels, type Engine, type RecordBatch } from '@errorsense/core/record.ts'
import type { SecurityEvent } from '@errorsense/core/security/event.ts'
import { securityReader } from '@errorsense/core/security/reader.ts'
import { sessionJoin } from '@errorsense/core/security/session-join.ts'
import { chunksOfFile, sizeOf } from './lines.ts'
import { withPauses } from './pauses.ts'
import { progress } from './progress.ts'

/** So many bytes are read before their rows are told: most statements show by then which of their words vary. */
const LOOK_AHEAD = 1024 * 1024
/** ms that a row of standard input waits at most for more to be read, or that nothing may come before it is told. */
const PATIENCE = 1000

export interface ParsedRow {
  readonly line: number
  readonly templateId: string
  readonly template: string
  readonly level: string
  readonly timestamp: string | null
  readonly service: string
  readonly host: string
  readonly format: string
  readonly security?: { readonly kind: string; readonly ip?: string; readonly host?: string; readonly user?: string }
}

export interface ParseSummary {
  readonly lines: number
  readonly templates: number
  readonly truncated: number
  /** Lines of each format that occurred; `plain` ones told nothing but themselves. */
  readonly formats: ReadonlyMap<string, number>
  readonly seconds: number
}

interface Options {
  readonly engine?: EngineName
  /** Rows are told at the end of the input, with what is known then; else while reading, `LOOK_AHEAD` at a time. */
  readonly final: boolean
  row(row: ParsedRow): Promise<void> | void
  /** No more rows are told until more is read. */
  told?(): Promise<void>
}

/** A record until it is told: what costs to keep is kept as indexes. */
interface Held {
  readonly shape: number
  readonly lines: number
  readonly level: number
  readonly format: number
  readonly service: number
  readonly host: number
  readonly time: number
  security?: SecurityEvent
}

export async function parseRows(
  files: readonly string[],
  text: Text,
  { engine: name, final, row, told }: Options,
): Promise<ParseSummary> {
  const engine = makeEngine(name)
  const miner = templates()
  const security = securityReader({ text })
  const started = performance.now()
  let line = 0
  let truncated = 0
  let known = 0
  const seen = new Set<string>()
  const formats = new Map<string, number>()
  let join = sessionJoin<Held>()
  let held: Held[] = []
  let heldBytes = 0
  let heldSince = started

  function read(batch: RecordBatch): void {
    for (; known < engine.shapes.length; known++) miner.add(engine.shapes[known])
    truncated += batch.truncated
    const records = Array.from({ length: batch.count }, (_, row) => heldOf(batch, row))
    for (const record of records) held.push(record)
    security.read(batch, timesOf(batch), engine, (event, row) => settle(join.join(event, records[row])))
    security.take()
  }

  function settle(joined: readonly { event: SecurityEvent; ref: Held }[]): void {
    for (const { event, ref } of joined) ref.security = event
  }

  async function tell(): Promise<void> {
    for (const record of held) {
      const parsed = rowOf(record, engine, miner.of(engine.shapes[record.shape].id))
      seen.add(parsed.templateId)
      formats.set(parsed.format, (formats.get(parsed.format) ?? 0) + record.lines)
      for (let i = 0; i < record.lines; i++) await row({ line: ++line, ...parsed })
    }
    held = []
    heldBytes = 0
    await told?.()
  }

  for (const file of files) {
    const bar = progress((await sizeOf(file)) ?? 0, file)
    const isGrowing = file === '-'
    const chunks = chunksOfFile(file)
    for await (const chunk of isGrowing ? withPauses(chunks, PATIENCE) : chunks) {
      if (chunk) {
        if (heldBytes === 0) heldSince = performance.now()
        heldBytes += chunk.bytes.length
        read(engine.read({ source: file, service: '', bytes: chunk.bytes, receivedAt: Date.now() }))
        bar.update(chunk.position, `${seen.size} templates`)
      }
      const isOverdue = isGrowing && performance.now() - heldSince >= PATIENCE
      if (!final && (heldBytes >= LOOK_AHEAD || isOverdue)) await tell()
    }
    bar.stop()
    settle(join.flush())
    join = sessionJoin()
  }
  await tell()
  return { lines: line, templates: seen.size, truncated, formats, seconds: (performance.now() - started) / 1000 }
}

function heldOf(batch: RecordBatch, i: number): Held {
  return {
    shape: batch.shape[i],
    lines: batch.lines[i],
    level: batch.level[i],
    format: batch.format[i],
    service: batch.service[i],
    host: batch.host[i],
    time: batch.time[i],
  }
}

/** Of each record, or of the one before it that has one. */
function timesOf({ time, count, chunk }: RecordBatch): Float64Array {
  let last = chunk.receivedAt
  return time.slice(0, count).map((own) => (Number.isNaN(own) ? last : (last = own)))
}

const DEEDS: ReadonlySet<string> = new Set(['auth_failure', 'auth_success', 'probe', 'abuse', 'scan'])

function rowOf(record: Held, engine: Engine, template: { id: string; text: string }): Omit<ParsedRow, 'line'> {
  const { security } = record
  return {
    templateId: template.id,
    template: template.text,
    level: levels[record.level],
    timestamp: isoTime(record.time),
    service: engine.names[record.service],
    host: engine.names[record.host],
    format: engine.formats[record.format],
    ...(security && DEEDS.has(security.kind) && { security: person(security) }),
  }
}

function person({ kind, ip, host, user }: SecurityEvent): NonNullable<ParsedRow['security']> {
  return {
    kind,
    ...(ip !== undefined && { ip }),
    ...(host !== undefined && { host }),
    ...(user !== undefined && { user }),
  }
}

/** Null for none and for times no calendar knows. */
function isoTime(time: number): string | null {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : null
}

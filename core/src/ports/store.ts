/**
 * Everything that is kept: ClickHouse SQL at both sizes (chDB in process, a server elsewhere), memory in tests, all
 * under `contracts/store.ts`. Times are ms since epoch, event time unless said otherwise.
 */
import type { Engine, RecordBatch } from '../record.ts'
import type { Incident, IncidentState } from '../wire/incident.ts'
import type { JournalEntry } from '../wire/live.ts'
import type { CountObservation, Shard } from '../wire/observations.ts'
import type { LogRow, SeriesPoint, ServiceSummary } from '../wire/api.ts'

/** A shape and the template it belongs to. Newer rows of a shape win: templates widen, ids stay. */
export interface TemplateRow {
  readonly shape: string
  readonly component: string
  readonly tokens: readonly string[]
  readonly templateId: string
  readonly template: string
}

export interface Range {
  /** [from, to) */
  readonly from: number
  readonly to: number
}

export interface IncidentQuery {
  readonly state?: IncidentState
  readonly service?: string
  readonly limit: number
}

export interface LogQuery extends Range {
  readonly service?: string
  readonly templateId?: string
  /** Case-insensitive part of the raw line. */
  readonly contains?: string
  readonly limit: number
}

export interface JournalQuery {
  readonly incident?: string
  /** Left out: all of them. */
  readonly actions?: readonly JournalEntry['action'][]
  readonly since?: number
  readonly limit: number
}

/** Rows as a store takes them, packed where they were made. The bytes are the receiver's and may change threads. */
export interface PackedRows {
  readonly rows: number
  readonly bytes: Uint8Array
}

/** Packs rows for stores. Has no connection to any, so it works where the rows are made: beside the engine. */
export interface Packer {
  /** Adds the rows of a batch, which is read before this returns. */
  add(batch: RecordBatch, engine: Engine): void
  /** What was added since the last call. */
  logs(): PackedRows
  observations(counts: readonly CountObservation[]): PackedRows
}

export interface Store {
  /** Brings the schema up to date. Safe with many starters at once. Called before anything else. */
  migrate(): Promise<void>

  /**
   * Observers, per range: raw rows. The same token again changes nothing, whatever the rows are. The rows are not
   * changed before the promise settles.
   */
  writeLogs(logs: PackedRows, token: string): Promise<void>
  /** Observers, per range: counts, with the same rule. */
  writeObservations(observations: PackedRows, token: string): Promise<void>

  /** Detectors: every shape they know, appended when new or when its template changed. */
  saveTemplates(rows: readonly TemplateRow[]): Promise<void>
  loadTemplates(): Promise<TemplateRow[]>

  /** Detectors, now and then: what a shard knows beyond history, as bytes that only they read. The last one counts. */
  saveMemory(shard: Shard, memory: Uint8Array): Promise<void>
  loadMemory(shard: Shard): Promise<Uint8Array | undefined>

  /** Learnt header layouts by source. */
  saveLayouts(layouts: ReadonlyMap<string, string>): Promise<void>
  loadLayouts(): Promise<Map<string, string>>

  /**
   * Detectors at start: history in time order, merged to windows of `stepMs` (a multiple of the smallest window).
   * Sample is empty. Of one shard only its services are told, and what others wrote in a window is one count of them
   * without a shape: it says that somebody was there.
   */
  history(range: Range & { stepMs: number; shard?: Shard }): AsyncIterable<readonly CountObservation[]>

  /** The highest version wins; an older or equal one changes nothing. */
  saveIncidents(incidents: readonly Incident[]): Promise<void>
  /** Newest first. State includes what people did (journal). */
  incidents(query: IncidentQuery): Promise<Incident[]>
  incident(id: string): Promise<Incident | undefined>

  appendJournal(entries: readonly JournalEntry[]): Promise<void>
  /** The newest `limit` entries, in order of time. */
  journal(query: JournalQuery): Promise<JournalEntry[]>

  /** The range is widened to whole minutes, from a week on to whole hours; so it is for `templateCounts`. */
  services(range: Range): Promise<ServiceSummary[]>
  /** Only steps in which something was seen, in order of time. */
  series(query: Range & { service: string; stepMs: number }): Promise<SeriesPoint[]>
  /** Most frequent first. A shape no detector has told of yet is a template of its own, without text. */
  templateCounts(
    query: Range & { service?: string; limit: number },
  ): Promise<
    { templateId: string; template: string; service: string; count: number; errors: number; lastSeen: string }[]
  >
  /** Newest first. */
  logs(query: LogQuery): Promise<LogRow[]>

  close(): Promise<void>
}

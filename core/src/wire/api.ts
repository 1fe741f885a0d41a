/** Answers of the REST interface below /api/v1. */
import type { Incident } from './incident.ts'
import type { JournalEntry } from './live.ts'
import type { Feedback, Normal } from './normal.ts'

export interface IncidentList {
  readonly incidents: readonly Incident[]
}

export interface IncidentDetail {
  readonly incident: Incident
  readonly journal: readonly JournalEntry[]
  /** What calling it normal would hold back, for each scope it has. */
  readonly normals: readonly Normal[]
  /** What it was called normal for, while that is in force. */
  readonly feedback?: Feedback
}

export interface FeedbackList {
  /** Newest first, also what was undone. */
  readonly feedback: readonly Feedback[]
}

/** How far a service is learnt that was first heard of within the last hour. */
export interface Learning {
  /** ISO 8601. */
  readonly since: string
  /** 0..1; from 1 on rates and silence are judged, and new kinds of lines. */
  readonly rates: number
  readonly newLines: number
}

export interface ServiceSummary {
  readonly service: string
  /** Within the asked time. */
  readonly lines: number
  readonly errors: number
  /** Median and 99th percentile, ms; null where no record told a latency. */
  readonly latencyP50: number | null
  readonly latencyP99: number | null
  readonly lastSeen: string
  /** Absent once it is learnt. */
  readonly learning?: Learning
}

export interface ServiceList {
  readonly services: readonly ServiceSummary[]
}

export interface SeriesPoint {
  readonly at: string
  readonly lines: number
  readonly errors: number
  readonly latencyP50: number | null
  readonly latencyP99: number | null
}

export interface Series {
  readonly service: string
  /** Seconds per point. */
  readonly step: number
  readonly points: readonly SeriesPoint[]
}

export interface TemplateSummary {
  readonly templateId: string
  readonly template: string
  readonly service: string
  readonly count: number
  readonly errors: number
  readonly lastSeen: string
}

export interface TemplateList {
  readonly templates: readonly TemplateSummary[]
}

export interface LogRow {
  readonly at: string
  readonly service: string
  readonly host: string
  readonly level: string
  readonly templateId: string
  readonly raw: string
}

export interface LogList {
  readonly logs: readonly LogRow[]
}

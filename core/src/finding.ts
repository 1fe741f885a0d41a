import type { Words } from './correlate/kinds/kind.ts'
import type { Memory } from './memory.ts'
import type { Entities, IncidentKind } from './wire/incident.ts'
import type { RuleNote } from './rules/rule.ts'
import type { SecurityEvent } from './security/event.ts'
import type { NumberObservation, SessionObservation } from './wire/observations.ts'

/** What one detector saw in one window: seen against usual, and how unlikely that is. */
export interface Finding {
  readonly detector: string
  readonly kind: IncidentKind
  /** End of the window it was seen in, and when the deviation began; event time, ms. */
  readonly at: number
  readonly start: number
  readonly service: string
  /** All services it shows in, where a thing of its own (a session) goes through several. */
  readonly services?: readonly string[]
  readonly templateId?: string
  readonly entities: Partial<Entities>
  readonly seen: number
  readonly usual: number
  readonly low: number
  readonly high: number
  /** Of seen, usual, low and high: `errors/min`, `ms`, `failures` ... */
  readonly unit: string
  /** 0..1; how sure. */
  readonly score: number
  readonly samples: readonly string[]
  /** Templates that took part, most lines first. */
  readonly templates?: readonly { readonly template: Template; readonly count: number }[] | undefined
  /** Lines that took part. */
  readonly lines: number
  /** Found right after a restart, by which a new release explains it; set where findings are joined. */
  readonly release?: true
  /** Of a detector that is on trial. */
  readonly simulated?: true
  /** Of a rule of the user's. */
  readonly rule?: RuleNote
  /** What the numbers alone do not tell, one sentence. */
  readonly reason?: Words
}

/** A template as detectors see it. */
export interface Template {
  readonly id: string
  readonly text: string
  readonly component: string
}

/** How one count of a closed window compares with what its series taught; see baseline/. */
export interface ScoredCount {
  readonly seen: number
  /** Expected, and the band outside which it would be strange; in counts of the sliding window below. */
  readonly usual: number
  readonly low: number
  readonly high: number
  /** Sliding window that deviates most, ms. */
  readonly span: number
  /** Dispersion of the span: variance = usual + phi usual^2. */
  readonly phi: number
  /** Chance of seeing as much or more / as little or less, corrected for the windows tried. 1 while learning. */
  readonly pUp: number
  readonly pDown: number
  /** Still learning: never alarms. */
  readonly learning: boolean
}

/** How the latencies of a closed window compare with the service's own past; ms. */
export interface ScoredLatency {
  /** Both at `quantile`: the median when most requests are slow, else the 90th percentile. */
  readonly seen: number
  readonly usual: number
  readonly low: number
  readonly high: number
  readonly quantile: 0.5 | 0.9
  readonly span: number
  /** Chance of that many slow requests. 1 while learning. */
  readonly p: number
  readonly learning: boolean
}

/** One service or one template of it within a closed window. */
export interface SeriesWindow {
  readonly service: string
  /** Absent for the whole service. */
  readonly template?: Template
  readonly lines: number
  readonly errors: number
  readonly lineScore: ScoredCount
  readonly errorScore: ScoredCount
  readonly latencyScore: ScoredLatency
  /** Sparse latency sketch of the window; empty when none was told. */
  readonly latency: readonly number[]
  /** First time this series was ever seen, and its service was; ms. */
  readonly since: number
  readonly serviceSince: number
  readonly sample: string
}

/** Lines of each host. */
export type HostLines = ReadonlyMap<string, number> | 'many'

/** Everything known about one closed window: no later record can change it. */
export interface ClosedWindow {
  /** [start, end), event time, ms. */
  readonly start: number
  readonly end: number
  /** Whole services that wrote or should have, at the end of a minute all of them; templates that wrote. */
  readonly services: readonly SeriesWindow[]
  readonly templates: readonly SeriesWindow[]
  /**
   * A chance at or below this is beyond what all series of this window would show by accident (Benjamini-Hochberg);
   * the one place where false alarms are controlled.
   */
  readonly alarmBelow: number
  /** In order of event time: those that glances saw already, and the others. */
  readonly glanced: readonly SecurityEvent[]
  readonly security: readonly SecurityEvent[]
  readonly sessions: readonly SessionObservation[]
  /** Lines by service and host; `many` where the hosts of a service are too many to follow. */
  readonly hosts: ReadonlyMap<string, HostLines>
  /** One of each service and shape that told quantities. */
  readonly numbers: readonly NumberObservation[]
  /** The template a shape belongs to now. */
  templateOf(shape: string): Template
}

/** What the seconds of a window that is still open already tell. Its counts can only grow. */
export interface Glance extends Pick<ClosedWindow, 'start' | 'alarmBelow' | 'security'> {
  /** The end of the last whole second. */
  readonly end: number
  /** Services that wrote more than usual already; their scores are of the seconds so far. */
  readonly services: readonly SeriesWindow[]
}

/** Small, pure, streaming, bounded: state per series inside, time only from windows. */
export interface Detector<Window = ClosedWindow> {
  readonly name: string
  /** Called once per closed window, in order of time. */
  judge(window: Window): Finding[]
  /** Called at every whole second of a window before it closes, where anything is worth a look. */
  glance?(window: Glance): Finding[]
  /** The input ended at this event time: says what was held back. */
  finish?(at: number): Finding[]
  /** What it gave up for want of room, since it began. */
  dropped?(): number
  /** What it and those it shares know; of one name there is one, whoever has it. */
  readonly memories?: readonly Memory[]
}

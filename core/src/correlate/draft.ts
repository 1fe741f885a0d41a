/** One incident while it grows: takes findings, knows when it is news, renders what is told. */
import type { Finding } from '../finding.ts'
import { hash64 } from '../mine/hash.ts'
import { MINUTE_MS } from '../aggregate/window.ts'
import type { RuleNote } from '../rules/rule.ts'
import {
  severities,
  type Cause,
  type Incident,
  type IncidentFinding,
  type IncidentKind,
  type IncidentState,
  type Severity,
} from '../wire/incident.ts'
import { kindOf } from './kinds/index.ts'
import { LOW, type Grade, type Story } from './kinds/kind.ts'
import { tell } from './why.ts'

const SAMPLES = 3
const TEMPLATES = 10
const FINDINGS = 20
const ENTITIES = 10_000
/** Trouble of so many services is graver. */
const MANY_SERVICES = 3
/** Growth alone is told no more often than this. */
const UPDATE_MS = MINUTE_MS / 2

export class Draft {
  readonly id: string
  readonly services = new Set<string>()
  readonly ips = new Set<string>()
  /** The rule it was opened by, if any. */
  readonly rule: RuleNote | undefined
  readonly start: number
  readonly detected: number
  end: number
  over = false
  readonly #users = new Set<string>()
  readonly #sessions = new Set<string>()
  readonly #targets = new Set<string>()
  /** The strongest finding of each kind, service and template. */
  readonly #findings = new Map<string, Finding>()
  readonly #templates = new Map<string, { text: string; count: number }>()
  #samples: string[] = []
  /** Shown while there are no others: which line a glance sees first depends on who told it first. */
  #glimpsed: readonly string[] = []
  #causes: Cause[] = []
  #lines = 0
  #reopens = 0
  #version = 0
  #told = { at: Number.NEGATIVE_INFINITY, over: false, severity: -1, services: 0, kind: '', shown: 0 }
  #changed = false
  /** What was found up to here is in already: it comes again when messages are read again. */
  #knownUntil = Number.NEGATIVE_INFINITY

  constructor(first: Pick<Finding, 'start' | 'at' | 'kind' | 'service' | 'entities' | 'rule'>, id?: string) {
    this.start = first.start
    this.end = first.at
    this.detected = first.at
    this.rule = first.rule
    const who = first.rule ? `${first.rule.name}\n${first.rule.group}` : (first.entities.ip?.[0] ?? first.service)
    this.id = id ?? hash64(`${first.kind}\n${who}\n${first.start}`)
  }

  /** The draft an incident was rendered from, as far as what was told lets it be made again. */
  static from(incident: Incident): Draft {
    const start = Date.parse(incident.start)
    const at = Date.parse(incident.end)
    const { kind, entities, samples, lines } = incident
    const rule = incident.findings[0]?.rule
    const first = { start, at: Date.parse(incident.detected), kind, service: incident.service[0] ?? '', entities }
    const draft = new Draft({ ...first, ...(rule && { rule }) }, incident.id)
    for (const { template: templateId, at, ...finding } of incident.findings) {
      draft.add({
        ...finding,
        ...(templateId !== undefined && { templateId }),
        start,
        at: Date.parse(at),
        entities,
        samples,
        lines: 0,
      })
    }
    for (const { templateId, template, count } of incident.templates) draft.#count(templateId, template, count)
    draft.end = at
    draft.#knownUntil = at
    draft.#lines = lines
    draft.#causes = [...incident.causes]
    draft.#version = incident.version
    draft.#reopens = incident.reopens
    draft.over = incident.state === 'resolved' || incident.state === 'normal'
    draft.#changed = false
    return draft
  }

  add(finding: Finding): void {
    if (finding.at <= this.#knownUntil) return
    this.#changed = true
    if (this.over) this.#reopens++
    this.over = false
    this.end = Math.max(this.end, finding.at)
    this.services.add(finding.service)
    const { ip = [], user = [], session = [], target = [] } = finding.entities
    grow(this.ips, ip)
    grow(this.#users, user)
    grow(this.#sessions, session)
    grow(this.#targets, target)
    this.#lines += finding.lines
    for (const { template, count } of finding.templates ?? []) this.#count(template.id, template.text, count)
    this.#keepSamples(finding)
    this.#keepStrongest(finding)
  }

  /** Takes a session that this trouble broke: it shows how far the trouble reached, and does not prolong it. */
  attach(finding: Finding): void {
    this.#changed = true
    grow(this.#sessions, finding.entities.session ?? [])
    if (this.#findings.size >= FINDINGS) return
    const service = finding.services?.find((one) => this.services.has(one)) ?? finding.service
    this.#keepStrongest({ ...finding, service })
  }

  /** Whether a new release explains all of it. */
  get isRelease(): boolean {
    return [...this.#findings.values()].every(({ release }) => release === true)
  }

  /** Whether it is no more than a note: of nothing in it anything is to be done at once. */
  get isNote(): boolean {
    return [...this.#findings.values()].every((finding) => gradeOf(finding) === LOW)
  }

  kinds(): IncidentKind[] {
    return [...this.#findings.values()].map(({ kind }) => kind)
  }

  /** What is no longer remembered does not undo what was known when it began. */
  explain(causes: Cause[]): void {
    if (causes.length >= this.#causes.length) this.#causes = causes
  }

  /** Over once nothing was added for `quiet` ms of event time. */
  settle(now: number, quiet: number): void {
    if (now - this.end >= quiet) this.close()
  }

  close(): void {
    if (this.over) return
    this.over = true
    this.#changed = true
  }

  /** The incident, when it is worth telling at this event time; an empty list otherwise. */
  news(now: number): Incident[] {
    if (!this.#changed) return []
    const severity = severities.indexOf(this.#severity())
    // Found before its window was over, it is told without the kinds of lines at first.
    const shown = Number(this.#shownSamples().length > 0) + Number(this.#templates.size > 0)
    const urgent =
      this.over !== this.#told.over ||
      severity > this.#told.severity ||
      this.services.size > this.#told.services ||
      this.#main().kind !== this.#told.kind ||
      shown > this.#told.shown
    if (!urgent && now - this.#told.at < UPDATE_MS) return []
    this.#told = { at: now, over: this.over, severity, services: this.services.size, kind: this.#main().kind, shown }
    this.#changed = false
    this.#version++
    return [this.#render()]
  }

  #severity(): Severity {
    const worst = Math.max(...[...this.#findings.values()].map(gradeOf))
    return severities[Math.min(severities.length - 1, worst + (this.services.size >= MANY_SERVICES ? 1 : 0))]
  }

  /**
   * The finding that names the incident: silence explains what depends on it; otherwise what came first, an error
   * spike before slowness of the same moment, and anything before a new line but growth that is nothing else.
   */
  #main(): Finding {
    const all = [...this.#findings.values()]
    const own = all.filter((finding) => !all.some((other) => kindOf(finding.kind).isExplainedBy?.(finding, other)))
    return own.reduce((best, next) => (compare(next, best, this.start) < 0 ? next : best))
  }

  #state(): IncidentState {
    return this.over ? 'resolved' : 'open'
  }

  #render(): Incident {
    const main = this.#main()
    const templates = [...this.#templates].sort((a, b) => b[1].count - a[1].count).slice(0, TEMPLATES)
    const findings = [...this.#findings.values()].sort((a, b) => compare(a, b, this.start))
    const services = [...new Set(findings.map(({ service }) => service))]
    const story: Story = {
      main,
      services,
      ips: [...this.ips],
      users: [...this.#users],
      sessions: this.#sessions.size,
      start: this.start,
      mainTemplate: main.templates?.[0]?.template.text ?? templates[0]?.[1].text ?? '',
      causes: this.#causes,
    }
    const { title, why } = tell(story, 'en')
    return {
      id: this.id,
      kind: main.kind,
      severity: this.#severity(),
      state: this.#state(),
      title: this.#reopens > 0 ? `${title} (again)` : title,
      why,
      es: tell(story, 'es'),
      service: services,
      start: new Date(this.start).toISOString(),
      end: new Date(this.end).toISOString(),
      detected: new Date(this.detected).toISOString(),
      score: Math.max(...findings.map(({ score }) => score)),
      entities: { ip: [...this.ips], user: [...this.#users], session: [...this.#sessions], target: [...this.#targets] },
      findings: findings.slice(0, FINDINGS).map(told),
      causes: this.#causes,
      templates: templates.map(([templateId, { text, count }]) => ({ templateId, template: text, count })),
      samples: this.#shownSamples(),
      lines: this.#lines,
      version: this.#version,
      reopens: this.#reopens,
    }
  }

  #count(id: string, text: string, count: number): void {
    const known = this.#templates.get(id)
    if (known) known.count += count
    else if (this.#templates.size < 10 * TEMPLATES) this.#templates.set(id, { text, count })
  }

  #shownSamples(): readonly string[] {
    return this.#samples.length > 0 ? this.#samples : this.#glimpsed
  }

  #keepSamples(finding: Finding): void {
    if (finding.lines === 0 && finding.templates?.length === 0) {
      if (this.#glimpsed.length === 0) this.#glimpsed = finding.samples
      return
    }
    const telling = finding.reason === undefined ? undefined : finding.samples.at(-1)
    if (telling !== undefined && !this.#samples.includes(telling))
      this.#samples = [...this.#samples.slice(0, SAMPLES - 1), telling]
    for (const sample of finding.samples) {
      if (this.#samples.length < SAMPLES && sample !== '' && !this.#samples.includes(sample)) this.#samples.push(sample)
    }
  }

  #keepStrongest(finding: Finding): void {
    const key = `${finding.kind}\n${finding.service}\n${finding.templateId ?? ''}`
    const known = this.#findings.get(key)
    if (!known || tellsMore(finding, known))
      this.#findings.set(key, { ...finding, start: known?.start ?? finding.start })
  }
}

/** Of two findings about the same: a rate per minute reads better than one over seconds, then the graver one. */
function tellsMore(next: Finding, known: Finding): boolean {
  const perMinute = (finding: Finding) => Number(finding.unit.endsWith('/min'))
  const gravity = ({ seen, usual }: Finding) => Math.abs(Math.log((seen + 0.1) / (usual + 0.1)))
  if (perMinute(next) !== perMinute(known)) return perMinute(next) > perMinute(known)
  return gravity(next) > gravity(known)
}

function gradeOf(finding: Finding): Grade {
  return finding.release ? LOW : kindOf(finding.kind).grade(finding)
}

function grow(set: Set<string>, values: readonly string[]): void {
  for (const value of values) if (set.size < ENTITIES) set.add(value)
}

const STEP_MS = 10_000

/** Lower names the incident: by kind where one explains the other, else what began first in steps of ten seconds. */
function compare(a: Finding, b: Finding, start: number): number {
  const [kindA, kindB] = [kindOf(a.kind), kindOf(b.kind)]
  const late = (kindA.late ?? 0) - (kindB.late ?? 0)
  const step = (finding: Finding) => Math.floor((finding.start - start) / STEP_MS)
  const order = (kindA.order ?? 0) - (kindB.order ?? 0)
  return late || step(a) - step(b) || order || errorsPerMinute(b) - errorsPerMinute(a) || a.start - b.start
}

function errorsPerMinute({ kind, seen, unit }: Finding): number {
  if (kind !== 'error_spike') return 0
  return unit.endsWith('/min') ? seen : seen * 6
}

function told(finding: Finding): IncidentFinding {
  return {
    detector: finding.detector,
    kind: finding.kind,
    service: finding.service,
    ...(finding.templateId !== undefined && { template: finding.templateId }),
    seen: finding.seen,
    usual: finding.usual,
    low: finding.low,
    high: finding.high,
    unit: finding.unit,
    score: finding.score,
    ...(finding.release && { release: finding.release }),
    ...(finding.rule && { rule: finding.rule }),
    at: new Date(finding.at).toISOString(),
  }
}

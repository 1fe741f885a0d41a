/**
 * Sessions (a trace, a block, an order) that did not follow the usual course: an event that never occurs, one that is
 * missing, counts out of proportion, far too many lines. Order and duration are not judged: lines of one session come
 * from several machines. A session is judged once it was idle for long enough; see sequence/. Without a part that is
 * known to be normal, the first hours only teach: rare but honest courses take their time to show.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Words } from '../correlate/kinds/kind.ts'
import type { ClosedWindow, Detector, Finding, Template } from '../finding.ts'
import { memory } from '../memory.ts'
import type { Deviation } from '../sequence/deviation.ts'
import { ANY, type Counts } from '../sequence/facts.ts'
import { sequenceModel } from '../sequence/model.ts'
import { openSessions, type Session } from '../sequence/open-sessions.ts'
import { worth } from '../sequence/worth.ts'

export interface SequenceOptions {
  /** Sessions that end before this event time (ms) are normal and only teach. */
  readonly learnUntil?: number
  /** Sessions followed at a time. */
  readonly maxOpen?: number
  /** Without a normal part, sessions that end so soon after the first one (ms) only teach. */
  readonly settleMs?: number
}

const SETTLE_MS = 4 * 60 * MINUTE_MS
const MAX_OPEN = 50_000

type TemplateOf = ClosedWindow['templateOf']

export function sequence({
  learnUntil = Number.NEGATIVE_INFINITY,
  maxOpen = MAX_OPEN,
  settleMs = SETTLE_MS,
}: SequenceOptions = {}): Detector {
  const open = openSessions(maxOpen)
  const model = sequenceModel()
  /** One shape of each event: templates merge, and then an event is known under another id. */
  let shapes = new Map<string, string>()
  const news = worth<Finding>()
  let since = Number.POSITIVE_INFINITY
  let templateOf: TemplateOf | undefined

  function followMerges(template: TemplateOf): void {
    for (const [event, shape] of shapes) {
      const now = template(shape).id
      if (now === event) continue
      model.rename(event, now)
      shapes.delete(event)
    }
  }

  function countsOf(session: Session, template: TemplateOf): Map<string, number> {
    const counts = new Map<string, number>()
    for (const [shape, count] of session.shapes) {
      const { id } = template(shape)
      if (!shapes.has(id)) shapes.set(id, shape)
      counts.set(id, (counts.get(id) ?? 0) + count)
    }
    return counts
  }

  function conclude(session: Session, at: number, template: TemplateOf, isWhole: boolean): Finding[] {
    if (session.isRest) return []
    const counts = countsOf(session, template)
    if (session.last < learnUntil) {
      model.teach(counts)
      return []
    }
    news.see(at)
    if (!model.isTaught() && session.last < since + settleMs) {
      if (isWhole) model.learn(counts)
      return []
    }
    const found = model.judge(counts, isWhole)
    if (found.length === 0) return []
    const broken = finding(session, at, counts, found, (event) => template(shapes.get(event) ?? event))
    return model.isTaught() ? [broken] : news.hold(`${found[0].kind} ${found[0].event}`, at, broken)
  }

  function prune(): void {
    if (shapes.size <= 2 * model.size()) return
    for (const event of shapes.keys()) if (!model.knows(event)) shapes.delete(event)
  }

  const keep = () => ({ open: open.keep(), model: model.keep(), news: news.keep(), shapes, since })

  function recall(kept: ReturnType<typeof keep>): void {
    ;({ shapes, since } = kept)
    open.recall(kept.open)
    model.recall(kept.model)
    news.recall(kept.news)
  }

  return {
    name: 'sequence',
    judge(window) {
      const template: TemplateOf = (shape) => window.templateOf(shape)
      templateOf = template
      for (const observation of window.sessions) {
        since = Math.min(since, observation.first)
        open.add(observation)
      }
      const over = open.takeIdle(window.end)
      if (over.length === 0) return []
      followMerges(template)
      const findings = over.flatMap((session) => conclude(session, window.end, template, true))
      prune()
      return findings
    },
    finish(at) {
      const template = templateOf
      if (!template) return []
      followMerges(template)
      return open.takeAll(at).flatMap(({ session, whole }) => conclude(session, at, template, whole))
    },
    dropped: () => open.dropped(),
    memories: [memory('sequence', 1, { keep, recall })],
  }
}

function finding(
  session: Session,
  at: number,
  counts: Counts,
  found: readonly Deviation[],
  template: (event: string) => Template,
): Finding {
  const main = found[0]
  const templates = [...counts].map(([event, count]) => ({ template: template(event), count }))
  const { text } = template(main.event)
  return {
    detector: 'sequence',
    kind: 'sequence',
    at,
    start: session.first,
    service: session.service,
    services: [...session.services],
    ...(main.event !== ANY && { templateId: template(main.event).id }),
    entities: { session: [session.id] },
    seen: main.seen,
    usual: main.usual,
    low: main.kind === 'many' ? 0 : main.usual,
    high: main.usual,
    unit: 'lines per session',
    score: main.support / (main.support + DOUBT),
    samples: [],
    templates: templates.sort((a, b) => b.count - a.count || (a.template.id < b.template.id ? -1 : 1)),
    lines: templates.reduce((sum, { count }) => sum + count, 0),
    reason: reasonOf(main, text, main.against === ANY ? undefined : template(main.against).text),
  }
}

/** A rule told by so many sessions is as likely wrong as right. */
const DOUBT = 10
const TEXT_LENGTH = 120

function reasonOf({ kind, event, seen, usual, support }: Deviation, text: string, against: string | undefined): Words {
  if (event === ANY) {
    return {
      en: `${seen} lines where ${usual} is the most in ${support} normal sessions`,
      es: `${seen} líneas cuando lo máximo en ${support} sesiones normales es ${usual}`,
    }
  }
  const what = cut(text)
  const beside =
    against === undefined ? { en: '', es: '' } : { en: ` beside ${cut(against)}`, es: ` junto a ${cut(against)}` }
  const reasons: Record<Deviation['kind'], Words> = {
    new: {
      en: `${what} came in none of ${support} normal sessions`,
      es: `${what} no apareció en ninguna de ${support} sesiones normales`,
    },
    missing: {
      en: `${what} is missing; ${support} normal sessions had it${beside.en}`,
      es: `falta ${what}; ${support} sesiones normales lo tenían${beside.es}`,
    },
    short: {
      en: `cut short: ${what} and others are missing; ${support} normal sessions had it`,
      es: `interrumpida: faltan ${what} y otros; ${support} sesiones normales lo tenían`,
    },
    ratio: {
      en: `${what} came ${times(seen)} where ${times(usual)} is usual${beside.en}, as in ${support} normal sessions`,
      es: `${what} apareció ${veces(seen)} cuando lo usual es ${veces(usual)}${beside.es}, como en ${support} sesiones normales`,
    },
    many: {
      en: `${what} came ${times(seen)}, ${times(usual)} at most in ${support} normal sessions`,
      es: `${what} apareció ${veces(seen)}, como mucho ${veces(usual)} en ${support} sesiones normales`,
    },
  }
  return reasons[kind]
}

function cut(text: string): string {
  return `"${text.slice(0, TEXT_LENGTH)}"`
}

function times(count: number): string {
  return count === 1 ? 'once' : `${Number(count.toFixed(1))} times`
}

function veces(count: number): string {
  return count === 1 ? 'una vez' : `${Number(count.toFixed(1))} veces`
}

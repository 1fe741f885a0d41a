/** The store of tests: the same answers as ClickHouse gives, nothing kept. */
import { mergeSketch, sparse } from '@errorsense/core/aggregate/sketch.ts'
import { partitionOf } from '@errorsense/core/partitioner.ts'
import type { Range, Store, TemplateRow } from '@errorsense/core/ports/store.ts'
import type { LogRow } from '@errorsense/core/wire/api.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { JournalEntry } from '@errorsense/core/wire/live.ts'
import { WHOLE, type CountObservation } from '@errorsense/core/wire/observations.ts'
import { lastDecision, stateOf } from './incident-state.ts'
import { readBlock } from './native-reader.ts'
import { quantileOrNull } from './observations.ts'
import { resolutionOfRange, resolutionOfStep } from './resolution.ts'

interface StoredLog extends Omit<LogRow, 'at' | 'templateId'> {
  readonly time: number
  readonly shape: string
}

/** Counts that came together: what is summed, and for how many keys. */
interface Sum {
  lines: number
  errors: number
  lastSeen: number
  readonly bins: Map<number, number>
}

export function memoryStore(): Store {
  const tokens = new Set<string>()
  const logs: StoredLog[] = []
  const observations: CountObservation[] = []
  const templates = new Map<string, TemplateRow>()
  const texts = new Map<string, string>()
  const layouts = new Map<string, string>()
  const memories = new Map<string, Uint8Array>()
  const incidents = new Map<string, Incident>()
  const journal = new Map<string, JournalEntry>()

  const templateId = (shape: string) => templates.get(shape)?.templateId ?? shape
  const inOrder = () => [...journal.values()].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id))

  function isNew(token: string): boolean {
    if (tokens.has(token)) return false
    tokens.add(token)
    return true
  }

  function current(incident: Incident): Incident {
    const decided = lastDecision(inOrder().filter((entry) => entry.incident === incident.id))
    return { ...incident, state: stateOf(incident.state, decided) }
  }

  /** Observations of the range, their windows cut to `resolution`, summed by the key they are given. */
  function sums(
    range: Range,
    resolution: number,
    key: (count: CountObservation, window: number) => readonly unknown[],
  ) {
    const byKey = new Map<string, Sum>()
    for (const count of observations) {
      const window = count.window - (count.window % resolution)
      if (window < range.from || window >= range.to) continue
      const name = JSON.stringify(key(count, window))
      let sum = byKey.get(name)
      if (sum === undefined) byKey.set(name, (sum = { lines: 0, errors: 0, lastSeen: 0, bins: new Map() }))
      sum.lines += count.lines
      sum.errors += count.errors
      sum.lastSeen = Math.max(sum.lastSeen, count.window)
      mergeSketch(sum.bins, count.latency ?? [])
    }
    return [...byKey].map(([name, sum]) => ({ key: JSON.parse(name), ...sum }))
  }

  return {
    async migrate() {},

    async writeLogs({ bytes }, token) {
      if (isNew(`logs ${token}`)) logs.push(...storedLogs(bytes))
    },

    async writeObservations({ bytes }, token) {
      if (isNew(`observations ${token}`)) observations.push(...storedObservations(bytes))
    },

    async saveTemplates(rows) {
      for (const row of rows) {
        templates.set(row.shape, row)
        texts.set(row.templateId, row.template)
      }
    },
    loadTemplates: async () => [...templates.values()].sort((a, b) => compare(a.shape, b.shape)),

    async saveMemory({ index, of }, memory) {
      memories.set(`${index}/${of}`, memory.slice())
    },
    loadMemory: async ({ index, of }) => memories.get(`${index}/${of}`),

    async saveLayouts(learnt) {
      for (const [source, layout] of learnt) layouts.set(source, layout)
    },
    loadLayouts: async () => new Map(layouts),

    async *history({ stepMs, shard = WHOLE, ...range }) {
      const isOurs = (service: string) => partitionOf(service, shard.of) === shard.index
      const step = (window: number) => window - (window % stepMs)
      const counts = sums(range, resolutionOfStep(stepMs).stepMs, ({ service, shape }, window) =>
        isOurs(service) ? [step(window), service, shape] : [step(window), '', ''],
      )
      const rows = counts.map(({ key: [window, service, shape], lines, errors, bins }) => ({
        window: Number(window),
        service: String(service),
        shape: String(shape),
        lines,
        errors,
        ...(bins.size > 0 && { latency: sparse(bins) }),
        sample: '',
      }))
      rows.sort((a, b) => a.window - b.window || compare(a.service, b.service) || compare(a.shape, b.shape))
      if (rows.length > 0) yield rows
    },

    async saveIncidents(saved) {
      for (const incident of saved) {
        const known = incidents.get(incident.id)
        if (known === undefined || known.version < incident.version) incidents.set(incident.id, incident)
      }
    },
    async incidents({ state, service, limit }) {
      return [...incidents.values()]
        .map(current)
        .filter((incident) => state === undefined || incident.state === state)
        .filter((incident) => service === undefined || incident.service.includes(service))
        .sort((a, b) => compare(b.start, a.start) || compare(a.id, b.id))
        .slice(0, limit)
    },
    async incident(id) {
      const found = incidents.get(id)
      return found && current(found)
    },

    async appendJournal(entries) {
      for (const entry of entries) if (!journal.has(entry.id)) journal.set(entry.id, entry)
    },
    async journal({ incident, actions, since = 0, limit }) {
      return inOrder()
        .filter((entry) => incident === undefined || entry.incident === incident)
        .filter(({ action }) => actions === undefined || actions.includes(action))
        .filter((entry) => Date.parse(entry.at) >= since)
        .slice(-limit)
    },

    async services(asked) {
      const range = resolutionOfRange(asked)
      return sums(range, range.stepMs, ({ service }) => [service])
        .map(({ key, ...sum }) => ({ service: String(key[0]), ...summary(sum), lastSeen: iso(sum.lastSeen) }))
        .sort((a, b) => compare(a.service, b.service))
    },

    async series({ service, stepMs, ...range }) {
      return sums(range, resolutionOfStep(stepMs).stepMs, (count, window) => [
        count.service,
        window - (window % stepMs),
      ])
        .filter(({ key }) => key[0] === service)
        .map(({ key, ...sum }) => ({ at: iso(Number(key[1])), ...summary(sum) }))
        .sort((a, b) => compare(a.at, b.at))
    },

    async templateCounts({ service, limit, ...asked }) {
      const range = resolutionOfRange(asked)
      return sums(range, range.stepMs, (count) => [templateId(count.shape), count.service])
        .filter(({ key }) => service === undefined || key[1] === service)
        .map(({ key: [id, name], lines, errors, lastSeen }) => ({
          templateId: String(id),
          template: texts.get(String(id)) ?? '',
          service: String(name),
          count: lines,
          errors,
          lastSeen: iso(lastSeen),
        }))
        .sort((a, b) => b.count - a.count || compare(a.templateId, b.templateId) || compare(a.service, b.service))
        .slice(0, limit)
    },

    async logs({ from, to, service, templateId: wanted, contains, limit }) {
      return logs
        .filter(({ time }) => time >= from && time < to)
        .filter((row) => service === undefined || row.service === service)
        .filter(({ shape }) => wanted === undefined || templateId(shape) === wanted)
        .filter(({ raw }) => contains === undefined || raw.toLowerCase().includes(contains.toLowerCase()))
        .sort((a, b) => b.time - a.time)
        .slice(0, limit)
        .map(({ time, shape, ...row }) => ({ at: iso(time), ...row, templateId: templateId(shape) }))
    },

    async close() {},
  }
}

function storedLogs(block: Uint8Array): StoredLog[] {
  return rowsOf(block).map(({ time, service, host, level, shape, raw }) => ({
    time: Number(time),
    service: String(service),
    host: String(host),
    level: String(level),
    shape: String(shape),
    raw: String(raw),
  }))
}

function storedObservations(block: Uint8Array): CountObservation[] {
  return rowsOf(block).map(({ window, service, shape, lines, errors, latency }) => {
    const [bins, counts] = latency as [number[], number[]]
    return {
      window: Number(window),
      service: String(service),
      shape: String(shape),
      lines: Number(lines),
      errors: Number(errors),
      latency: bins.flatMap((bin, i) => [bin, counts[i]]),
      sample: '',
    }
  })
}

function rowsOf(block: Uint8Array): Record<string, unknown>[] {
  const columns = [...readBlock(block)]
  const [[, first]] = columns
  return first.map((_, row) => Object.fromEntries(columns.map(([name, values]) => [name, values[row]])))
}

function summary({ lines, errors, bins }: Sum) {
  const sketch = sparse(bins)
  return { lines, errors, latencyP50: quantileOrNull(sketch, 0.5), latencyP99: quantileOrNull(sketch, 0.99) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}

/**
 * Does it find what hurts, soon, and nothing else? A simulated week of the shop with every scenario in it, weekends,
 * surges and releases, sent through both stages as it would arrive live, in event time, held against what the generator
 * knows it did. Once more with a line a minute, where there is little to see.
 */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { sharding } from '@errorsense/core/aggregate/sharding.ts'
import { correlation } from '@errorsense/core/correlate.ts'
import { detection as detectionStage } from '@errorsense/core/detect.ts'
import { templates } from '@errorsense/core/mine/templates.ts'
import { observer } from '@errorsense/core/observe.ts'
import { makeEngine } from '@errorsense/anomaly-processor/engine.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { generate, type GeneratedLine } from '@errorsense/log-generator/generator.ts'
import type { Label } from '@errorsense/log-generator/label.ts'
import { spanPlan } from '@errorsense/log-generator/plan.ts'
import { services as SHOP_SERVICES } from '@errorsense/log-generator/shop/shop.ts'
import type { Row } from './table.ts'

/** A Monday. */
const START = Date.parse('2026-01-05T00:00:00Z')
const HOUR_MS = 3_600_000
const BATCH_MS = 5_000
const LOW_RATE = 1 / 60
/** An incident answers to a label when it begins no earlier and no later than this around it, ms. */
const EARLY = 2 * 60_000
const LATE = 10 * 60_000

export interface DetectionBench {
  readonly seeds: readonly number[]
  /** Length of the simulated time. */
  readonly hours: number
  /** Lines per second. */
  readonly rate: number
  /** Of detection. */
  readonly shards: number
}

interface Run {
  readonly labels: readonly Label[]
  readonly incidents: readonly Incident[]
  readonly services: number
}

export async function detection({ seeds, hours, rate, shards }: DetectionBench): Promise<Row[]> {
  const at = (perSecond: number) =>
    figures(
      seeds.map((seed) => run(seed, hours, perSecond, shards)),
      hours,
    )
  if (rate === LOW_RATE) return at(rate)
  return [...at(rate), ...at(LOW_RATE).map((row) => ({ ...row, name: `a line a minute: ${row.name}` }))]
}

function run(seed: number, hours: number, rate: number, shards: number): Run {
  process.stderr.write(`seed ${seed}: ${hours} h at ${rate} lines/s ...\n`)
  const labels: Label[] = []
  const durationMs = hours * HOUR_MS
  const scenarios = spanPlan(undefined, { seed, start: START, durationMs })
  const onLabel = (label: Label) => void labels.push(label)
  const lines = generate({ seed, start: START, end: START + durationMs, rate, scenarios, onLabel })
  const incidents = incidentsOf(lines, shards)
  describe(labels, incidents)
  return { labels, incidents, services: SHOP_SERVICES.length }
}

/** All stages joined, a batch of every source each five seconds. */
function incidentsOf(lines: Iterable<GeneratedLine>, shards: number): Incident[] {
  const observing = observer({ engine: makeEngine(), text })
  const split = sharding(shards)
  const detecting = Array.from({ length: shards }, (_, index) =>
    detectionStage({ miner: templates(), shard: { index, of: shards } }),
  )
  const correlating = correlation()
  const known = new Map<string, Incident>()
  const keep = (changed: readonly Incident[]) => changed.forEach((incident) => known.set(incident.id, incident))
  const encoder = new TextEncoder()
  let pending = new Map<string, GeneratedLine[]>()
  let until = START + BATCH_MS

  function send(): void {
    for (const [source, batch] of pending) {
      const bytes = encoder.encode(batch.map(({ line }) => `${line}\n`).join(''))
      observing.read({ source, service: batch[0].service, bytes, receivedAt: until })
    }
    if (pending.size === 0) observing.idle(until)
    pending = new Map()
    const whole = observing.take({ topic: 'app-logs', partition: 0, partitions: 1, from: 0, to: 0 })
    for (const [shard, part] of split(whole).entries()) keep(correlating.accept(detecting[shard].accept(part)))
    until += BATCH_MS
  }

  for (const line of lines) {
    while (line.time >= until) send()
    const batch = pending.get(line.source)
    if (batch) batch.push(line)
    else pending.set(line.source, [line])
  }
  send()
  const ends = detecting.map((shard) => shard.finish())
  for (const { told } of ends) keep(correlating.accept(told))
  keep(correlating.finish(ends.flatMap(({ held }) => held)))
  return [...known.values()].sort((x, y) => (x.start < y.start ? -1 : 1))
}

function figures(runs: readonly Run[], hours: number): Row[] {
  const anomalies = runs.flatMap(({ labels, incidents }) =>
    labels
      .filter(({ anomaly }) => anomaly)
      .map((label) => ({ label, found: incidents.filter((incident) => answers(incident, label)) })),
  )
  const found = anomalies.filter(({ found }) => found.length > 0)
  const told = runs.flatMap(({ labels, incidents }) =>
    incidents.map((incident) => ({ incident, label: labels.find((label) => answers(incident, label)) })),
  )
  const wrong = told.filter(({ label }) => label === undefined)
  const days = runs.reduce((sum, { services }) => sum + (services * hours) / 24, 0)
  const kinds = [...new Set(anomalies.map(({ label }) => label.kind))].sort()
  return [
    {
      name: 'recall',
      value: found.length / anomalies.length,
      unit: 'share',
      better: 'higher',
      reach: 0.95,
      beyond: 0.99,
    },
    {
      name: 'precision',
      value: told.length === 0 ? null : 1 - wrong.length / told.length,
      unit: 'share',
      better: 'higher',
      reach: 0.95,
      beyond: 0.99,
    },
    {
      name: 'false incidents per service and day',
      value: wrong.length / days,
      unit: 'incidents',
      better: 'lower',
      reach: 0.2,
      beyond: 0.05,
    },
    {
      name: 'incidents per injected cause',
      value: mean(found.map(({ found }) => found.length)),
      unit: 'incidents',
      better: 'lower',
      reach: 1.2,
      beyond: 1,
    },
    {
      name: 'releases told as at most one low incident',
      value: mean(releases(runs).map(({ found }) => Number(found.length <= 1 && found.every(isLow)))),
      unit: 'share',
      better: 'higher',
    },
    {
      name: 'kind named as injected',
      value: mean(found.map(({ label, found }) => Number(found.some(({ kind }) => kind === label.kind)))),
      unit: 'share',
      better: 'higher',
    },
    ...kinds.map((kind) =>
      delay(
        kind,
        found.filter(({ label }) => label.kind === kind),
      ),
    ),
  ]
}

function isLow({ severity }: Incident): boolean {
  return severity === 'low'
}

function releases(runs: readonly Run[]): { label: Label; found: Incident[] }[] {
  return runs.flatMap(({ labels, incidents }) =>
    labels
      .filter(({ anomaly }) => !anomaly)
      .map((label) => ({ label, found: incidents.filter((incident) => answers(incident, label)) })),
  )
}

function delay(kind: string, found: readonly { label: Label; found: readonly Incident[] }[]): Row {
  const name = `median time to detect, ${kind}`
  const seconds = found.map(
    ({ label, found }) =>
      Math.min(...found.map(({ detected }) => Date.parse(detected) - Date.parse(label.start))) / 1000,
  )
  if (seconds.length === 0) return { name, value: null, unit: 's', better: 'lower', why: 'none found' }
  const ordered = seconds.sort((a, b) => a - b)
  return {
    name,
    value: ordered[ordered.length >> 1],
    min: ordered[0],
    max: ordered[ordered.length - 1],
    unit: 's',
    better: 'lower',
  }
}

/** Same time, and the same service or the same offender. */
function answers(incident: Incident, label: Label): boolean {
  const began = Date.parse(incident.detected)
  if (began < Date.parse(label.start) - EARLY || Date.parse(incident.start) > Date.parse(label.end) + LATE) return false
  if (label.entities.ip.length > 0 && incident.entities.ip.length > 0)
    return incident.entities.ip.some((ip) => label.entities.ip.includes(ip))
  return [label.service, ...label.affected].some((service) => incident.service.includes(service))
}

function describe(labels: readonly Label[], incidents: readonly Incident[]): void {
  for (const label of labels) {
    const own = incidents.filter((incident) => answers(incident, label))
    const told = own.map(({ kind, severity, service }) => `${kind} ${severity} in ${service.join(', ')}`).join('; ')
    process.stderr.write(`  ${label.start.slice(5, 16)} ${label.scenario} (${label.service}): ${told || 'not found'}\n`)
  }
  for (const incident of incidents.filter((one) => !labels.some((label) => answers(one, label)))) {
    process.stderr.write(
      `  ${incident.start.slice(5, 16)} FALSE ${incident.kind} ${incident.severity}: ${incident.why.slice(0, 160)}\n`,
    )
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * Does it find what hurts, soon, and nothing else? A simulated day of the shop with every scenario in it, written to one
 * file and analysed as a user would, held against what the generator knows it did.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from '@errorsense/adapters/runtime/text.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { Label } from '@errorsense/log-generator/label.ts'
import { logGenerator } from '@errorsense/log-generator/main.ts'
import { fileOutput } from '@errorsense/log-generator/output.ts'
import { incidentsOf } from '../errorsense/src/files/incidents-of.ts'
import type { Row } from './table.ts'

/** An incident answers to a label when it begins no earlier and no later than this around it, ms. */
const EARLY = 2 * 60_000
const LATE = 10 * 60_000

export interface DetectionBench {
  readonly seeds: readonly number[]
  /** Length of the simulated time. */
  readonly hours: number
  /** Lines per second. */
  readonly rate: number
}

interface Run {
  readonly labels: readonly Label[]
  readonly incidents: readonly Incident[]
  readonly services: number
}

export async function detection({ seeds, hours, rate }: DetectionBench): Promise<Row[]> {
  const runs: Run[] = []
  for (const seed of seeds) runs.push(await run(seed, hours, rate))
  return figures(runs, hours)
}

async function run(seed: number, hours: number, rate: number): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'errorsense-detection-'))
  const [log, truth] = [join(folder, 'shop.log'), join(folder, 'truth.ndjson')]
  process.stderr.write(`seed ${seed}: ${hours} h at ${rate} lines/s ...\n`)
  const generator = logGenerator({
    output: fileOutput(log),
    run: { durationMs: hours * 3_600_000 },
    seed,
    rate,
    labels: truth,
  })
  await generator.start()
  await generator.done
  const incidents: Incident[] = []
  for await (const incident of incidentsOf([log], { text, now: Date.now(), onProgress: () => undefined }))
    incidents.push(incident)
  const labels = (await readFile(truth, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Label)
  await rm(folder, { recursive: true })
  describe(labels, incidents)
  return { labels, incidents, services: new Set(labels.map(({ service }) => service)).size }
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

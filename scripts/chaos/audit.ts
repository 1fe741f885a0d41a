/** What became of the lines, counted again from what lies in the store. */
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { Delivery } from './receiver.ts'
import type { Ask } from './store-server.ts'
import { NUMBER_PATTERN, type Traffic } from './traffic.ts'

export interface LineAudit {
  readonly stored: number
  /** Numbers that were acknowledged and are not there. */
  readonly lost: readonly number[]
  /** Numbers that are there more than once. */
  readonly doubled: readonly number[]
  /** Rows with a number that was never sent, or with none. */
  readonly strangers: number
}

export async function auditLines(ask: Ask, traffic: Pick<Traffic, 'sent' | 'isAcknowledged'>): Promise<LineAudit> {
  const rows = await ask<[number: number, rows: number]>(
    `SELECT toUInt64OrZero(extract(raw, '${NUMBER_PATTERN}')) AS number, count() FROM logs GROUP BY number`,
  )
  const times = new Map(rows)
  const lost: number[] = []
  for (let number = 1; number < traffic.sent; number++)
    if (!times.has(number) && traffic.isAcknowledged(number)) lost.push(number)
  const strange = rows.filter(([number]) => number === 0 || number >= traffic.sent)
  return {
    stored: rows.reduce((sum, [, count]) => sum + count, 0),
    lost,
    doubled: rows.filter(([number, count]) => number > 0 && count > 1).map(([number]) => number),
    strangers: strange.reduce((sum, [, count]) => sum + count, 0),
  }
}

const STEPS = { observations: 5000, observations_1m: 60_000, observations_1h: 3_600_000 }

/** Windows of a service and shape whose count is not that of the rows, in all three tables together. */
export async function auditCounts(ask: Ask): Promise<number> {
  let wrong = 0
  for (const [table, step] of Object.entries(STEPS)) {
    const [[count]] = await ask<[number]>(
      `SELECT count() FROM (
        SELECT at, service, shape FROM (
          SELECT intDiv(toUnixTimestamp64Milli(time), ${step}) * ${step} AS at, toString(service) AS service,
            toString(shape) AS shape, toInt64(count()) AS rows, toInt64(0) AS counted
          FROM logs GROUP BY at, service, shape
          UNION ALL
          SELECT toUnixTimestamp64Milli(window) AS at, toString(service) AS service, toString(shape) AS shape,
            toInt64(0) AS rows, toInt64(sum(lines)) AS counted
          FROM ${table} GROUP BY at, service, shape
        ) GROUP BY at, service, shape HAVING sum(rows) != sum(counted))`,
    )
    wrong += count
  }
  return wrong
}

export async function incidentsIn(ask: Ask): Promise<Incident[]> {
  const rows = await ask<[document: string]>('SELECT document FROM incidents FINAL ORDER BY start, id')
  return rows.map(([document]): Incident => JSON.parse(document))
}

export interface IncidentAudit {
  /** In the words of whoever reads the report. */
  readonly missed: readonly string[]
  readonly doubled: readonly string[]
}

/** Every attack is one incident. */
export function auditAttacks(incidents: readonly Incident[], attackers: readonly string[]): IncidentAudit {
  const found = attackers.map((address) => ({ address, count: incidents.filter((one) => isBy(one, address)).length }))
  return {
    missed: found.filter(({ count }) => count === 0).map(({ address }) => `attack by ${address}`),
    doubled: found.filter(({ count }) => count > 1).map(({ address, count }) => `attack by ${address}: ${count} times`),
  }
}

function isBy({ entities }: Incident, address: string): boolean {
  return entities.ip.includes(address)
}

/** The same incidents as when nothing went wrong, by their ids: those come from the cause and its beginning. */
export function auditAgainst(undisturbed: readonly Incident[], incidents: readonly Incident[]): IncidentAudit {
  return { missed: without(undisturbed, incidents), doubled: without(incidents, undisturbed) }
}

function without(all: readonly Incident[], others: readonly Incident[]): string[] {
  const ids = new Set(others.map(({ id }) => id))
  return all.filter(({ id }) => !ids.has(id)).map(({ kind, title, start }) => `${kind} at ${start}: ${title}`)
}

export interface DeliveryAudit {
  /** Attacks nobody was told of. */
  readonly missed: readonly string[]
  /** Told more than once under different keys, so that a receiver can not know. */
  readonly doubled: readonly string[]
  /** Told again under the same key, which receivers drop. */
  readonly repeated: number
}

export function auditDeliveries(deliveries: readonly Delivery[], attackers: readonly string[]): DeliveryAudit {
  const opened = deliveries.filter(({ reason }) => reason === 'incident.opened')
  const keys = new Map<string, Set<string>>()
  for (const { key, incident } of opened) keys.set(incident.id, (keys.get(incident.id) ?? new Set()).add(key))
  return {
    missed: attackers.filter((address) => !opened.some(({ incident }) => isBy(incident, address))),
    doubled: [...keys].filter(([, of]) => of.size > 1).map(([id, of]) => `${id}: ${[...of].join(', ')}`),
    repeated: deliveries.length - new Set(deliveries.map(({ key }) => key)).size,
  }
}

/** Incidents as documents with the columns that are asked for, and the journal of what was done to them. */
import type { IncidentQuery, Store } from '@errorsense/core/ports/store.ts'
import type { Incident, IncidentState } from '@errorsense/core/wire/incident.ts'
import type { JournalEntry } from '@errorsense/core/wire/live.ts'
import type { Normal } from '@errorsense/core/wire/normal.ts'
import type { Database, Params } from './database.ts'
import { type Action, decisions, DETECTOR, stateOf } from './incident-state.ts'
import { clampBound } from './time.ts'
import { text, texts, time, tsv } from './tsv.ts'

const INCIDENT_COLUMNS = ['id', 'version', 'kind', 'severity', 'state', 'service', 'start', 'end', 'score', 'document']
const JOURNAL_COLUMNS = ['id', 'at', 'incident', 'action', 'by', 'note', 'detail']

/** The last decision of people since each incident was last opened; incident-state.ts in SQL, to be able to filter. */
const DECISIONS = `WITH
    by != '${DETECTOR}' AND action IN (${[...decisions].map((action) => `'${action}'`).join()}) AS is_decision,
    action = 'opened' OR (action = 'reopened' AND by = '${DETECTOR}') AS is_opening
  SELECT incident,
    if(maxIf(at, is_decision) >= maxIf(at, is_opening), argMaxIf(action, (at, id), is_decision), '') AS decided
  FROM journal FINAL GROUP BY incident`

const CURRENT_STATE = `multiIf(
    decided IN ('resolved', 'normal'), decided,
    decided = 'reopened', 'open',
    decided = 'acknowledged' AND state = 'open', 'acknowledged',
    state)`

interface Row {
  readonly document: string
  readonly decided: Action | ''
}

type Tables = 'saveIncidents' | 'incidents' | 'incident' | 'appendJournal' | 'journal'

export function incidentTables(db: Database): Pick<Store, Tables> {
  async function find(conditions: readonly string[], params: Params): Promise<Incident[]> {
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
    const rows = await db.query<Row>(
      `SELECT document, decided FROM incidents FINAL
        LEFT JOIN (${DECISIONS}) AS acts ON acts.incident = incidents.id
        ${where} ORDER BY start DESC, id LIMIT {limit:UInt32}`,
      params,
    )
    return rows.map(readIncident)
  }

  return {
    async saveIncidents(incidents) {
      if (incidents.length === 0) return
      const rows = incidentRows(incidents)
      await db.insert({ table: 'incidents', columns: INCIDENT_COLUMNS, rows })
    },

    incidents({ state, service, limit }: IncidentQuery) {
      const conditions: string[] = []
      if (state !== undefined) conditions.push(`${CURRENT_STATE} = {state:String}`)
      if (service !== undefined) conditions.push('has(service, {service:String})')
      return find(conditions, { limit, ...(state && { state }), ...(service !== undefined && { service }) })
    },

    async incident(id) {
      const found = await find(['id = {id:String}'], { id, limit: 1 })
      return found[0]
    },

    async appendJournal(entries) {
      if (entries.length === 0) return
      await db.insert({ table: 'journal', columns: JOURNAL_COLUMNS, rows: journalRows(entries) })
    },

    async journal({ incident, actions, since, limit }) {
      const conditions = ['at >= fromUnixTimestamp64Milli({since:Int64})']
      if (incident !== undefined) conditions.push('incident = {incident:String}')
      if (actions !== undefined) conditions.push("has(splitByChar(',', {actions:String}), action)")
      const rows = await db.query<JournalRow>(
        `SELECT id, toUnixTimestamp64Milli(at) AS ms, incident, action, by, note, detail FROM journal FINAL
          WHERE ${conditions.join(' AND ')} ORDER BY at DESC, id DESC LIMIT {limit:UInt32}`,
        {
          since: clampBound(since ?? 0),
          limit,
          ...(incident !== undefined && { incident }),
          ...(actions && { actions: actions.join() }),
        },
      )
      return rows.reverse().map(readEntry)
    },
  }
}

type JournalRow = Omit<JournalEntry, 'at' | 'normal'> & { readonly ms: number; readonly detail: string }

function readEntry({ ms, detail, ...entry }: JournalRow): JournalEntry {
  return { ...entry, at: new Date(ms).toISOString(), ...(detail !== '' && { normal: JSON.parse(detail) as Normal }) }
}

/** Of one incident the highest version is kept here already: rows of one insert are equally old. */
function incidentRows(incidents: readonly Incident[]): Buffer {
  const highest = new Map<string, Incident>()
  for (const incident of incidents) {
    const known = highest.get(incident.id)
    if (known === undefined || known.version < incident.version) highest.set(incident.id, incident)
  }
  return tsv([...highest.values()].map(incidentRow))
}

function incidentRow(incident: Incident): (string | number)[] {
  const { id, version, kind, severity, state, service, start, end, score } = incident
  const span = [time(Date.parse(start)), time(Date.parse(end))]
  return [text(id), version, kind, severity, state, texts(service), ...span, score, text(JSON.stringify(incident))]
}

function journalRows(entries: readonly JournalEntry[]): Buffer {
  const first = new Map<string, JournalEntry>()
  for (const entry of entries) if (!first.has(entry.id)) first.set(entry.id, entry)
  return tsv(
    [...first.values()].map(({ id, at, incident, action, by, note, normal }) => [
      text(id),
      time(Date.parse(at)),
      text(incident),
      action,
      text(by),
      text(note),
      text(normal === undefined ? '' : JSON.stringify(normal)),
    ]),
  )
}

function readIncident({ document, decided }: Row): Incident {
  const incident: Incident = JSON.parse(document)
  const state: IncidentState = stateOf(incident.state, decided === '' ? undefined : decided)
  return { ...incident, state }
}

/** The questions this page asks. Every failure is an ApiError; the page knows what to say for each code. */
import type {
  FeedbackList,
  IncidentDetail,
  IncidentList,
  Series,
  SeriesPoint,
  ServiceList,
  ServiceSummary,
} from '@errorsense/core/wire/api.ts'
import type { DetectorList, DetectorState, Preview } from '@errorsense/core/wire/detectors.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { Feedback, NormalScope } from '@errorsense/core/wire/normal.ts'

export class ApiError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export interface Session {
  readonly keyNeeded: boolean
  readonly signedIn: boolean
}

export interface SeriesQuestion {
  readonly service: string
  readonly minutes: number
  /** Seconds. */
  readonly step: number
  readonly until?: string
}

const MANY = 200
const RECENT = 40

export const api = {
  session: () => ask<Session>('/session'),
  signIn: (key: string) => send('/session', { key }),

  /** All that are open, however old, and the newest of the rest. Newest first. */
  incidents: async (): Promise<Incident[]> => {
    const lists = await Promise.all([
      ask<IncidentList>(`/incidents?state=open&limit=${MANY}`),
      ask<IncidentList>(`/incidents?state=acknowledged&limit=${MANY}`),
      ask<IncidentList>(`/incidents?limit=${RECENT}`),
    ])
    const byId = new Map(lists.flatMap(({ incidents }) => incidents).map((incident) => [incident.id, incident]))
    return [...byId.values()].sort((a, b) => b.start.localeCompare(a.start))
  },
  incident: (id: string) => ask<IncidentDetail>(`/incidents/${encodeURIComponent(id)}`),
  decide: (id: string, verb: 'acknowledge' | 'resolve', note: string) =>
    send<IncidentDetail>(`/incidents/${encodeURIComponent(id)}/${verb}`, { note }),

  feedback: async (): Promise<readonly Feedback[]> => (await ask<FeedbackList>('/feedback')).feedback,
  sayNormal: (id: string, scope: NormalScope, note: string) =>
    send<IncidentDetail>(`/incidents/${encodeURIComponent(id)}/normal`, { scope, note }),
  undo: (id: string) => call<IncidentDetail>(`/feedback/${encodeURIComponent(id)}`, { method: 'DELETE' }),

  detectors: async (): Promise<readonly DetectorState[]> => (await ask<DetectorList>('/detectors')).detectors,
  preview: () => ask<Preview>('/detectors/preview'),
  startPreview: (days: number) => send<Preview>('/detectors/preview', { days }),

  services: async (minutes: number): Promise<readonly ServiceSummary[]> =>
    (await ask<ServiceList>(`/services?minutes=${minutes}`)).services,
  series: async ({ service, minutes, step, until }: SeriesQuestion): Promise<readonly SeriesPoint[]> => {
    const query = new URLSearchParams({ service, minutes: String(minutes), step: String(step) })
    if (until !== undefined) query.set('until', until)
    return (await ask<Series>(`/series?${query}`)).points
  },
}

const ask = <T>(path: string) => call<T>(path, {})

const send = <T = undefined>(path: string, body: object) =>
  call<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const answer = await fetch(`/api/v1${path}`, init).catch((error: unknown) => {
    throw new ApiError(0, String(error))
  })
  if (!answer.ok) throw new ApiError(answer.status, await answer.text())
  return (answer.status === 204 ? undefined : await answer.json()) as T
}

/** The observer's half of sequences: how often each shape came in each session of a batch. */
import type { Engine, RecordBatch } from '../record.ts'
import type { SessionObservation } from '../wire/observations.ts'

interface Session {
  readonly service: number
  first: number
  last: number
  gap: number
  readonly shapes: Map<number, number>
}

/** Sessions of one batch beyond this are not followed. */
const MAX_SESSIONS = 50_000

export interface SessionCounts {
  add(session: string, batch: RecordBatch, row: number, time: number): void
  /** What was added since the last call, in order of their last record. */
  take(): SessionObservation[]
}

export function sessionCounts(engine: Engine): SessionCounts {
  let sessions = new Map<string, Session>()
  return {
    add(id, batch, row, time) {
      let session = sessions.get(id)
      if (!session) {
        if (sessions.size >= MAX_SESSIONS) return
        sessions.set(
          id,
          (session = { service: batch.service[row], first: time, last: time, gap: 0, shapes: new Map() }),
        )
      }
      session.gap = Math.max(session.gap, time - session.last)
      session.first = Math.min(session.first, time)
      session.last = Math.max(session.last, time)
      session.shapes.set(batch.shape[row], (session.shapes.get(batch.shape[row]) ?? 0) + 1)
    },
    take() {
      const taken = [...sessions].map(([session, { service, first, last, gap, shapes }]) => ({
        session,
        service: engine.names[service],
        first,
        last,
        gap,
        shapes: [...shapes].map(([shape, count]) => [engine.shapes[shape].id, count] as const),
      }))
      sessions = new Map()
      return taken.sort((a, b) => a.last - b.last || (a.session < b.session ? -1 : 1))
    },
  }
}

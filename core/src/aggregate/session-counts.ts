/**
 * The observer's half of sequences: how often each shape came in each session of a batch. Sessions are numbered by the
 * bytes of their ids, which are copied into one arena; strings are made when they leave.
 */
import { hashOfSpan, isSameSpan, viewOf } from '../byte-span.ts'
import { HashIndex, roomFor } from '../hash-index.ts'
import type { Text } from '../ports/text.ts'
import type { Engine, RecordBatch } from '../record.ts'
import type { SessionColumn, SessionId } from '../sequence/session-column.ts'
import type { SessionObservation } from '../wire/observations.ts'
import { PairCounts } from './pair-counts.ts'

/** Sessions of one batch beyond this are not followed. */
const MAX_SESSIONS = 50_000
const FEW = 256
const FEW_BYTES = 8_192

export interface SessionCounts {
  /** Counts the records that `ids` finds a session for; `times` holds the event time of each, ms. */
  add(batch: RecordBatch, times: Float64Array, ids: SessionColumn): void
  /** What was added since the last call, in order of their last record. */
  take(): SessionObservation[]
}

export function sessionCounts(engine: Engine, text: Text): SessionCounts {
  const index = new HashIndex()
  const shapes = new PairCounts()
  let services = new Uint32Array(FEW)
  let first = new Float64Array(FEW)
  let last = new Float64Array(FEW)
  let gaps = new Float64Array(FEW)
  /** Where in the arena the id of each session begins; it ends where that of the next one begins. */
  let begins = new Uint32Array(FEW)
  let arena = new Uint8Array(FEW_BYTES)
  let arenaView = viewOf(arena)

  function known({ view, start, end }: SessionId, hash: number): number {
    const length = end - start
    for (let session = index.first(hash); session >= 0; session = index.next(session)) {
      const begin = begins[session]
      if (begins[session + 1] - begin === length && isSameSpan(arenaView, begin, view, start, length)) return session
    }
    return -1
  }

  function begun(id: SessionId, hash: number, service: number, time: number): number {
    const session = index.add(hash)
    services = roomFor(services, session)
    first = roomFor(first, session)
    last = roomFor(last, session)
    gaps = roomFor(gaps, session)
    keepId(session, id)
    services[session] = service
    first[session] = last[session] = time
    gaps[session] = 0
    return session
  }

  function keepId(session: number, { view, start, end }: SessionId): void {
    const begin = begins[session]
    const length = end - start
    if (begin + length > arena.length) {
      arena = roomFor(arena, begin + length)
      arenaView = viewOf(arena)
    }
    for (let i = 0; i < length; i++) arena[begin + i] = view.getUint8(start + i)
    begins = roomFor(begins, session + 1)
    begins[session + 1] = begin + length
  }

  function count(id: SessionId, service: number, shape: number, time: number): void {
    const hash = hashOfSpan(id.view, id.start, id.end)
    let session = known(id, hash)
    if (session < 0) {
      if (index.size >= MAX_SESSIONS) return
      session = begun(id, hash, service, time)
    }
    const gap = time - last[session]
    if (gap > gaps[session]) gaps[session] = gap
    if (gap > 0) last[session] = time
    if (time < first[session]) first[session] = time
    shapes.add(session, shape)
  }

  function observation(session: number): SessionObservation {
    return {
      session: text.utf8(arena, begins[session], begins[session + 1]),
      service: engine.names[services[session]],
      first: first[session],
      last: last[session],
      gap: gaps[session],
      shapes: shapesOf(session),
    }
  }

  function shapesOf(session: number): (readonly [string, number])[] {
    const counted = shapes.of(session)
    const named: (readonly [string, number])[] = []
    for (let i = 0; i < counted.length; i += 2) named.push([engine.shapes[counted[i]].id, counted[i + 1]])
    return named
  }

  return {
    add(batch, times, ids) {
      for (let row = 0; row < batch.count; row++) {
        const id = ids.of(batch, row)
        if (id) count(id, batch.service[row], batch.shape[row], times[row])
      }
    },
    take() {
      const taken = Array.from({ length: index.size }, (_, session) => observation(session))
      index.clear()
      shapes.clear()
      return taken.sort((a, b) => a.last - b.last || (a.session < b.session ? -1 : 1))
    },
  }
}

/**
 * The observer's half of sequences: how often each shape came in each session of a batch, by windows, so that the cut
 * between batches changes nothing. Sessions are numbered by window and the bytes of their ids, which are copied into one
 * arena; strings are made when they leave.
 */
import { hashOfSpan, isSameSpan, viewOf } from '../byte-span.ts'
import { HashIndex, roomFor } from '../hash-index.ts'
import { mix32 } from '../mine/hash.ts'
import type { Text } from '../ports/text.ts'
import type { Engine, RecordBatch } from '../record.ts'
import type { SessionColumn } from '../sequence/session-column.ts'
import type { SessionObservation } from '../wire/observations.ts'
import { PairCounts } from './pair-counts.ts'
import { isWithin, WINDOW_MS, windowOf } from './window.ts'

/** Sessions in windows of one batch beyond this are not followed. */
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

  function known(hash: number, view: DataView, start: number, length: number, time: number): number {
    for (let session = index.first(hash); session >= 0; session = index.next(session)) {
      if (!isWithin(windowOf(first[session]), time)) continue
      const at = begins[session]
      if (begins[session + 1] - at === length && isSameSpan(arenaView, at, view, start, length)) return session
    }
    return -1
  }

  function begin(session: number, service: number, time: number): void {
    services = roomFor(services, session)
    first = roomFor(first, session)
    last = roomFor(last, session)
    gaps = roomFor(gaps, session)
    services[session] = service
    first[session] = last[session] = time
    gaps[session] = 0
  }

  function keepId(session: number, view: DataView, start: number, length: number): void {
    const at = begins[session]
    if (at + length > arena.length) {
      arena = roomFor(arena, at + length)
      arenaView = viewOf(arena)
    }
    for (let i = 0; i < length; i++) arena[at + i] = view.getUint8(start + i)
    begins = roomFor(begins, session + 1)
    begins[session + 1] = at + length
  }

  /** Negative when there are too many. */
  function sessionOf(view: DataView, start: number, end: number, service: number, time: number): number {
    const hash = mix32(hashOfSpan(view, start, end) ^ Math.floor(time / WINDOW_MS))
    const session = known(hash, view, start, end - start, time)
    if (session >= 0 || index.size >= MAX_SESSIONS) return session
    keepId(index.size, view, start, end - start)
    begin(index.size, service, time)
    return index.add(hash)
  }

  function count(session: number, shape: number, time: number): void {
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
      const { service, shape } = batch
      ids.each(batch, (row, view, start, end) => {
        const session = sessionOf(view, start, end, service[row], times[row])
        if (session >= 0) count(session, shape[row], times[row])
      })
    },
    take() {
      const taken = Array.from({ length: index.size }, (_, session) => observation(session))
      index.clear()
      shapes.clear()
      return taken.sort((a, b) => a.last - b.last || (a.session < b.session ? -1 : 1))
    },
  }
}

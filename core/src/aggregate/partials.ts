/** The observer's half of a window: counts per (window, service, shape), added up over the records of a batch. */
import type { Text } from '../ports/text.ts'
import { ERROR, type Engine, type RecordBatch } from '../record.ts'
import { SAMPLE_LENGTH, type CountObservation } from '../wire/observations.ts'
import { latencyBin, sparse } from './sketch.ts'
import { windowOf } from './window.ts'

interface Cell {
  readonly window: number
  readonly service: number
  readonly shape: number
  lines: number
  errors: number
  readonly latency: Map<number, number>
  readonly sample: string
}

export interface Partials {
  /** `timeOf(row)` is the event time to count under, ms. */
  add(batch: RecordBatch, row: number, time: number): void
  /** What was added since the last call, in order of time, service and shape. */
  take(): CountObservation[]
}

export function partials(engine: Engine, text: Text): Partials {
  // Keyed by window, then by service and shape in one number: no string per line.
  let windows = new Map<number, Map<number, Cell>>()

  return {
    add(batch, row, time) {
      const window = windowOf(time)
      let cells = windows.get(window)
      if (!cells) windows.set(window, (cells = new Map()))
      const service = batch.service[row]
      const shape = batch.shape[row]
      const key = service * 0x4000_0000 + shape
      let cell = cells.get(key)
      if (!cell) {
        const sample = text.utf8(
          batch.chunk.bytes,
          batch.start[row],
          Math.min(batch.end[row], batch.start[row] + SAMPLE_LENGTH),
        )
        cells.set(key, (cell = { window, service, shape, lines: 0, errors: 0, latency: new Map(), sample }))
      }
      cell.lines++
      if (batch.level[row] >= ERROR || batch.status[row] >= 500) cell.errors++
      const latency = batch.latency[row]
      if (latency >= 0) {
        const bin = latencyBin(latency)
        cell.latency.set(bin, (cell.latency.get(bin) ?? 0) + 1)
      }
    },
    take() {
      const counts = [...windows.values()].flatMap((cells) =>
        [...cells.values()].map((cell) => observation(cell, engine)),
      )
      windows = new Map()
      return counts.sort((a, b) => a.window - b.window || compare(a.service, b.service) || compare(a.shape, b.shape))
    },
  }
}

function observation(cell: Cell, engine: Engine): CountObservation {
  return {
    window: cell.window,
    service: engine.names[cell.service],
    shape: engine.shapes[cell.shape].id,
    lines: cell.lines,
    errors: cell.errors,
    ...(cell.latency.size > 0 && { latency: sparse(cell.latency) }),
    sample: cell.sample,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

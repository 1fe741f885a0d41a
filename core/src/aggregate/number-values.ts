/**
 * The observer's half of metrics: the quantities that lines of one shape tell in a window. A line that comes often is an
 * event, not a state, so the first few of a window are read and all are counted: detection takes a window only where
 * all of its lines were read, and then it does not matter how they were cut into batches.
 */
import { HashIndex, roomFor } from '../hash-index.ts'
import { mix32 } from '../mine/hash.ts'
import { gaugesIn, READ_LENGTH, type Gauge } from '../numbers/gauges.ts'
import type { Text } from '../ports/text.ts'
import type { Engine, RecordBatch } from '../record.ts'
import { MOST_VALUES, type NumberObservation } from '../wire/observations.ts'
import { WINDOW_MS, windowOf } from './window.ts'

export interface NumberValues {
  /** Reads the records that tell quantities; `times` holds the event time of each, ms. */
  add(batch: RecordBatch, times: Float64Array): void
  /** What was read since the last call, in order of time, service and shape. */
  take(): NumberObservation[]
}

const FEW = 256
const UNKNOWN = 0
const NONE = 1
const SOME = 2

interface Cell {
  readonly window: number
  readonly service: number
  readonly shape: number
  lines: number
  readonly values: Map<string, number[]>
}

export function numberValues(engine: Engine, text: Text): NumberValues {
  const index = new HashIndex()
  let cells: Cell[] = []
  /** By shape, whether its lines tell quantities: the first one is looked at. */
  let tells = new Uint8Array(FEW)

  function gaugesOf({ chunk, start, end }: RecordBatch, row: number): Gauge[] {
    return gaugesIn(text.utf8(chunk.bytes, start[row], Math.min(end[row], start[row] + READ_LENGTH)))
  }

  function tellsNone(batch: RecordBatch, row: number): boolean {
    const shape = batch.shape[row]
    if (shape >= tells.length) tells = roomFor(tells, shape)
    if (tells[shape] === UNKNOWN) tells[shape] = gaugesOf(batch, row).length === 0 ? NONE : SOME
    return tells[shape] === NONE
  }

  function cellOf(window: number, service: number, shape: number): Cell {
    const hash = mix32(shape ^ Math.imul(service + 1, 0x9e3779b1) ^ Math.imul(window / WINDOW_MS, 0x85ebca77))
    for (let at = index.first(hash); at >= 0; at = index.next(at)) {
      const cell = cells[at]
      if (cell.shape === shape && cell.service === service && cell.window === window) return cell
    }
    const cell: Cell = { window, service, shape, lines: 0, values: new Map() }
    index.add(hash)
    cells.push(cell)
    return cell
  }

  function read(cell: Cell, gauges: readonly Gauge[]): void {
    for (const { name, value } of gauges) {
      const known = cell.values.get(name)
      if (known) known.push(value)
      else cell.values.set(name, [value])
    }
  }

  return {
    add(batch, times) {
      const { count, service, shape } = batch
      for (let row = 0; row < count; row++) {
        if (tells[shape[row]] === NONE || tellsNone(batch, row)) continue
        const cell = cellOf(windowOf(times[row]), service[row], shape[row])
        if (cell.lines++ < MOST_VALUES) read(cell, gaugesOf(batch, row))
      }
    },
    take() {
      const told = cells.map(({ window, service, shape, lines, values }) => ({
        window,
        service: engine.names[service],
        shape: engine.shapes[shape].id,
        lines,
        values: [...values].map(([name, read]) => [name, read.sort((a, b) => a - b)] as const),
      }))
      index.clear()
      cells = []
      return told.sort((a, b) => a.window - b.window || compare(a.service, b.service) || compare(a.shape, b.shape))
    },
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/**
 * The observer's half of a window: counts per (window, service, shape), added up over the records of a batch. Cells are
 * numbered and stand in columns, so that a record costs a look-up and two additions.
 */
import { HashIndex, roomFor } from '../hash-index.ts'
import { mix32 } from '../mine/hash.ts'
import type { Text } from '../ports/text.ts'
import { ERROR, type Engine, type RecordBatch } from '../record.ts'
import { SAMPLE_LENGTH, type CountObservation, type SecondsObservation } from '../wire/observations.ts'
import { PairCounts } from './pair-counts.ts'
import { inOrderOfBins, latencyBin } from './sketch.ts'
import { isWithin, SECOND_MS, SECONDS, WINDOW_MS, windowOf } from './window.ts'

export interface Partials {
  /** Counts all records; `times` holds the event time of each, ms. */
  add(batch: RecordBatch, times: Float64Array): void
  /** What was added since the last call: by shape in order of time, service and shape, by second in the first two. */
  take(): { counts: CountObservation[]; seconds: SecondsObservation[] }
}

const FEW = 256

export function partials(engine: Engine, text: Text): Partials {
  const index = new HashIndex()
  const latencies = new PairCounts()
  let windows = new Float64Array(FEW)
  let services = new Uint32Array(FEW)
  let shapes = new Uint32Array(FEW)
  let lines = new Uint32Array(FEW)
  let errors = new Uint32Array(FEW)
  /** By cell and second of its window. */
  let linesBySecond = new Uint32Array(SECONDS * FEW)
  let errorsBySecond = new Uint32Array(SECONDS * FEW)
  let samples: string[] = []

  function cellOf(window: number, service: number, shape: number): number {
    const hash = hashOf(window, service, shape)
    let cell = index.first(hash)
    while (cell >= 0 && (shapes[cell] !== shape || services[cell] !== service || windows[cell] !== window))
      cell = index.next(cell)
    return cell >= 0 ? cell : newCell(hash, window, service, shape)
  }

  function newCell(hash: number, window: number, service: number, shape: number): number {
    const cell = index.add(hash)
    windows = roomFor(windows, cell)
    services = roomFor(services, cell)
    shapes = roomFor(shapes, cell)
    lines = roomFor(lines, cell)
    errors = roomFor(errors, cell)
    linesBySecond = roomFor(linesBySecond, SECONDS * (cell + 1))
    errorsBySecond = roomFor(errorsBySecond, SECONDS * (cell + 1))
    windows[cell] = window
    services[cell] = service
    shapes[cell] = shape
    lines[cell] = errors[cell] = 0
    linesBySecond.fill(0, SECONDS * cell, SECONDS * (cell + 1))
    errorsBySecond.fill(0, SECONDS * cell, SECONDS * (cell + 1))
    return cell
  }

  function observation(cell: number): CountObservation {
    const latency = inOrderOfBins(latencies.of(cell))
    return {
      window: windows[cell],
      service: engine.names[services[cell]],
      shape: engine.shapes[shapes[cell]].id,
      lines: lines[cell],
      errors: errors[cell],
      ...(latency.length > 0 && { latency }),
      sample: samples[cell],
    }
  }

  function bySecond(): SecondsObservation[] {
    const sums = new Map<string, { window: number; service: string; lines: number[]; errors: number[] }>()
    for (let cell = 0; cell < samples.length; cell++) {
      const key = `${windows[cell]} ${services[cell]}`
      let sum = sums.get(key)
      if (!sum) {
        sum = { window: windows[cell], service: engine.names[services[cell]], lines: zeros(), errors: zeros() }
        sums.set(key, sum)
      }
      for (let second = 0; second < SECONDS; second++) {
        sum.lines[second] += linesBySecond[SECONDS * cell + second]
        sum.errors[second] += errorsBySecond[SECONDS * cell + second]
      }
    }
    return [...sums.values()].map(({ errors, ...sum }) => (errors.some(Boolean) ? { ...sum, errors } : sum))
  }

  return {
    add(batch, times) {
      const { count, service, shape, level, status, latency } = batch
      // Records come nearly in order of time: most belong to the window of the one before.
      let window = Number.NaN
      for (let row = 0; row < count; row++) {
        if (!isWithin(window, times[row])) window = windowOf(times[row])
        const cell = cellOf(window, service[row], shape[row])
        if (cell === samples.length) samples.push(sampleOf(batch, row, text))
        const second = SECONDS * cell + Math.max(0, Math.floor((times[row] - window) / SECOND_MS))
        lines[cell]++
        linesBySecond[second]++
        if (level[row] >= ERROR || status[row] >= 500) {
          errors[cell]++
          errorsBySecond[second]++
        }
        if (latency[row] >= 0) latencies.add(cell, latencyBin(latency[row]))
      }
    },
    take() {
      const counts = samples.map((_, cell) => observation(cell))
      const seconds = bySecond()
      index.clear()
      latencies.clear()
      samples = []
      return {
        counts: counts.sort((a, b) => byTimeAndService(a, b) || compare(a.shape, b.shape)),
        seconds: seconds.sort(byTimeAndService),
      }
    },
  }
}

function hashOf(window: number, service: number, shape: number): number {
  return mix32(shape ^ Math.imul(service + 1, 0x9e3779b1) ^ Math.imul(window / WINDOW_MS, 0x85ebca77))
}

function sampleOf({ chunk, start, end }: RecordBatch, row: number, text: Text): string {
  return text.utf8(chunk.bytes, start[row], Math.min(end[row], start[row] + SAMPLE_LENGTH))
}

function zeros(): number[] {
  return Array.from({ length: SECONDS }, () => 0)
}

function byTimeAndService(a: SecondsObservation | CountObservation, b: SecondsObservation | CountObservation): number {
  return a.window - b.window || compare(a.service, b.service)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

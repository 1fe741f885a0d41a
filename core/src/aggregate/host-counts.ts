/**
 * The observer's half of silent hosts: how many records each host of a service wrote in a window. Neighbours mostly
 * come from the same host, so that a record costs three comparisons.
 */
import { HashIndex, roomFor } from '../hash-index.ts'
import { mix32 } from '../mine/hash.ts'
import type { Engine, RecordBatch } from '../record.ts'
import { MOST_HOSTS, type HostObservation } from '../wire/observations.ts'
import { isWithin, WINDOW_MS, windowOf } from './window.ts'

export interface HostCounts {
  /** Counts the records that tell their host; `times` holds the event time of each, ms. */
  add(batch: RecordBatch, times: Float64Array): void
  /** What was added since the last call, in order of time and service. */
  take(): HostObservation[]
}

const FEW = 256

export function hostCounts(engine: Engine): HostCounts {
  const index = new HashIndex()
  let windows = new Float64Array(FEW)
  let services = new Uint32Array(FEW)
  let hosts = new Uint32Array(FEW)
  let lines = new Uint32Array(FEW)

  function isCell(cell: number, window: number, service: number, host: number): boolean {
    return hosts[cell] === host && services[cell] === service && windows[cell] === window
  }

  function cellOf(window: number, service: number, host: number): number {
    const hash = mix32(host ^ Math.imul(service + 1, 0x9e3779b1) ^ Math.imul(window / WINDOW_MS, 0x85ebca77))
    let cell = index.first(hash)
    while (cell >= 0 && !isCell(cell, window, service, host)) cell = index.next(cell)
    if (cell >= 0) return cell
    cell = index.add(hash)
    windows = roomFor(windows, cell)
    services = roomFor(services, cell)
    hosts = roomFor(hosts, cell)
    lines = roomFor(lines, cell)
    windows[cell] = window
    services[cell] = service
    hosts[cell] = host
    lines[cell] = 0
    return cell
  }

  return {
    add({ count, service, host }, times) {
      let cell = -1
      let window = Number.NaN
      for (let row = 0; row < count; row++) {
        if (host[row] === 0) continue
        if (!isWithin(window, times[row])) window = windowOf(times[row])
        if (cell < 0 || !isCell(cell, window, service[row], host[row])) cell = cellOf(window, service[row], host[row])
        lines[cell]++
      }
    },
    take() {
      const rows = new Map<string, { window: number; service: string; hosts: [string, number][] }>()
      for (let cell = 0; cell < index.size; cell++) {
        const [window, service] = [windows[cell], engine.names[services[cell]]]
        let row = rows.get(`${window} ${service}`)
        if (row === undefined) rows.set(`${window} ${service}`, (row = { window, service, hosts: [] }))
        row.hosts.push([engine.names[hosts[cell]], lines[cell]])
      }
      index.clear()
      return [...rows.values()]
        .map((row) => ({ ...row, hosts: row.hosts.length > MOST_HOSTS ? [] : row.hosts.sort(byName) }))
        .sort((a, b) => a.window - b.window || (a.service < b.service ? -1 : 1))
    },
  }
}

function byName([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : Number(a > b)
}

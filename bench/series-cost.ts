/**
 * What watching many series costs on one core, in CPU seconds per second of event time. A fifth of the series writes in
 * any window, some always, most now and then, as templates of real systems do. Every series has seen enough to hold all
 * the tables it may ever hold.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { seriesBook } from '@errorsense/core/aggregate/series.ts'
import type { MergedCount } from '@errorsense/core/aggregate/open-windows.ts'
import type { CountObservation } from '@errorsense/core/wire/observations.ts'
import { createDice, type Dice } from '@errorsense/log-generator/dice.ts'
import type { Row } from './table.ts'

/** So that an hour ends within the history: then the tables of a series are made. */
const START = Date.parse('2026-01-05T00:57:00Z')
const HISTORY_MINUTES = 5
const WINDOW_MS = 5_000
const TEMPLATES = 500
const MINUTES = 4
const WARM_MINUTES = 1
/** Share of the series that write in a window. */
const ACTIVE = 0.2
const SIZES = [100_000]

export async function seriesCost(): Promise<Row[]> {
  return SIZES.flatMap((size) => measure(size))
}

function measure(size: number): Row[] {
  const dice = createDice(size)
  const before = memory()
  const book = seriesBook((shape) => ({ id: shape, text: shape, component: '' }), 2 * size)
  let at = START
  const costs: number[] = []
  const history = observations(everything(size))
  for (let minute = 0; minute < HISTORY_MINUTES; minute++, at += 60_000) {
    for (const one of history) one.window = at
    book.teach(history[0].window, history)
  }
  history.length = 0
  at -= WINDOW_MS
  for (let minute = 0; minute < MINUTES; minute++) {
    for (let window = 0; window < 60_000 / WINDOW_MS; window++) {
      at += WINDOW_MS
      const some = counts(active(size, dice))
      const began = process.cpuUsage()
      book.judge({ start: at, counts: some })
      const { user, system } = process.cpuUsage(began)
      if (minute >= WARM_MINUTES) costs.push((user + system) / 1e6)
    }
  }
  const { live } = book.size()
  const bytes = (memory() - before) / live
  const second = costs.reduce((sum, cost) => sum + cost, 0) / costs.length / (WINDOW_MS / 1000)
  const name = `${size.toExponential(0)} series`
  return [
    { name: `${name}, share of a core`, value: second, unit: 'CPU s per s', better: 'lower', reach: 1 },
    {
      name: `${name}, slowest window`,
      value: Math.max(...costs),
      unit: 'CPU s',
      better: 'lower',
      reach: WINDOW_MS / 1000,
    },
    { name: `${name}, memory`, value: bytes, unit: 'bytes a series', better: 'lower', reach: 5_000 },
  ]
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

type Named = readonly [service: number, shape: number]

function everything(size: number): Named[] {
  return Array.from({ length: size }, (_, i) => [Math.floor(i / TEMPLATES), i % TEMPLATES])
}

function active(size: number, dice: Dice): Named[] {
  return Array.from({ length: size * ACTIVE }, () => {
    // Some write all the time, most hardly ever.
    const i = Math.floor(size * dice.next() ** 3)
    return [i % (size / TEMPLATES), Math.floor(i / (size / TEMPLATES))]
  })
}

function counts(named: readonly Named[]): Map<string, Map<string, MergedCount>> {
  const services = new Map<string, Map<string, MergedCount>>()
  for (const [service, shape] of named) {
    const name = `service-${service}`
    let shapes = services.get(name)
    if (!shapes) services.set(name, (shapes = new Map()))
    const known = shapes.get(`shape-${shape}`)
    if (known) known.lines++
    else shapes.set(`shape-${shape}`, { lines: 1, errors: 0, latency: new Map(), sample: 'a line' })
  }
  return services
}

function observations(named: readonly Named[]): (CountObservation & { window: number })[] {
  return named.map(([service, shape]) => ({
    window: START,
    service: `service-${service}`,
    shape: `shape-${shape}`,
    lines: 60,
    errors: 0,
    sample: 'a line',
  }))
}

function memory(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

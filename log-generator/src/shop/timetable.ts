/** What runs by the clock, whatever the traffic. */
import { worker } from './services/worker.ts'
import { database } from './services/database.ts'
import { access } from './services/web-frontend.ts'
import type { Shop } from './shop.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

interface Job {
  readonly every: number
  /** After the full period. */
  readonly offset: number
  run(shop: Shop, time: number): void
}

const JOBS: readonly Job[] = [
  { every: 10 * SECOND, offset: 0, run: healthCheck },
  {
    every: 5 * MINUTE,
    offset: 0,
    run: (shop, time) => job(shop, time, 'reprice-catalog', 4200, `Repriced ${shop.dice.between(180, 260)} products`),
  },
  { every: 5 * MINUTE, offset: 2 * MINUTE, run: checkpoint },
  {
    every: HOUR,
    offset: 0,
    run: (shop, time) =>
      job(
        shop,
        time,
        'sync-stock',
        21_000,
        `Synchronised stock of ${shop.dice.between(1490, 1500)} products with 3 warehouses`,
      ),
  },
  {
    every: HOUR,
    offset: 30 * MINUTE,
    run: (shop, time) =>
      job(shop, time, 'export-invoices', 9000, `Exported ${shop.dice.between(300, 900)} invoices to accounting`),
  },
  {
    every: 24 * HOUR,
    offset: 2 * HOUR,
    run: (shop, time) =>
      job(shop, time, 'nightly-report', 180_000, `Report for yesterday has ${shop.dice.between(40, 60)} pages`),
  },
]

/** Called once for every full second. */
export function runTimetable(shop: Shop, time: number): void {
  for (const job of JOBS) if (time % job.every === job.offset) job.run(shop, time)
}

function job(shop: Shop, time: number, name: string, median: number, outcome: string): void {
  const run = shop.dice.between(10_000, 99_999)
  const took = shop.dice.lognormal(median, 0.15)
  const start = time + shop.dice.between(3, 400)
  worker(shop, start, 'INFO', 'scheduler.jobs', `Job ${name} started run=${run}`)
  worker(shop, start + took * 0.9, 'INFO', `jobs.${name.replaceAll('-', '_')}`, outcome)
  worker(
    shop,
    start + took,
    'INFO',
    'scheduler.jobs',
    `Job ${name} finished run=${run} in ${(took / 1000).toFixed(1)} s`,
  )
}

function healthCheck(shop: Shop, time: number): void {
  const request = { ip: '10.0.0.9', agent: 'kube-probe/1.33', trace: '-', method: 'GET' as const, path: '/healthz' }
  access(shop, time + shop.dice.between(0, 300), request, { status: 200, bytes: 2, took: 1 })
}

function checkpoint(shop: Shop, time: number): void {
  const write = shop.dice.lognormal(26, 0.2)
  const buffers = shop.dice.between(120, 900)
  database(shop, time, 'LOG', 'checkpoint starting: time')
  database(
    shop,
    time + write * 1000,
    'LOG',
    `checkpoint complete: wrote ${buffers} buffers (${(buffers / 163.84).toFixed(1)}%); 0 WAL file(s) added, 0 removed, 1 recycled; write=${write.toFixed(3)} s, sync=0.004 s, total=${(write + 0.03).toFixed(3)} s`,
  )
}

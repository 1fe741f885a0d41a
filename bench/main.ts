/** npm run bench -- NAME [--json] [--seeds 7,8] [--hours 168] [--rate 4] [--shards 4] [--data DIR] [--leave-one-out] [--engine plain] [--away-seconds 60]: one benchmark, its figures against what they should reach. */
import { parseArgs } from 'node:util'
import { printRows, type Row } from './table.ts'

interface BenchOptions {
  readonly seeds: readonly number[]
  /** Length of the simulated time, where a benchmark has any. */
  readonly hours: number
  /** Lines per second, where it has any. */
  readonly rate: number
  readonly shards: number
  /** Folder of labelled logs from elsewhere; what is not there is left out. */
  readonly data: string
  readonly leaveOneOut: boolean
  /** What reads the lines, where lines are read. */
  readonly engine: string
  /** How long something is away, where something is. */
  readonly awaySeconds: number
}

/** The list of benchmarks: a new one is a file here and a line below. */
const benches: Record<string, () => Promise<(options: BenchOptions) => Promise<Row[]>>> = {
  detection: async () => (await import('./detection.ts')).detection,
  'end-to-end': async () => (await import('./end-to-end.ts')).endToEnd,
  growth: async () => (await import('./growth.ts')).growth,
  headers: async () => (await import('./headers.ts')).headers,
  hostile: async () => (await import('./hostile.ts')).hostile,
  kafka: async () => (await import('./kafka.ts')).kafka,
  mining: async () => (await import('./mining.ts')).mining,
  'mining-quality': async () => (await import('./mining-quality.ts')).miningQuality,
  observe: async () => (await import('./observe.ts')).observe,
  outage: async () => (await import('./outage.ts')).outage,
  programs: async () => (await import('./programs.ts')).programs,
  rebalance: async () => (await import('./rebalance.ts')).rebalance,
  rates: async () => (await import('./rates.ts')).rates,
  scaling: async () => (await import('./scaling.ts')).scaling,
  scanners: async () => (await import('./scanners.ts')).scanners,
  'series-cost': async () => (await import('./series-cost.ts')).seriesCost,
  'store-insert': async () => (await import('./store-insert.ts')).storeInsert,
  takeover: async () => (await import('./takeover.ts')).takeover,
  throughput: async () => (await import('./throughput.ts')).throughput,
  websocket: async () => (await import('./websocket.ts')).websocket,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    seeds: { type: 'string', default: '7' },
    hours: { type: 'string', default: '168' },
    rate: { type: 'string', default: '4' },
    shards: { type: 'string', default: '1' },
    data: { type: 'string', default: '../shared/data' },
    'leave-one-out': { type: 'boolean', default: false },
    engine: { type: 'string', default: 'plain' },
    'away-seconds': { type: 'string', default: '60' },
  },
})
const [name] = positionals
const bench = Object.hasOwn(benches, name ?? '') ? benches[name] : undefined
if (!bench) {
  process.stderr.write(
    `usage: npm run bench -- NAME [--json] [--seeds 7,8] [--hours 168] [--rate 4] [--shards 4] [--data DIR] [--leave-one-out] [--engine plain] [--away-seconds 60]\nNAME is one of: ${Object.keys(benches).join(', ')}\n`,
  )
  process.exitCode = values.help ? 0 : 2
} else {
  const seeds = values.seeds.split(',').map(Number)
  const { data, engine, 'leave-one-out': leaveOneOut } = values
  const awaySeconds = Number(values['away-seconds'])
  const [hours, rate, shards] = [values.hours, values.rate, values.shards].map(Number)
  const rows = await (await bench())({ seeds, hours, rate, shards, data, leaveOneOut, engine, awaySeconds })
  printRows(name, rows, values.json === true)
}

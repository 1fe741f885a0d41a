/** npm run bench -- NAME [--json] [--seeds 7,8] [--hours 24] [--data DIR] [--leave-one-out]: one benchmark, its figures against what they should reach. */
import { parseArgs } from 'node:util'
import { printRows, type Row } from './table.ts'

interface BenchOptions {
  readonly seeds: readonly number[]
  /** Length of the simulated time, where a benchmark has any. */
  readonly hours: number
  /** Folder of labelled logs from elsewhere; what is not there is left out. */
  readonly data: string
  readonly leaveOneOut: boolean
}

/** The list of benchmarks: a new one is a file here and a line below. */
const benches: Record<string, () => Promise<(options: BenchOptions) => Promise<Row[]>>> = {
  detection: async () => (await import('./detection.ts')).detection,
  headers: async () => (await import('./headers.ts')).headers,
  kafka: async () => (await import('./kafka.ts')).kafka,
  'mining-quality': async () => (await import('./mining-quality.ts')).miningQuality,
  rates: async () => (await import('./rates.ts')).rates,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    seeds: { type: 'string', default: '7' },
    hours: { type: 'string', default: '24' },
    data: { type: 'string', default: '../shared/data' },
    'leave-one-out': { type: 'boolean', default: false },
  },
})
const [name] = positionals
const bench = Object.hasOwn(benches, name ?? '') ? benches[name] : undefined
if (!bench) {
  process.stderr.write(
    `usage: npm run bench -- NAME [--json] [--seeds 7,8] [--hours 24] [--data DIR] [--leave-one-out]\nNAME is one of: ${Object.keys(benches).join(', ')}\n`,
  )
  process.exitCode = values.help ? 0 : 2
} else {
  const seeds = values.seeds.split(',').map(Number)
  const { data, 'leave-one-out': leaveOneOut } = values
  const rows = await (await bench())({ seeds, hours: Number(values.hours), data, leaveOneOut })
  printRows(name, rows, values.json === true)
}

/** npm run bench -- NAME [--json] [--seeds 7,8] [--hours 24]: one benchmark, its figures against what they should reach. */
import { parseArgs } from 'node:util'
import { detection, type DetectionBench } from './detection.ts'
import { printRows, type Row } from './table.ts'

/** The list of benchmarks: a new one is a file here and a line below. */
const benches: Record<string, (options: DetectionBench) => Promise<Row[]>> = { detection }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    seeds: { type: 'string', default: '7' },
    hours: { type: 'string', default: '24' },
  },
})
const [name] = positionals
const bench = Object.hasOwn(benches, name ?? '') ? benches[name] : undefined
if (!bench) {
  process.stderr.write(
    `usage: npm run bench -- NAME [--json] [--seeds 7,8] [--hours 24]\nNAME is one of: ${Object.keys(benches).join(', ')}\n`,
  )
  process.exitCode = values.help ? 0 : 2
} else {
  const seeds = values.seeds.split(',').map(Number)
  printRows(name, await bench({ seeds, hours: Number(values.hours) }), values.json === true)
}

/** npm run bench -- NAME [--json]: one benchmark, its figures against what they should reach. */
import { parseArgs } from 'node:util'
import { detection } from './detection.ts'
import { printRows, type Row } from './table.ts'

/** The list of benchmarks: a new one is a file here and a line below. */
const benches: Record<string, () => Promise<Row[]>> = { detection }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
})
const [name] = positionals
const bench = Object.hasOwn(benches, name ?? '') ? benches[name] : undefined
if (!bench) {
  process.stderr.write(`usage: npm run bench -- NAME [--json]\nNAME is one of: ${Object.keys(benches).join(', ')}\n`)
  process.exitCode = values.help ? 0 : 2
} else {
  printRows(name, await bench(), values.json === true)
}

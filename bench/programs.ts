/**
 * Templates of logs as real programs would write them: their statements are taken from the sources that registries
 * publish, their values are guessed. No truth of ours says what belongs together. Half of the programs may be looked at
 * when rules are made, the other half is scored only. What cannot be fetched is left out, with a reason.
 */
import type { LabelledLog } from './labelled-logs.ts'
import { minable, rowsOf } from './mining-quality.ts'
import { fetchSources } from './programs/fetch.ts'
import { held } from './programs/held.ts'
import { looked } from './programs/looked.ts'
import { programLog, type Program } from './programs/program-log.ts'
import type { Row } from './table.ts'

const LINES = 2000

export async function programs({ seeds }: { readonly seeds: readonly number[] }): Promise<Row[]> {
  return [
    ...rowsOf('programs looked at', programLogs(looked, seeds).map(minable)),
    ...rowsOf('programs held back', programLogs(held, seeds).map(minable)),
  ]
}

function programLogs(list: readonly Program[], seeds: readonly number[]): LabelledLog[] {
  return list.flatMap((program) => {
    const fetched = fetchSources(program.source)
    if ('folder' in fetched) return seeds.map((seed) => programLog(program, fetched.folder, { seed, count: LINES }))
    process.stderr.write(`${program.name} is left out: ${fetched.why}\n`)
    return []
  })
}

/** `npm run chaos`: kills whatever can be killed while numbered lines come in, then looks for every one of them. */
import { parseArgs } from 'node:util'
import { printRows, type Row } from '../bench/table.ts'
import { cluster } from './chaos/cluster.ts'
import { diskFull, whyNoDisk } from './chaos/disk-full.ts'
import { embedded, type EmbeddedOptions } from './chaos/embedded.ts'
import { type Run, runChaos } from './chaos/run.ts'
import { whyNoKafka } from './kafka.ts'

const USAGE = `Usage: npm run chaos -- [--embedded] [--minutes N] [--kills N] [--seed S] [--rate N] [--nodes 1|3] [--json]

  without --embedded   Kafka, the store, collectors, processors and notifiers, each a process; ends after --minutes
  --embedded           one process with everything in it; ends after --kills, then its disk is filled up

  --minutes N   how long things go wrong; default 5
  --kills N     with --embedded, default 100; without, ends earlier than --minutes
  --seed S      of the order of events; default: another one every time, and printed
  --rate N      lines per second; default 500
  --nodes N     brokers, default 3
  --json        the audit as one object last

Exit code 1 when anything was lost, doubled or missed.
`

const { values } = parseArgs({
  options: {
    embedded: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '5' },
    kills: { type: 'string' },
    seed: { type: 'string' },
    rate: { type: 'string', default: '500' },
    nodes: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const missing = values.embedded ? false : whyNoKafka()
  if (missing !== false) {
    report(`the chaos suite needs a real Kafka, and there is ${missing}; --embedded needs none`)
    return 1
  }
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const rate = Number(values.rate)
  report(`seed ${seed}`)
  const { rows, isSound } = await runChaos(report, (run) =>
    values.embedded
      ? oneProcess({ kills: Number(values.kills ?? 100), seed, rate }, run)
      : cluster({ ...clusterOptions(), seed, rate }, run),
  )
  printRows('chaos', rows, values.json)
  return isSound ? 0 : 1
}

async function oneProcess(options: EmbeddedOptions, run: Run): Promise<Row[]> {
  const rows = await embedded(options, run)
  const why = whyNoDisk()
  if (why === false) return [...rows, ...(await diskFull(options, run))]
  return [...rows, { name: 'full disk', value: null, unit: 'count', better: 'lower', why }]
}

function clusterOptions() {
  const { nodes, minutes, kills = Number.POSITIVE_INFINITY } = values
  return { nodes: Number(nodes), minutes: Number(minutes), kills: Number(kills) }
}

function report(line: string): void {
  process.stderr.write(`${line}\n`)
}

process.exitCode = await main()

/**
 * Whether many templates slow it down: lines per second at 10^3, 10^4 and 10^5 true templates, and the memory of a
 * process that knows 10^5 of them from 10^4 services. Every template is seen before anything is measured, so this is what
 * a process that runs for long pays; the first sight is told apart. The whole is measured, and stage 1 alone.
 */
import { join } from 'node:path'
import { rowOf, type Answer, type Contender } from './measure.ts'
import { nodePeer } from './peers/node-peer.ts'
import type { Row } from './table.ts'
import { formats } from './workload/formats.ts'
import { sliceFolder, writeSlice, type Slice } from './workload/slices.ts'
import { workload } from './workload/workload.ts'

const ROUNDS = 5
/** For the first sight of all templates, wall time. Whoever takes longer does not scale. */
const PATIENCE_MS: Readonly<Record<Part, number>> = { all: 30_000, observe: 60_000 }
const MIB = 1024 ** 2

interface Size {
  readonly name: string
  readonly templates: number
  readonly services: number
  /** Chunks of each source until all of its statements were made once. */
  readonly firstChunks: number
  readonly rounds: number
  readonly targets?: { readonly reach: number; readonly beyond: number }
}

const smallest: Size = { name: '10^3', templates: 1000, services: 200, firstChunks: 2, rounds: ROUNDS }
const larger: readonly Size[] = [
  { ...smallest, name: '10^4', templates: 10_000, targets: { reach: 0.7, beyond: 0.85 } },
  { ...smallest, name: '10^5', templates: 100_000, firstChunks: 5, targets: { reach: 0.5, beyond: 0.7 } },
]
/** For memory. Half of the sources are of formats that name no service, so that 10^4 names are told of 19 000. */
const largest: Size = { name: '10^5, 10^4 services', templates: 100_000, services: 19_000, firstChunks: 5, rounds: 1 }

type Part = 'all' | 'observe'

interface Load {
  readonly size: Size
  readonly first: Slice
  readonly slices: readonly Slice[]
}

interface Runner extends Load {
  readonly part: Part
  readonly contender: Contender
  /** Answer to the first slice; undefined where patience ended. */
  readonly sight: Answer | undefined
  readonly answers: Answer[]
}

export async function growth({ seeds: [seed], engine }: { seeds: readonly number[]; engine: string }): Promise<Row[]> {
  const folder = sliceFolder()
  const loads = [smallest, ...larger, largest].map((size) => writeLoad(size, folder, seed))
  const runners = [...(await start(loads, engine, 'all')), ...(await start(loads, engine, 'observe'))]
  for (let round = 0; round < ROUNDS; round++) {
    for (const { sight, contender, slices, answers } of runners) {
      if (sight && round < slices.length) answers.push(await contender.read(slices[round]))
    }
  }
  for (const { contender } of runners) contender.stop()
  return [...claims(runners, 'all'), ...claims(runners, 'observe'), ...runners.flatMap(details)]
}

function writeLoad(size: Size, folder: string, seed: number): Load {
  const { templates, services, firstChunks, rounds } = size
  const load = workload({ seed, templates, services })
  const path = join(folder, `${templates}-${services}`)
  const first = writeSlice(`${path}-first`, load, firstChunks * formats.length)
  const slices = Array.from({ length: rounds }, (_, i) => writeSlice(`${path}-${i}`, load, formats.length))
  return { size, first, slices }
}

/** From small to large; once patience ended, larger ones are not tried. */
async function start(loads: readonly Load[], engine: string, part: Part): Promise<Runner[]> {
  const runners: Runner[] = []
  for (const load of loads) {
    const contender = nodePeer('ours.ts', engine, part)
    const isHopeless = runners.some(({ sight }) => sight === undefined)
    const sight = isHopeless ? undefined : await patiently(contender, load.first, PATIENCE_MS[part])
    if (!sight) contender.stop()
    runners.push({ ...load, part, contender, sight, answers: [] })
  }
  return runners
}

async function patiently(contender: Contender, slice: Slice, patienceMs: number): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs)
  })
  const answer = contender.read(slice).catch(() => undefined)
  return Promise.race([answer, tooLong]).finally(() => clearTimeout(timer))
}

/** The figures of the claim; those of stage 1 alone have nothing to reach. */
function claims(runners: readonly Runner[], part: Part): Row[] {
  const [base, ...others] = runners.filter((runner) => runner.part === part)
  return others.map((runner) => (runner.size === largest ? memoryRow(runner) : speedRow(runner, base)))
}

function speedRow(runner: Runner, base: Runner): Row {
  const { size, part, sight } = runner
  const name = `speed at ${size.name} against 10^3${suffix(part)}`
  const row = { name, unit: 'ratio', better: 'higher', ...(part === 'all' && size.targets) } as const
  const before = speeds(base)
  return sight
    ? rowOf(
        speeds(runner).map((speed, i) => speed / before[i]),
        row,
      )
    : { ...row, ...unknown(part) }
}

function memoryRow({ size, part, sight, answers }: Runner): Row {
  const name = `resident at ${size.name}${suffix(part)}`
  const row = { name, unit: 'MiB', better: 'lower', ...(part === 'all' && { reach: 512, beyond: 256 }) } as const
  return sight
    ? rowOf(
        answers.map(({ residentBytes = Number.NaN }) => residentBytes / MIB),
        row,
      )
    : { ...row, ...unknown(part) }
}

function unknown(part: Part): Pick<Row, 'value' | 'why'> {
  return { value: null, why: `first sight took over ${PATIENCE_MS[part] / 1000} s` }
}

function suffix(part: Part): string {
  return part === 'observe' ? ', stage 1 alone' : ''
}

function speeds({ answers, slices }: Runner): number[] {
  return answers.map(({ cpuSeconds }, i) => slices[i].lines / cpuSeconds)
}

/** What is no claim, but says where the time went and what was let go. */
function details(runner: Runner): Row[] {
  const { size, part, sight, first, answers } = runner
  if (!sight) return []
  const name = size.name + suffix(part)
  const counts = answers.at(-1)?.counts ?? {}
  const { minerSeconds = Number.NaN, shapes = Number.NaN } = sight.counts ?? {}
  const perShape = { name: `${name}: miner, first sight of a shape`, unit: 'us', better: 'lower' } as const
  const told =
    part === 'all'
      ? ['shapes', 'templates', 'contexts', 'evictedContexts', 'refusedShapes', 'names']
      : ['shapes', 'names']
  return [
    rowOf(speeds(runner), { name, unit: 'lines/CPU-s', better: 'higher' }),
    { name: `${name}: first sight`, value: first.lines / sight.cpuSeconds, unit: 'lines/CPU-s', better: 'higher' },
    ...(part === 'all' ? [{ ...perShape, value: (minerSeconds / shapes) * 1e6 }] : []),
    ...told.map((of): Row => ({ name: `${name}: ${of}`, value: counts[of] ?? null, unit: '', better: 'lower' })),
  ]
}

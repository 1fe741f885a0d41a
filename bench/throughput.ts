/**
 * What a core reads: raw bytes to all fields, shapes, templates, counters, sketches and security events. Against the
 * naive way to do the same, the readable engine, `wc -l` on the same bytes and JSON.parse alone on the JSON lines.
 */
import { join } from 'node:path'
import { cpu, interleave, processContender, rowOf, speeds, type Contender, type Round } from './measure.ts'
import { nodePeer } from './peers/node-peer.ts'
import type { Row } from './table.ts'
import { sliceFolder, writeSlice, type Slice } from './workload/slices.ts'
import { workload } from './workload/workload.ts'

const CHUNKS = 48
/** Read by everybody before anything is measured: a process knows most of what it reads. */
const WARM_UP_CHUNKS = 4 * CHUNKS
/** Read besides before the same is measured again: what a process reads in its first half minute. */
const SETTLING_CHUNKS = 30 * CHUNKS
const ROUNDS = 6
const LOAD = { templates: 1000, services: 200 }

export async function throughput({
  seeds: [seed],
  engine,
}: {
  seeds: readonly number[]
  engine: string
}): Promise<Row[]> {
  const folder = sliceFolder()
  const load = workload({ seed, ...LOAD })
  const slices = (name: string, warmUp: number): Slice[] =>
    Array.from({ length: 1 + ROUNDS }, (_, i) =>
      writeSlice(join(folder, `${name}-${i}`), load, i === 0 ? warmUp : CHUNKS),
    )
  const ours = nodePeer('ours.ts', engine)
  const naive = nodePeer('naive.ts')
  const readable = nodePeer('ours.ts', 'readable')
  const json = nodePeer('json-parse.ts')
  const wordCount = processContender('wc -l', 'sh', [join(import.meta.dirname, 'peers/word-count.sh')])
  const contenders = [ours, naive, ...(engine === 'readable' ? [] : [readable]), json, wordCount]
  const rounds = await interleave(contenders, slices('young', WARM_UP_CHUNKS))
  const settled = await interleave(contenders, slices('settled', SETTLING_CHUNKS))
  for (const contender of contenders) contender.stop()
  const ratioIn = (of: readonly Round[], to: Contender): number[] =>
    of.map((round) => cpu(round, to) / cpu(round, ours))
  const ratio = (to: Contender): number[] => ratioIn(rounds, to)
  const times = { unit: 'ratio', better: 'higher' } as const
  const lines = { unit: 'lines/CPU-s', better: 'higher' } as const
  return [
    rowOf(ratio(naive), { ...times, name: 'against the naive strings version', reach: 6, beyond: 20 }),
    rowOf(ratioIn(settled, naive), {
      ...times,
      name: '  the same once two million lines were read',
      reach: 6,
      beyond: 20,
    }),
    rowOf(ratio(wordCount), { ...times, name: 'share of wc -l', reach: 0.05, beyond: 0.2 }),
    rowOf(ratioIn(settled, wordCount), { ...times, name: '  the same once two million lines were read' }),
    ...(contenders.includes(readable)
      ? [rowOf(ratio(readable), { ...times, name: 'against the readable engine' })]
      : []),
    rowOf(
      rounds.map((round) => jsonRatio(round, ours, json)),
      { ...times, name: 'JSON lines: share of JSON.parse alone' },
    ),
    rowOf(speeds(rounds, ours), { ...lines, name: `${engine} engine` }),
    rowOf(speeds(settled, ours), { ...lines, name: '  the same once two million lines were read' }),
    rowOf(
      rounds.map((round) => round.slice.bytes / 1e6 / cpu(round, ours)),
      {
        name: `${engine} engine`,
        unit: 'MB/CPU-s',
        better: 'higher',
      },
    ),
    rowOf(speeds(rounds, naive), { ...lines, name: 'naive strings version' }),
    rowOf(minerShares(rounds, ours), { name: 'share of CPU in the miner', unit: 'share', better: 'lower' }),
    ...formatRows(rounds, ours),
  ]
}

function formatRows(rounds: readonly Round[], ours: Contender): Row[] {
  const names = Object.keys(rounds[0].answers.get(ours)?.formats ?? {})
  return names.map((name) =>
    rowOf(
      rounds.map((round) => formatSpeed(round, ours, name)),
      { name: `  ${name}`, unit: 'lines/CPU-s', better: 'higher' },
    ),
  )
}

function formatSpeed({ answers }: Round, contender: Contender, name: string): number {
  const format = answers.get(contender)?.formats?.[name]
  return format ? format.lines / format.cpuSeconds : Number.NaN
}

/** The miner's time is told as a sum so far. */
function minerShares(rounds: readonly Round[], ours: Contender): number[] {
  const sums = rounds.map(({ answers }) => answers.get(ours)?.counts?.['minerSeconds'] ?? Number.NaN)
  return rounds.slice(1).map((round, i) => (sums[i + 1] - sums[i]) / cpu(round, ours))
}

function jsonRatio(round: Round, ours: Contender, json: Contender): number {
  const seconds = (of: Contender): number =>
    ['json-pino', 'json-ecs'].reduce((sum, name) => sum + (round.answers.get(of)?.formats?.[name]?.cpuSeconds ?? 0), 0)
  return seconds(json) / seconds(ours)
}

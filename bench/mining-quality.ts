/**
 * How well raw lines are mined: the dialects of `truth/` and, where it is there, the labelled logs in DIR/loghub. One
 * configuration for all, headers in, nothing told beforehand. With --leave-one-out every number of `Evidence` is chosen
 * anew for each log, by what is best for all others.
 */
import { foreignLogs, ownLogs, readLines, type LabelledLog } from './labelled-logs.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { finalScore, streamedScore, type MinableLog } from './mined-log.ts'
import type { Row } from './table.ts'
import { measures, meanScore, type TemplateScore } from './template-score.ts'

export interface MiningBench {
  readonly data: string
  readonly seeds: readonly number[]
  readonly leaveOneOut: boolean
}

const LINES = 2000
/** Lines that are read before their ids are told, as the command does with a growing file. */
const CHUNK_LINES = 50

const GOALS: Readonly<Record<(typeof measures)[number], readonly [reach: number, beyond: number]>> = {
  GA: [0.9, 0.95],
  FGA: [0.92, 0.95],
  PA: [0.85, 0.92],
  FTA: [0.8, 0.86],
}

export async function miningQuality(options: MiningBench): Promise<Row[]> {
  const own = options.seeds.flatMap((seed) => ownLogs({ seed, count: LINES }).map(minable))
  const foreign = foreignLogs(options.data).map(minable)
  const rows = [...rowsOf('own truth', own), ...rowsOf('labelled logs', foreign)]
  if (!options.leaveOneOut) return rows
  const held = leaveOneOut([...own, ...foreign])
  return [
    ...rows,
    ...scoreRows('held out, own truth', held.slice(0, own.length)),
    ...scoreRows('held out, labelled logs', held.slice(own.length)),
  ]
}

export function minable({ name, lines, truth }: LabelledLog): MinableLog {
  return { name, truth, shapes: readLines(lines, [CHUNK_LINES]).shapes }
}

export function rowsOf(title: string, logs: readonly MinableLog[]): Row[] {
  if (logs.length === 0) return [{ name: title, value: null, unit: 'share', better: 'higher', why: 'not there' }]
  const scores = logs.map((log) => ({
    name: log.name,
    final: finalScore(log),
    streamed: streamedScore(log, CHUNK_LINES),
  }))
  for (const { name, final, streamed } of scores)
    process.stderr.write(`${name.padEnd(20)} ${told(final)}   as told while reading ${told(streamed)}\n`)
  return [
    ...scoreRows(
      title,
      scores.map(({ final }) => final),
    ),
    ...scoreRows(
      `${title}, ids as told while reading`,
      scores.map(({ streamed }) => streamed),
    ).slice(0, 2),
  ]
}

function told(score: TemplateScore): string {
  return measures.map((measure) => `${measure} ${score[measure].toFixed(3)}`).join('  ')
}

function scoreRows(title: string, scores: readonly TemplateScore[]): Row[] {
  if (scores.length === 0) return []
  const mean = meanScore(scores)
  return measures.map((measure) => {
    const [reach, beyond] = GOALS[measure]
    return {
      name: `${title}, ${measure}`,
      value: mean[measure],
      min: Math.min(...scores.map((score) => score[measure])),
      unit: 'share',
      better: 'higher',
      reach,
      beyond,
    }
  })
}

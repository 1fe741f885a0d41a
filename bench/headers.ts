/**
 * Does the header end where it ends? Messages of labelled logs are put behind header layouts they were never seen with:
 * the message must come back untouched, and be mined as if nothing stood before it.
 */
import { templates } from '@errorsense/core/mine/templates.ts'
import { headerCases } from '../core/test/fixtures/headers.ts'
import { foreignLogs, ownLogs, readLines, type LabelledLog } from './labelled-logs.ts'
import type { Row } from './table.ts'
import { scoreTemplates } from './template-score.ts'
import { moreHeaders, type HeaderLayout } from './truth/more-headers.ts'

interface Transplant {
  readonly layout: string
  /** Share of messages that came back untouched. */
  readonly exact: number
  readonly GA: number
  /** What the message was taken for, where it was not untouched. */
  readonly wrong: readonly string[]
}

const LINES = 500
/** A new source shows so many lines before it must be understood. */
const FIRST_LINES = 10
const CHUNK_LINES = 100

const layouts: readonly HeaderLayout[] = [...headerCases, ...moreHeaders]

export interface HeadersBench {
  readonly data: string
  readonly seeds: readonly number[]
}

export async function headers({ data, seeds: [seed] }: HeadersBench): Promise<Row[]> {
  const logs = logsIn(data, seed)
  const worst: Transplant[] = []
  for (const layout of layouts) {
    const all = logs.map((log) => transplant(log, layout))
    worst.push({
      layout: layout.name,
      exact: mean(all, 'exact'),
      GA: mean(all, 'GA'),
      wrong: all.flatMap(({ wrong }) => wrong.slice(0, 2)),
    })
  }
  describe(worst)
  return [
    {
      name: `message exact, ${layouts.length} layouts`,
      value: mean(worst, 'exact'),
      min: least(worst, 'exact'),
      unit: 'share',
      better: 'higher',
      reach: 0.99,
      beyond: 0.999,
    },
    {
      name: 'GA behind them',
      value: mean(worst, 'GA'),
      min: least(worst, 'GA'),
      unit: 'share',
      better: 'higher',
      reach: 0.95,
      beyond: 0.98,
    },
  ]
}

function logsIn(data: string, seed: number): LabelledLog[] {
  const foreign = foreignLogs(data).map(sampled)
  return foreign.length > 0 ? foreign : ownLogs({ seed, count: LINES })
}

/** Every so-and-so-manieth line: beginnings of logs are not like the rest. */
function sampled({ name, lines, messages, truth }: LabelledLog): LabelledLog {
  const step = Math.max(1, Math.floor(truth.length / LINES))
  const isTaken = (_: string, i: number): boolean => i % step === 0
  return { name, lines: lines.filter(isTaken), messages: messages.filter(isTaken), truth: truth.filter(isTaken) }
}

function transplant({ messages, truth }: LabelledLog, { name, header }: HeaderLayout): Transplant {
  const lines = messages.map((message, i) => header(i) + message)
  const read = readLines(lines, [FIRST_LINES, CHUNK_LINES])
  const miner = templates()
  for (const shape of read.shapes) miner.add(shape)
  const found = read.shapes.map(({ id }) => miner.of(id)).map(({ id, text }) => ({ group: id, text }))
  const wrong = messages.flatMap((message, i) => {
    const found = (read.messages[i] ?? message).trim()
    return found === message.trim() ? [] : [`${found.slice(0, 60)} <> ${message.slice(0, 60)}`]
  })
  return { layout: name, exact: 1 - wrong.length / messages.length, GA: scoreTemplates(truth, found).GA, wrong }
}

function mean(all: readonly Transplant[], of: 'exact' | 'GA'): number {
  return all.reduce((sum, one) => sum + one[of], 0) / all.length
}

function least(all: readonly Transplant[], of: 'exact' | 'GA'): number {
  return Math.min(...all.map((one) => one[of]))
}

function describe(all: readonly Transplant[]): void {
  for (const { layout, exact, GA, wrong } of all.filter((one) => one.exact < 0.999 || one.GA < 0.97)) {
    process.stderr.write(`  ${layout}: exact ${exact.toFixed(4)}, GA ${GA.toFixed(4)}\n`)
    for (const example of wrong.slice(0, 3)) process.stderr.write(`      ${example}\n`)
  }
}

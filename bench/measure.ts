/**
 * Contenders side by side: each is a process of its own that is told slices and answers what CPU time they took, so that
 * neither heaps nor compiled code are shared. They take turns on the same slices (A B C A B C ...), the first slice only
 * to warm up; a ratio is made of two answers to the same slice.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Row } from './table.ts'
import type { Slice } from './workload/slices.ts'

/** What a contender says about a slice. */
export interface Answer {
  readonly cpuSeconds: number
  /** Memory of its process, where it tells. */
  readonly residentBytes?: number
  /** Share of the work by format of line, where it tells. */
  readonly formats?: Readonly<Record<string, { readonly lines: number; readonly cpuSeconds: number }>>
  /** What else it counts. */
  readonly counts?: Readonly<Record<string, number>>
}

export interface Contender {
  readonly name: string
  read(slice: Slice): Promise<Answer>
  stop(): void
}

/** A process that reads paths of slices, a line each, and answers each by a line of JSON. */
export function processContender(name: string, command: string, args: readonly string[]): Contender {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    name,
    async read({ path }) {
      child.stdin.write(`${path}\n`)
      const { value, done } = await answers.next()
      if (done === true) throw new Error(`${name} ended before it answered`)
      return JSON.parse(value) as Answer
    },
    stop: () => child.kill(),
  }
}

export interface Round {
  readonly slice: Slice
  readonly answers: ReadonlyMap<Contender, Answer>
}

/** What was answered to all slices but the first. */
export async function interleave(contenders: readonly Contender[], slices: readonly Slice[]): Promise<Round[]> {
  const rounds: Round[] = []
  for (const slice of slices) {
    const answers = new Map<Contender, Answer>()
    for (const contender of contenders) answers.set(contender, await contender.read(slice))
    rounds.push({ slice, answers })
  }
  return rounds.slice(1)
}

export function cpu({ answers }: Round, contender: Contender): number {
  return answers.get(contender)?.cpuSeconds ?? Number.NaN
}

/** Lines per CPU-second in each round. */
export function speeds(rounds: readonly Round[], contender: Contender): number[] {
  return rounds.map((round) => round.slice.lines / cpu(round, contender))
}

/** The middle of what the rounds gave, and its range. */
export function rowOf(values: readonly number[], row: Omit<Row, 'value' | 'min' | 'max' | 'why'>): Row {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
  return { ...row, value: middle, min: sorted[0], max: sorted[sorted.length - 1] }
}

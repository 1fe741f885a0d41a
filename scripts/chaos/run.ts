/** One run of a chaos suite: its folder, what has to be ended with it, and what it has to say. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from '../../bench/table.ts'

export interface Run {
  /** Removed at the end, unless something was wrong. */
  readonly folder: string
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal
  readonly report: (line: string) => void
  /** Notes something that must not happen. */
  readonly trouble: (what: string) => void
  readonly troubles: readonly string[]
  /** Lists what was found, when anything was. */
  tell(what: string, found: readonly (string | number)[]): void
  /** Ends it whatever happens; the last one first. */
  onEnd(end: () => Promise<void>): void
}

const LISTED = 20

/** Gives the rows of the work; all it started is ended, also when it throws or is broken off. */
export async function runChaos(
  report: (line: string) => void,
  work: (run: Run) => Promise<Row[]>,
): Promise<{ readonly rows: Row[]; readonly isSound: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'errorsense-chaos-'))
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt)
  const ends: (() => Promise<void>)[] = []
  const troubles: string[] = []
  const began = performance.now()

  function say(line: string): void {
    const text = `${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}`
    appendFileSync(join(folder, 'chaos.log'), `${text}\n`)
    report(text)
  }

  const run: Run = {
    folder,
    signal: stop.signal,
    report: say,
    trouble(what) {
      if (stop.signal.aborted) return
      troubles.push(what)
      say(`TROUBLE: ${what}`)
    },
    troubles,
    tell(what, found) {
      if (found.length > 0) say(`${what}: ${found.slice(0, LISTED).join(', ')}${found.length > LISTED ? ' ...' : ''}`)
    },
    onEnd: (end) => void ends.push(end),
  }
  let isSound = false
  try {
    const rows = await work(run)
    isSound = !stop.signal.aborted && rows.every(isReached)
    return { rows, isSound }
  } finally {
    for (const end of ends.reverse()) await end().catch((error: Error) => say(`ending failed: ${error.message}`))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt)
    if (isSound) rmSync(folder, { recursive: true, force: true })
    else say(`what they printed lies in ${folder}`)
  }
}

function isReached({ value, reach, better }: Row): boolean {
  if (value === null || reach === undefined) return true
  return better === 'lower' ? value <= reach : true
}

/** A figure that must be nothing. */
export function none(name: string, value: number): Row {
  return { name, value, unit: 'count', better: 'lower', reach: 0, beyond: 0 }
}

/** A figure that says how much was done; `goal` is that of a long run. */
export function countRow(name: string, value: number, goal: Pick<Row, 'reach' | 'beyond'> = {}): Row {
  return { name, value, unit: 'count', better: 'higher', ...goal }
}

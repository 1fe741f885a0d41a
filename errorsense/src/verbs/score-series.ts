import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { NOVELTY_THRESHOLD, noveltyScorer } from '@errorsense/core/novelty/scorer.ts'
import { sizeOf } from '../files/lines.ts'
import { output } from '../files/output.ts'
import type { Verb } from './verb.ts'

export const scoreSeries: Verb = (command) => {
  command
    .argument('[file]', 'CSV with the header timestamp,value; - reads standard input')
    .option('--threshold', 'print the score from which on a row deserves an alert, and nothing else')
    .addHelpText('after', '\nExample:\n  npx errorsense score-series cpu.csv > scored.csv')
    .action(async (file: string | undefined, { threshold }: { threshold?: boolean }) => {
      if (threshold) process.stdout.write(`${NOVELTY_THRESHOLD}\n`)
      else if (file === undefined)
        throw new ErrorSenseError('usage', 'score-series needs a FILE, or - for standard input')
      else await score(file)
    })
}

async function score(file: string): Promise<void> {
  await sizeOf(file)
  const results = output()
  const scorer = noveltyScorer()
  let row = 0
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8')
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    row++
    if (row === 1) {
      requireHeader(text, file)
      await results.line('timestamp,value,anomaly_score')
    } else if (text.trim() !== '') {
      const [timestamp, value] = text.split(',')
      const at = timeOf(timestamp, `${file}:${row}`)
      await results.line(`${timestamp},${value ?? ''},${scorer.score(at, value ? Number(value) : Number.NaN)}`)
    }
  }
  if (row === 0)
    throw new ErrorSenseError('input', `${file} is empty: expected the header timestamp,value and one row per line`)
  await results.end()
}

function requireHeader(text: string, file: string): void {
  const names = text.split(',').map((name) => name.trim())
  if (names[0] === 'timestamp' && names[1] === 'value') return
  throw new ErrorSenseError('input', `${file}:1: expected the header timestamp,value, found "${text.slice(0, 60)}"`)
}

/** Without a zone it is UTC, so that results do not depend on the machine. */
function timeOf(text: string, where: string): number {
  const iso = text.trim().replace(' ', 'T')
  const at = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(iso) ? iso : `${iso}Z`)
  if (Number.isNaN(at))
    throw new ErrorSenseError('input', `${where}: "${text}" is no time; write 2026-01-31 12:00:00 or ISO 8601`)
  return at
}

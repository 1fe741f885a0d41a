import { text } from '@errorsense/adapters/runtime/text.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { NOVELTY_THRESHOLD, noveltyScorer } from '@errorsense/core/novelty/scorer.ts'
import { chunksOfFile, sizeOf } from '../files/lines.ts'
import { output } from '../files/output.ts'
import { harmless } from '../files/terminal.ts'
import type { Verb } from './verb.ts'

const BYTE_ORDER_MARK = /^\ufeff/

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
  for await (const line of linesOf(file)) {
    row++
    if (row === 1) {
      requireHeader(line, file)
      await results.line('timestamp,value,anomaly_score')
    } else if (line.trim() !== '') {
      const [timestamp, value = ''] = line.split(',')
      const where = `${file}:${row}`
      await results.line(`${timestamp},${value},${scorer.score(timeOf(timestamp, where), numberOf(value, where))}`)
    }
  }
  if (row === 0)
    throw new ErrorSenseError('input', `${file} is empty: expected the header timestamp,value and one row per line`)
  await results.end()
}

async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const { bytes } of chunksOfFile(file))
    yield* text.utf8(bytes, 0, bytes.length).replace(/\n$/, '').split('\n').map(withoutReturn)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

function requireHeader(header: string, file: string): void {
  const names = header
    .replace(BYTE_ORDER_MARK, '')
    .split(',')
    .map((name) => name.trim())
  if (names[0] === 'timestamp' && names[1] === 'value') return
  throw new ErrorSenseError('input', `${file}:1: expected the header timestamp,value, found "${shown(header)}"`)
}

/** Without a zone it is UTC, so that results do not depend on the machine. */
function timeOf(field: string, where: string): number {
  const iso = field.trim().replace(' ', 'T')
  const at = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(iso) ? iso : `${iso}Z`)
  if (Number.isNaN(at))
    throw new ErrorSenseError('input', `${where}: "${shown(field)}" is no time; write 2026-01-31 12:00:00 or ISO 8601`)
  return at
}

/** NaN where nothing was measured. */
function numberOf(field: string, where: string): number {
  const written = field.trim()
  const value = written === '' ? Number.NaN : Number(written)
  if (Number.isNaN(value) && !/^(nan|null)?$/i.test(written))
    throw new ErrorSenseError('input', `${where}: "${shown(field)}" is no number; leave it empty if there is none`)
  return value
}

function shown(text: string): string {
  return harmless(text.slice(0, 60))
}

import { run } from 'node:test'
import { inspect } from 'node:util'

/** No test may wait longer; a file that does not end by itself is killed. */
const TEST_LIMIT_MS = 5 * 60_000
const FILE_LIMIT_MS = 10 * 60_000
/** Of what a file printed, kept for the case that it fails: seeds are told at either end. */
const OUTPUT_LENGTH = 20_000

export interface FileResult {
  readonly file: string
  readonly passed: number
  readonly failures: readonly { readonly name: string; readonly error: string }[]
  readonly skips: readonly { readonly name: string; readonly reason: string }[]
  readonly output: string
  readonly ms: number
}

interface Report {
  readonly name: string
  readonly nesting: number
  readonly skip?: string | boolean
  readonly todo?: string | boolean
  readonly details: { readonly type?: string; readonly error?: Error }
}

/** Runs one file in a process of its own. A crash, a late error and a file without tests are failures of the file. */
export async function runFile(file: string): Promise<FileResult> {
  const started = performance.now()
  let passed = 0
  let output = ''
  const failures: { name: string; error: string }[] = []
  const skips: { name: string; reason: string }[] = []
  const path: string[] = []
  const nameOf = ({ name, nesting }: Report) => [...path.slice(0, nesting), name].join(' > ')
  const keep = ({ message }: { message: string }) => (output = cut(output + message))

  function pass(report: Report): void {
    const { name, skip = false, todo = false, details } = report
    if (name === file) failures.push({ name, error: 'holds no test' })
    else if (skip !== false || todo !== false) skips.push({ name: nameOf(report), reason: reasonOf(skip, todo) })
    else if (details.type !== 'suite') passed++
  }

  function fail(report: Report): void {
    const { error } = report.details
    if (failureType(error) !== 'subtestsFailed') failures.push({ name: nameOf(report), error: wording(error) })
  }

  const stream = run({ files: [file], timeout: TEST_LIMIT_MS, signal: AbortSignal.timeout(FILE_LIMIT_MS) })
  stream.on('test:start', ({ name, nesting }) => path.splice(nesting, path.length, name))
  stream.on('test:stdout', keep)
  stream.on('test:stderr', keep)
  stream.on('test:diagnostic', ({ file: from, message }) => from !== undefined && keep({ message: `${message}\n` }))
  stream.on('test:pass', pass)
  stream.on('test:fail', fail)
  for await (const _ of stream);
  return { file, passed, failures, skips, output, ms: performance.now() - started }
}

function cut(text: string): string {
  if (text.length <= 2 * OUTPUT_LENGTH) return text
  return `${text.slice(0, OUTPUT_LENGTH)}\n...\n${text.slice(-OUTPUT_LENGTH)}`
}

function reasonOf(skip: string | boolean, todo: string | boolean): string {
  const reason = skip === false ? todo : skip
  return typeof reason === 'string' && reason !== '' ? reason : 'no reason told'
}

function failureType(error: Error | undefined): unknown {
  return (error as { failureType?: unknown } | undefined)?.failureType
}

/** The runner wraps what the test threw; of a process that died it says how. */
function wording(error: Error | undefined): string {
  const { cause, exitCode, signal } = (error ?? {}) as { cause?: unknown; exitCode?: number | null; signal?: string }
  if (failureType(error) === 'testAborted') return `did not end within ${FILE_LIMIT_MS / 60_000} minutes`
  if (exitCode !== undefined) return `the process ended with ${signal ?? `code ${exitCode}`}`
  return typeof cause === 'string' ? cause : inspect(cause ?? error)
}

import { loadConfigFile } from '@errorsense/adapters/runtime/config.ts'
import { text } from '@errorsense/adapters/runtime/text.ts'
import type { EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { detectorOptions, sessionPattern } from '../detecting.ts'
import { engineOption } from '../engine-option.ts'
import { incidentsOf, type AnalyzeSummary } from '../files/incidents-of.ts'
import { sizeOf } from '../files/lines.ts'
import { output } from '../files/output.ts'
import { progress } from '../files/progress.ts'
import { report } from '../files/report.ts'
import type { Verb } from './verb.ts'

interface Options {
  readonly engine: EngineName
  readonly json?: boolean
  readonly learn?: string
  readonly learnUntil?: number
  readonly session?: RegExp
  readonly config?: string
  readonly exitCode?: boolean
}

const INCIDENTS_FOUND = 3

export const analyze: Verb = (command) => {
  command
    .argument('<files...>', 'log files (.gz and .zst too), read side by side in their own time; - reads standard input')
    .option('--json', 'one JSON object per incident, when it is over or at the end of the input')
    .option('--learn <file>', 'a log of normal times: it teaches and never alarms')
    .option('--learn-until <time>', 'ISO 8601; everything before is normal', timeOf)
    .option(
      '--session <regex>',
      'finds the session id in a message: the first group, or all that matches; learnt when left out',
      patternOf,
    )
    .option(
      '--config <file>',
      'YAML configuration: its security, sessions, detectors and rules apply; --session comes first',
    )
    .addOption(engineOption())
    .option('--exit-code', 'exit with 3 when incidents were found')
    .addHelpText(
      'after',
      '\nExample:\n  npx errorsense analyze /var/log/auth.log\n  npx errorsense analyze today.log --learn yesterday.log --json',
    )
    .action(async (files: string[], options: Options) => {
      const found = await print(files, options)
      if (options.exitCode && found > 0) process.exitCode = INCIDENTS_FOUND
    })
}

async function print(files: readonly string[], options: Options): Promise<number> {
  const { engine, json, learn, learnUntil } = options
  const settings = loadConfigFile(options.config)
  const session = options.session ?? sessionPattern(settings)
  const sizes = await Promise.all([...(learn === undefined ? [] : [learn]), ...files].map(sizeOf))
  const bar = progress(
    sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    'reading',
  )
  const positions = new Map<string, number>()
  const results = output()
  const incidents = incidentsOf(files, {
    text,
    engine,
    now: Date.now(),
    detecting: detectorOptions(settings),
    ...(learn !== undefined && { learnFile: learn }),
    ...(learnUntil !== undefined && { learnUntil }),
    ...(session !== undefined && { session }),
    onProgress(file, position, lines) {
      positions.set(file, position)
      bar.update(
        [...positions.values()].reduce((sum, read) => sum + read, 0),
        `${lines} lines`,
      )
    },
  })
  let found = 0
  let next = await incidents.next()
  for (; !next.done; next = await incidents.next()) {
    found++
    await results.line(json ? JSON.stringify(next.value) : report(next.value, process.stdout.columns))
  }
  bar.stop()
  if (!json) await results.line(summaryOf(next.value, found))
  await results.end()
  return found
}

function summaryOf({ lines, timed, late }: AnalyzeSummary, found: number): string {
  const incidents = found === 0 ? 'no incidents' : found === 1 ? '1 incident' : `${found} incidents`
  const notes = [
    ...(lines > 0 && timed === 0
      ? ['No line tells a time that was understood: rates, latency and silence could not be judged.']
      : []),
    ...(late > 0 ? [`${late} observations came too late for their window and were not judged.`] : []),
  ]
  return [`${lines} lines, ${incidents}.`, ...notes].join(' ')
}

function timeOf(value: string): number {
  const time = Date.parse(value)
  if (Number.isNaN(time))
    throw new ErrorSenseError('usage', `--learn-until ${value}: write ISO 8601, for example 2026-01-31T12:00:00Z`)
  return time
}

function patternOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern)
  } catch (cause) {
    throw new ErrorSenseError('usage', `--session ${pattern} is no regular expression`, { cause })
  }
}

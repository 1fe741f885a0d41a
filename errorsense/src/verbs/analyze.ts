import { loadConfigFile } from '@errorsense/adapters/runtime/config.ts'
import { stepsOf } from '@errorsense/core/detectors/steps.ts'
import { parseDuration } from '@errorsense/core/rules/duration.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Range } from '@errorsense/core/ports/store.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { engineOption } from '../engine-option.ts'
import { ofFiles, ofStore, type Analysis, type FileOptions } from '../files/analysis.ts'
import { difference } from '../files/difference.ts'
import { output } from '../files/output.ts'
import { report } from '../files/report.ts'
import { table } from '../files/table.ts'
import { openStore } from '../parts.ts'
import type { Context, Verb } from './verb.ts'

interface Options extends FileOptions {
  readonly json?: boolean
  readonly config?: string
  readonly diff?: string
  readonly steps?: boolean
  readonly from?: number
  readonly to?: number
  readonly exitCode?: boolean
}

const INCIDENTS_FOUND = 3

export const analyze: Verb = (command, context) => {
  command
    .argument('[files...]', 'log files (.gz and .zst too), read side by side in their own time; - reads standard input')
    .option('--json', 'one JSON object per incident, when it is over or at the end of the input')
    .option('--learn <file>', 'a log of normal times: it teaches and never alarms')
    .option('--learn-until <time>', 'ISO 8601; everything before is normal', timeOf('--learn-until'))
    .option(
      '--session <regex>',
      'finds the session id in a message: the first group, or all that matches; learnt when left out',
      patternOf,
    )
    .option(
      '--config <file>',
      'YAML configuration: its security, sessions, detectors and rules apply; --session comes first',
    )
    .option(
      '--from <time>',
      'no files: what is stored from then on, without what people called normal by then; ISO 8601, or 7d for seven days ago',
      agoOf('--from'),
    )
    .option('--to <time>', 'with --from: up to then (default: now)', agoOf('--to'))
    .option('--diff <file>', 'another configuration: says which incidents would appear with it, and which disappear')
    .option('--steps', 'only counts: how many incidents each sensitivity would have told, by detector')
    .addOption(engineOption())
    .option('--exit-code', 'exit with 3 when incidents were found; with --diff, when there is a difference')
    .addHelpText(
      'after',
      `
Example:
  npx errorsense analyze /var/log/auth.log
  npx errorsense analyze today.log --learn yesterday.log --json
  npx errorsense analyze --from 7d --diff stricter.yaml
  npx errorsense analyze --from 7d --steps`,
    )
    .action(async (files: string[], options: Options) => {
      const found = await withAnalysis(files, options, context, (analysis) => resultOf(analysis, options))
      if (options.exitCode && found > 0) process.exitCode = INCIDENTS_FOUND
    })
}

async function withAnalysis(
  files: readonly string[],
  options: Options,
  context: Context,
  use: (analysis: Analysis) => Promise<number>,
): Promise<number> {
  const range = rangeOf(files, options)
  if (range === undefined) return use(ofFiles(files, options))
  const config = context.config()
  const logger = context.logger(config, 'analyze')
  const store = await openStore({ config, logger, signal: new AbortController().signal })
  try {
    return await use(ofStore(store, range))
  } finally {
    await store.close()
  }
}

function rangeOf(files: readonly string[], { from, to = Date.now(), diff, steps }: Options): Range | undefined {
  if (files.length > 0 === (from !== undefined))
    throw new ErrorSenseError('usage', 'name FILE..., or --from TIME for what is stored, one of them')
  if (diff !== undefined && files.includes('-'))
    throw new ErrorSenseError('usage', '--diff reads twice, which standard input can not: name a file')
  if (steps && (diff !== undefined || files.includes('-')))
    throw new ErrorSenseError('usage', '--steps reads three times: it goes with neither --diff nor standard input')
  if (from === undefined) return undefined
  if (from >= to) throw new ErrorSenseError('usage', '--from must be before --to')
  return { from, to }
}

/** Prints what was asked for; gives the number of incidents, or of differences. */
function resultOf(analysis: Analysis, options: Options): Promise<number> {
  if (options.steps) return printSteps(analysis, options)
  return options.diff === undefined ? print(analysis, options) : printDifference(analysis, options, options.diff)
}

async function printSteps(analysis: Analysis, { config, json }: Options): Promise<number> {
  const settings = loadConfigFile(config)
  const steps = await stepsOf(settings.detectors, (detectors) => allOf(analysis({ ...settings, detectors })))
  const results = output()
  const rows = steps.map(({ sensitivity, incidents, detectors }) =>
    [sensitivity, incidents, ...detectors.map((one) => one.incidents)].map(String),
  )
  const head = ['sensitivity', 'incidents', ...steps[0].detectors.map(({ detector }) => detector)]
  for (const line of json ? steps.map((step) => JSON.stringify(step)) : table(head, rows)) await results.line(line)
  await results.end()
  return Math.max(...steps.map(({ incidents }) => incidents))
}

async function print(analysis: Analysis, { config, json }: Options): Promise<number> {
  const incidents = analysis(loadConfigFile(config))
  const results = output()
  let found = 0
  let next = await incidents.next()
  for (; !next.done; next = await incidents.next()) {
    found++
    await results.line(json ? JSON.stringify(next.value) : report(next.value, process.stdout.columns))
  }
  const { what, notes } = next.value
  if (!json) await results.line([`${what}, ${numberOf(found)}.`, ...notes].join(' '))
  await results.end()
  return found
}

async function printDifference(analysis: Analysis, { config, json }: Options, other: string): Promise<number> {
  const [settings, otherSettings] = [loadConfigFile(config), loadConfigFile(other)]
  const before = await allOf(analysis(settings))
  const after = await allOf(analysis(otherSettings))
  const { appears, disappears } = difference(before, after)
  const results = output()
  const tell = (change: 'appears' | 'disappears', incident: Incident) =>
    results.line(
      json
        ? JSON.stringify({ change, incident })
        : `${change === 'appears' ? '+' : '-'} ${report(incident, process.stdout.columns)}`,
    )
  for (const incident of disappears) await tell('disappears', incident)
  for (const incident of appears) await tell('appears', incident)
  const counts = `${numberOf(before.length)} now, ${numberOf(after.length)} with ${other}`
  if (!json) await results.line(`${counts}: ${appears.length} would appear, ${disappears.length} disappear.`)
  await results.end()
  return appears.length + disappears.length
}

async function allOf(incidents: AsyncIterable<Incident>): Promise<Incident[]> {
  const all: Incident[] = []
  for await (const incident of incidents) all.push(incident)
  return all
}

function numberOf(incidents: number): string {
  return incidents === 0 ? 'no incidents' : incidents === 1 ? '1 incident' : `${incidents} incidents`
}

function timeOf(option: string): (value: string) => number {
  return (value) => {
    const time = Date.parse(value)
    if (!Number.isNaN(time)) return time
    throw new ErrorSenseError('usage', `${option} ${value}: write ISO 8601, for example 2026-01-31T12:00:00Z`)
  }
}

function agoOf(option: string): (value: string) => number {
  const absolute = timeOf(option)
  return (value) => {
    const ago = parseDuration(value)
    return ago === undefined ? absolute(value) : Date.now() - ago
  }
}

function patternOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern)
  } catch (cause) {
    throw new ErrorSenseError('usage', `--session ${pattern} is no regular expression`, { cause })
  }
}

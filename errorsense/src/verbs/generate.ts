import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { logGenerator, type LogGeneratorOptions } from '@errorsense/log-generator/main.ts'
import {
  parseDuration,
  parseRate,
  parseScenario,
  type Rate,
  type ScenarioRequest,
} from '@errorsense/log-generator/options.ts'
import { busOutput, fileOutput, streamOutput, type LineOutput } from '@errorsense/log-generator/output.ts'
import { scenarios } from '@errorsense/log-generator/scenarios/index.ts'
import { progress } from '../files/progress.ts'
import { openBus, type Parts } from '../parts.ts'
import { closing } from '../role.ts'
import { run, type Running } from '../run.ts'
import type { Verb } from './verb.ts'

interface Options {
  readonly rate: Rate
  readonly duration?: number
  readonly seed: number
  readonly scenario: ScenarioRequest[]
  readonly labels?: string
  readonly out: string
  readonly start?: number
}

export const generate: Verb = (command, context) => {
  command
    .option('--rate <lines/s>', 'mean lines per second, or max', parseRate, 20)
    .option(
      '--duration <time>',
      'ends after this much event time, written as fast as possible (90s, 24h, 7d); without it runs live until stopped',
      parseDuration,
    )
    .option('--seed <number>', 'the same seed gives the same bytes', seedOf, 1)
    .option(
      '--scenario <name[@time]>',
      `may be repeated; without it all take part: ${scenarios.map(({ name }) => name).join(', ')}`,
      collect,
      [],
    )
    .option('--labels <file>', 'writes every injected anomaly to this file, one JSON object per line')
    .option(
      '--start <time>',
      'ISO 8601 time at which a run with --duration begins (default 2026-01-05, a Monday)',
      timeOf,
    )
    .option('--out <where>', 'kafka (the bus of the settings), stdout, or a file', 'kafka')
    .addHelpText(
      'after',
      '\nExample:\n  npx errorsense generate --duration 24h --seed 7 --out shop.log --labels truth.ndjson',
    )
    .action(async (options: Options) => {
      const config = context.config()
      const logger = context.logger(config, 'log-generator')
      await run(logger, async (signal, running) => {
        const lines = await outputOf(options.out, { config, logger, signal }, running)
        const bar = progress(options.duration ?? 0, 'generating')
        const generator = logGenerator({
          ...generatorOptions(options),
          output: lines,
          onProgress: ({ lines, time, end }) => bar.update((options.duration ?? 0) - (end - time), `${lines} lines`),
          onWait: (error) => logger.warn(`waiting: ${error.message}`),
        })
        running.push({
          done: () => generator.done,
          async stop() {
            // What it failed of is told by `done`.
            await generator.stop().catch(() => undefined)
            bar.stop()
          },
        })
        await generator.start()
      })
    })
}

function generatorOptions({
  rate,
  duration,
  seed,
  scenario,
  labels,
  start,
}: Options): Omit<LogGeneratorOptions, 'output'> {
  return {
    rate,
    seed,
    run: duration === undefined ? {} : { durationMs: duration, ...(start !== undefined && { start }) },
    ...(scenario.length > 0 && { scenarios: scenario }),
    ...(labels !== undefined && { labels }),
  }
}

async function outputOf(where: string, parts: Parts, running: Running[]): Promise<LineOutput> {
  if (where === 'stdout') return streamOutput(process.stdout)
  if (where !== 'kafka') return fileOutput(where)
  const bus = await openBus(parts)
  running.push(closing(bus))
  await createTopics(bus, parts.config)
  return busOutput(bus, parts.config.topic)
}

function collect(text: string, before: ScenarioRequest[]): ScenarioRequest[] {
  return [...before, parseScenario(text)]
}

function seedOf(text: string): number {
  const seed = Number(text)
  if (!Number.isSafeInteger(seed)) throw new ErrorSenseError('usage', `--seed ${text}: write a whole number`)
  return seed
}

function timeOf(text: string): number {
  const time = Date.parse(text)
  if (Number.isNaN(time))
    throw new ErrorSenseError('usage', `--start ${text}: write ISO 8601, for example 2026-01-05T00:00:00Z`)
  return time
}

import { appendFileSync, writeFileSync } from 'node:fs'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import { generate } from './generator.ts'
import type { Label } from './label.ts'
import { runLive } from './live.ts'
import type { Rate, ScenarioRequest } from './options.ts'
import type { LineOutput } from './output.ts'
import { livePlan, spanPlan } from './plan.ts'
import { createPump, type Progress, type Pump } from './pump.ts'

/** With the wall clock, after a history of `backfillMs` written as fast as possible and free of scenarios. */
export interface LiveRun {
  readonly backfillMs?: number
}

/** As fast as possible through a span of event time; the same seed gives the same bytes. */
export interface SpanRun {
  readonly durationMs: number
  /** A Monday by default. */
  readonly start?: number
}

export interface LogGeneratorOptions {
  readonly output: LineOutput
  readonly run: LiveRun | SpanRun
  readonly seed?: number
  /** Lines per second of event time, a mean over the week; `max` is for live runs. */
  readonly rate?: Rate
  /** Left out: all of them, first ones soon. */
  readonly scenarios?: readonly ScenarioRequest[]
  /** File to which a line of JSON is written for every scenario that deserves an alert, when it begins. */
  readonly labels?: string
  readonly onProgress?: (progress: Progress) => void
  /** The output can not take lines for the moment; they wait. */
  readonly onWait?: (error: Error) => void
  readonly clock?: Clock
}

export interface LogGenerator {
  start(): Promise<void>
  /** Resolves when what was made is written. */
  stop(): Promise<void>
  /** Settles when the span is written or the generator stopped; rejects when the output fails. */
  readonly done: Promise<void>
}

/** A Monday. */
const SPAN_START = Date.parse('2026-01-05T00:00:00Z')
const DEFAULT_RATE = 20
const DEFAULT_SEED = 1

/** The role: writes a shop's logs to its output, which it closes at the end. A topic must exist. */
export function logGenerator(options: LogGeneratorOptions): LogGenerator {
  const stopping = new AbortController()
  const { promise: done, resolve, reject } = Promise.withResolvers<void>()
  // Whoever waits for `done` hears of a failure; nobody has to wait.
  done.catch(() => {})
  let started = false
  return {
    done,
    async start() {
      started = true
      run(options, stopping.signal)
        .finally(() => options.output.close())
        .catch(unlessReaderLeft)
        .then(resolve, reject)
    },
    async stop() {
      stopping.abort()
      if (started) await done
    },
  }
}

/** `generate | head` is no failure. */
function unlessReaderLeft(error: unknown): void {
  const cause = error instanceof ErrorSenseError ? error.cause : undefined
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'EPIPE')) throw error
}

async function run(options: LogGeneratorOptions, signal: AbortSignal): Promise<void> {
  const { output, run, labels, onProgress = () => {}, onWait = () => {} } = options
  const pump = createPump({ output, signal, onProgress, onWait })
  const onLabel = labels === undefined ? undefined : labelsFile(labels)
  const settings = {
    seed: options.seed ?? DEFAULT_SEED,
    rate: options.rate ?? DEFAULT_RATE,
    ...(onLabel === undefined ? {} : { onLabel }),
  }
  if ('durationMs' in run) return runSpan(settings, run, options.scenarios, pump)
  const { backfillMs = 0 } = run
  const plan = (start: number) => livePlan(options.scenarios, start)
  return runLive({ ...settings, backfillMs, plan, clock: options.clock ?? Date.now }, pump, signal)
}

interface Settings {
  readonly seed: number
  readonly rate: Rate
  readonly onLabel?: (label: Label) => void
}

async function runSpan(
  { rate, ...settings }: Settings,
  { durationMs, start = SPAN_START }: SpanRun,
  requests: readonly ScenarioRequest[] | undefined,
  pump: Pump,
): Promise<void> {
  if (rate === 'max')
    throw new ErrorSenseError('usage', 'rate max needs the wall clock: leave the duration out or give a number')
  const end = start + durationMs
  const scenarios = spanPlan(requests, { seed: settings.seed, start, durationMs })
  await pump(generate({ ...settings, start, end, rate, scenarios }), end)
}

/** Written at once, so that the file is complete whenever the process ends. */
function labelsFile(path: string): (label: Label) => void {
  writeFileSync(path, '')
  return (label) => appendFileSync(path, `${JSON.stringify(label)}\n`)
}

import type { EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { logGenerator } from '@errorsense/log-generator/main.ts'
import { parseRate, type Rate } from '@errorsense/log-generator/options.ts'
import { busOutput } from '@errorsense/log-generator/output.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { engineOption } from '../engine-option.ts'
import { openBus, openStore } from '../parts.ts'
import { startProcessor } from '../processor.ts'
import { closing, type RoleParts } from '../role.ts'
import { run, type Running } from '../run.ts'
import { startCollector } from './collect.ts'
import { startNotifier } from './notify.ts'
import { startApi } from './serve.ts'
import type { Verb } from './verb.ts'

interface Options {
  readonly engine: EngineName
  readonly demo?: boolean
  readonly rate: Rate
}

/** What a demonstration learns from before it goes live: enough that its first anomaly is one. */
const DEMO_HISTORY_MS = 3 * 60 * 60_000
const DEMO_HISTORY_RATE = 20
const DEMO_SEED = 1

export const all: Verb = (command, context) => {
  command
    .option('--demo', 'with the traffic of a demonstration shop and its anomalies')
    .option('--rate <lines/s>', 'mean rate of the demo traffic, or max', parseRate, 20)
    .addOption(engineOption())
    .addHelpText('after', '\nExample:\n  npx errorsense all --demo\n  DATA_DIR=/var/lib/errorsense npx errorsense all')
    .action(async ({ demo, engine, rate }: Options) => {
      const config = context.config()
      const logger = context.logger(config, 'errorsense')
      await run(logger, async (signal, running) => {
        const base = { config, logger, signal }
        say(
          config.kafka
            ? `bus    Kafka at ${config.kafka.brokers.join(', ')}`
            : `bus    embedded, ${config.dataDir}/bus.sqlite`,
        )
        const bus = await openBus(base)
        running.push(closing(bus))
        say(
          config.clickhouse
            ? `store  ClickHouse at ${config.clickhouse.url}`
            : `store  embedded ClickHouse, ${config.dataDir}/store`,
        )
        const store = await openStore(base)
        running.push(closing(store))
        const parts = { ...base, bus, store }
        await createTopics(bus, config)
        const api = await startApi(parts)
        running.push(api.running)
        say(`page   ${api.url}  <- open this in a browser`)
        // Before anybody reads, so that it is read in order of time.
        if (demo) await writeHistory(parts, rate === 'max' ? DEMO_HISTORY_RATE : rate)
        const processing = { ...parts, logger: logger.child({ role: 'anomaly-processor' }) }
        running.push(await startProcessor(processing, engine))
        running.push(await startNotifier({ ...parts, logger: logger.child({ role: 'alert-notifier' }) }))
        running.push(await startCollecting({ ...parts, logger: logger.child({ role: 'log-collector' }) }))
        if (demo) running.push(await startDemo(parts, rate))
        say('Ctrl-C stops it; history and incidents are kept.')
      })
      say('stopped.')
    })
}

/** Taking lines is worth starting for, and no reason not to start when nobody asked for this port. */
async function startCollecting(parts: RoleParts): Promise<Running> {
  const { collectorPort, host } = parts.config
  try {
    const collector = await startCollector(parts)
    if (collectorPort > 0)
      say(`lines  curl --data-binary @FILE "http://${host}:${collectorPort}/ingest?service=NAME"  sends your own`)
    return collector
  } catch (error) {
    if (!(error instanceof ErrorSenseError) || process.env['COLLECTOR_PORT']) throw error
    parts.logger.warn(`not collecting: ${error.message}`)
    return { done: () => new Promise(() => undefined), stop: async () => undefined }
  }
}

/** History of the demonstration shop, the first time only: without it nothing would be usual yet. */
async function writeHistory({ bus, store, config, signal }: RoleParts, rate: number): Promise<void> {
  const now = Date.now()
  const known = await store.services({ from: now - 7 * 24 * 60 * 60_000, to: now })
  if (known.length > 0) return
  say(`demo   a shop tells of its last ${DEMO_HISTORY_MS / 3_600_000} hours, so that there is a normal to learn ...`)
  const history = logGenerator({
    output: busOutput(bus, config.topic),
    run: { durationMs: DEMO_HISTORY_MS, start: now - DEMO_HISTORY_MS },
    rate,
    seed: DEMO_SEED,
    scenarios: [],
  })
  signal.addEventListener('abort', () => void history.stop(), { once: true })
  await history.start()
  await history.done
}

/** Traffic of the demonstration shop from now on, with an anomaly every few minutes. */
async function startDemo({ bus, config, logger }: RoleParts, rate: Rate): Promise<Running> {
  say(`demo   the shop writes ${rate} lines/s; the first anomaly comes within a minute`)
  const generator = logGenerator({
    output: busOutput(bus, config.topic),
    run: {},
    rate,
    seed: DEMO_SEED,
    onWait: (error) => logger.warn(`log-generator waits: ${error.message}`),
  })
  await generator.start()
  return { done: () => generator.done, stop: () => generator.stop() }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

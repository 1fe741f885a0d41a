import { join } from 'node:path'
import type { Config } from '@errorsense/adapters/runtime/config.ts'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { fileSource } from '@errorsense/adapters/source/file.ts'
import { httpSource } from '@errorsense/adapters/source/http.ts'
import { stdinSource } from '@errorsense/adapters/source/stdin.ts'
import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import type { LogSource } from '@errorsense/core/ports/log-source.ts'
import { logCollector } from '@errorsense/log-collector/main.ts'
import { openBus } from '../parts.ts'
import { closing } from '../role.ts'
import { run, type Running } from '../run.ts'
import type { Verb } from './verb.ts'

interface Options {
  readonly file: string[]
  readonly stdin?: boolean
  readonly service: string
}

export const collect: Verb = (command, context) => {
  command
    .option(
      '--file <path>',
      'follow this file, also over rotation; may be repeated',
      (path: string, before: string[]) => [...before, path],
      [],
    )
    .option('--stdin', 'take lines from standard input; ends with it')
    .option('--service <name>', 'service of these lines, where they do not tell one', '')
    .addHelpText(
      'after',
      '\nWithout options: the sources of CONFIG_FILE, and HTTP on COLLECTOR_PORT (3001).\n\nExample:\n  npx errorsense collect --file /var/log/app.log --service app\n  curl --data-binary @app.log "http://localhost:3001/ingest?service=app"',
    )
    .action(async ({ file, stdin, service }: Options) => {
      const config = context.config()
      const logger = context.logger(config, 'log-collector')
      const chosen = [
        ...file.map((path) => followed(path, service, config, logger)),
        ...(stdin ? [stdinSource({ service, onWait: (error) => logger.warn(`waiting: ${error.message}`) })] : []),
      ]
      await run(logger, async (signal, running) => {
        const bus = await openBus({ config, logger, signal })
        running.push(closing(bus))
        await createTopics(bus, config)
        const collector = logCollector({
          bus,
          topic: config.topic,
          sources: chosen.length > 0 ? chosen : sourcesOf(config, logger),
          logger,
        })
        await collector.start()
        running.push({ done: () => collector.done, stop: () => collector.stop() })
      })
    })
}

/** The sources of the settings: those of the file, and HTTP unless its port is 0. */
export function sourcesOf(config: Config, logger: Logger): LogSource[] {
  const own = config.file.sources.map((source) =>
    'file' in source
      ? followed(source.file, source.service ?? '', config, logger)
      : listening(source.http.host, source.http.port, config),
  )
  return config.collectorPort === 0 ? own : [...own, listening(config.host, config.collectorPort, config)]
}

function followed(path: string, service: string, { dataDir }: Config, logger: Logger): LogSource {
  return fileSource({
    path,
    service,
    stateDirectory: join(dataDir, 'positions'),
    onTrouble: (error) => logger.warn(`${path}: ${error.message}`),
  })
}

function listening(host: string, port: number, { apiKey }: Config): LogSource {
  return httpSource({ host, port, ...(apiKey !== undefined && { apiKey }) })
}

/** The role beside others in one process. */
export async function startCollector({
  bus,
  config,
  logger,
}: {
  bus: Parameters<typeof logCollector>[0]['bus']
  config: Config
  logger: Logger
}): Promise<Running> {
  const collector = logCollector({ bus, topic: config.topic, sources: sourcesOf(config, logger), logger })
  await collector.start()
  // Files and servers never end; standard input alone would, and it is not among the settings.
  return { done: () => new Promise(() => undefined), stop: () => collector.stop() }
}

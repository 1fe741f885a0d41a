/** The role anomaly-processor by the settings. */
import { readFileSync } from 'node:fs'
import type { FileConfig } from '@errorsense/adapters/runtime/config.ts'
import type { EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { anomalyProcessor } from '@errorsense/anomaly-processor/main.ts'
import { workerObserving } from '@errorsense/anomaly-processor/worker-observing.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { RoleParts } from './role.ts'
import type { Running } from './run.ts'

export async function startProcessor({ bus, store, config, logger }: RoleParts, engine: EngineName): Promise<Running> {
  const { sessions, security } = config.file
  const processor = anomalyProcessor({
    bus,
    store,
    topic: config.topic,
    group: config.group,
    logger,
    security: { allow: security.allow, feed: feedOf(security) },
    observing: workerObserving({ engine, ...(sessions && { session: new RegExp(sessions.pattern) }) }),
  })
  await processor.start()
  return processor
}

/** Addresses and networks of the feed files, one a line; what follows `#` or `;` is a remark. */
function feedOf({ feeds }: FileConfig['security']): string[] {
  return feeds.flatMap((name) => {
    try {
      const lines = readFileSync(name, 'utf8').split('\n')
      return lines.map((line) => line.replace(/[#;].*/, '').trim()).filter((line) => line !== '')
    } catch (cause) {
      throw new ErrorSenseError('config', `security.feeds: ${name} can not be read: ${(cause as Error).message}`, {
        cause,
      })
    }
  })
}

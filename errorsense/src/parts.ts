/** Which adapter serves which port, by the settings. The one place that knows both. */
import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Poison } from '@errorsense/adapters/bus/kafka.ts'
import { localBus } from '@errorsense/adapters/bus/local.ts'
import type { Config } from '@errorsense/adapters/runtime/config.ts'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { clickhouseStore } from '@errorsense/adapters/store/clickhouse.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Store } from '@errorsense/core/ports/store.ts'

export interface Parts {
  readonly config: Config
  readonly logger: Logger
  /** Aborts what is being waited for when the program is told to stop. */
  readonly signal: AbortSignal
}

export async function openBus({ config, logger, signal }: Parts): Promise<Bus> {
  const onRetry = (message: string, attempt: number) => logger.warn(`${message} (attempt ${attempt}, trying again)`)
  if (config.kafka) {
    // Loaded where it is used only.
    const { kafkaBus } = await import('@errorsense/adapters/bus/kafka.ts')
    let setAside = 0
    const onSetAside = (message: string, { offset, next }: Poison): void =>
      logger.error({ setAside: (setAside += next - offset) }, message)
    return kafkaBus({ ...config.kafka, clientId: 'errorsense', onRetry, onSetAside, signal })
  }
  return localBus({ path: join(await dataDir(config), 'bus.sqlite') })
}

/** Migrated and ready. */
export async function openStore({ config, logger, signal }: Parts): Promise<Store> {
  const onRetry = (message: string, attempt: number) => logger.warn(`${message} (attempt ${attempt}, trying again)`)
  const store = config.clickhouse
    ? clickhouseStore({ ...config.clickhouse, onRetry, signal })
    : clickhouseStore({ directory: join(await dataDir(config), 'store') })
  await store.migrate()
  return store
}

async function dataDir({ dataDir }: Config): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK)
  } catch (cause) {
    const { message } = cause as Error
    throw new ErrorSenseError(
      'config',
      `DATA_DIR=${dataDir} can not be used: ${message}. Set DATA_DIR to a directory this user may write`,
      { cause },
    )
  }
  return dataDir
}

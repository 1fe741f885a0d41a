import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { LogSource } from '@errorsense/core/ports/log-source.ts'
import { createCollector, type CollectorCounts } from './collector.ts'

export interface LogCollectorOptions {
  readonly bus: Bus
  /** Must exist. */
  readonly topic: string
  readonly sources: readonly LogSource[]
  readonly logger: Pick<Logger, 'info'>
}

export interface LogCollector {
  /** Resolves once every source listens; rejects, with none left listening, when one can not. */
  start(): Promise<void>
  /** Resolves when everything taken is on the bus. */
  stop(): Promise<void>
  readonly counts: Readonly<CollectorCounts>
  /** Resolves when every source has come to its end; servers and files never do. */
  readonly done: Promise<void>
}

/** The role: speaks what shippers speak, writes app-logs. */
export function logCollector({ bus, topic, sources, logger }: LogCollectorOptions): LogCollector {
  const { take, counts } = createCollector({ publish: (records) => bus.publish(topic, records) })
  const listening: LogSource[] = []
  const done = allDone(sources)
  // Whoever waits for `done` hears of a failure; nobody has to wait.
  done.catch(() => {})

  async function stop(): Promise<void> {
    await Promise.all(listening.splice(0).map((source) => source.stop()))
  }

  return {
    counts,
    stop,
    done,
    async start() {
      try {
        for (const source of sources) {
          await source.start(take)
          listening.push(source)
          logger.info({ source: source.name }, 'collecting')
        }
      } catch (error) {
        await stop()
        throw error
      }
    },
  }
}

async function allDone(sources: readonly LogSource[]): Promise<void> {
  await Promise.all(sources.map(({ done = new Promise<never>(() => {}) }) => done))
}

import type { Logger } from '@errorsense/adapters/runtime/logger.ts'
import { retrying, type RetryOptions } from '@errorsense/adapters/notify/retrying.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Route } from '@errorsense/core/notify/news.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Notifier } from '@errorsense/core/ports/notifier.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import { runChannel, type ChannelOptions, type Outcome } from './channel.ts'

export interface Channel extends Omit<Route, 'limit'> {
  readonly notifier: Notifier
  /** Messages within ten minutes. Default 30. */
  readonly limit?: number
}

export interface AlertNotifierOptions {
  readonly bus: Bus
  readonly store: Pick<Store, 'incident' | 'journal' | 'appendJournal'>
  readonly channels: readonly Channel[]
  readonly logger: ChannelOptions['logger']
  readonly clock?: Clock
  readonly topic?: string
  /** Every channel reads in a group of its own, named after this one. */
  readonly group?: string
  readonly retry?: Omit<RetryOptions, 'onFailure'>
  /** Told of every record in every channel, for counting. */
  readonly onOutcome?: (channel: string, outcome: Outcome) => void
}

export interface AlertNotifier {
  start(): Promise<void>
  /** What is being told is broken off and told again at the next start, under the same key. */
  stop(): Promise<void>
}

const LIMIT = 30

export function alertNotifier(options: AlertNotifierOptions): AlertNotifier {
  const { bus, store, channels, logger, retry } = options
  const { clock = Date.now, topic = 'incidents', group = 'alert-notifier-group', onOutcome = () => {} } = options
  refuseTwins(channels)
  const stopping = new AbortController()
  const common = { bus, store, topic, group, logger, clock, onOutcome }
  let running: Promise<unknown> = Promise.resolve()

  function run({ notifier, limit = LIMIT, ...wanted }: Channel): Promise<void> {
    const patient = retrying(notifier, { ...retry, onFailure: warn(logger, notifier.name) })
    return runChannel({ ...common, notifier: patient, route: { ...wanted, limit } }, stopping.signal)
  }

  return {
    async start() {
      running = Promise.all(channels.map(run))
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

function warn(logger: Pick<Logger, 'warn'>, channel: string): NonNullable<RetryOptions['onFailure']> {
  return (err, { incident: { id } }) => logger.warn({ err, channel, incident: id }, 'was not taken')
}

/** The journal tells channels apart by their names. */
function refuseTwins(channels: readonly Channel[]): void {
  const names = channels.map(({ notifier }) => notifier.name)
  const twin = names.find((name, i) => names.indexOf(name) !== i)
  if (twin !== undefined) throw new ErrorSenseError('config', `two channels are called ${twin}; name them apart`)
}

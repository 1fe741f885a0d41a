import type { AddressInfo } from 'node:net'
import type { FastifyBaseLogger } from 'fastify'
import { Counter, Gauge, Registry } from 'prom-client'
import { isLoopback } from '@errorsense/adapters/runtime/loopback.ts'
import { webSocketFeed, type WebSocketFeed } from '@errorsense/adapters/live-feed/websocket.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Api, Detecting } from './context.ts'
import { type Consumers, lagGauge } from './lag.ts'
import { live } from './live.ts'
import { ownAlarm } from './own-alarm.ts'
import { server } from './server.ts'

export interface RealtimeApiOptions {
  readonly store: Store
  readonly bus: Bus
  readonly logger: FastifyBaseLogger
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /** What people and programs must bring; needed as soon as other machines can reach `host`. */
  readonly apiKey?: string
  /** Origins other than our own whose pages may write and listen: a proxy that changes the host name. */
  readonly origins?: readonly string[]
  /** The built page. */
  readonly dashboardDir: string
  readonly version: string
  /** Whose lag is among the metrics, and an incident when it only grows. */
  readonly watched?: readonly Consumers[]
  readonly detecting: Detecting
  readonly clock?: Clock
}

export interface RealtimeApi {
  start(): Promise<{ url: string }>
  stop(): Promise<void>
}

export function realtimeApi({
  bus,
  clock = Date.now,
  origins = [],
  watched = [],
  ...options
}: RealtimeApiOptions): RealtimeApi {
  const { store, logger, host, port, version, detecting } = options
  const registry = new Registry()
  const feed = measuredFeed(registry)
  registry.registerMetric(lagGauge(bus, watched))
  const app = server({ ...options, origins, registry, context: { store, feed, clock, version, detecting } })
  let news: ReturnType<typeof live> | undefined
  let alarm: ReturnType<typeof ownAlarm> | undefined

  return {
    async start() {
      refuseToStandOpen(options)
      await listen(app, host, port)
      news = live({ bus, store, feed, logger, clock })
      alarm = ownAlarm({ bus, store, watched, logger, clock })
      return { url: urlOf(app, host) }
    },
    async stop() {
      await Promise.all([news?.stop(), alarm?.stop()])
      feed.close()
      await app.close()
    },
  }
}

function refuseToStandOpen({ host, apiKey }: { host: string; apiKey?: string }): void {
  if (isLoopback(host) || apiKey) return
  throw new ErrorSenseError(
    'config',
    `HOST=${host} can be reached by other machines: set API_SECRET_KEY to a secret of your choice, or HOST=127.0.0.1`,
  )
}

async function listen(app: Api, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new ErrorSenseError('config', `port ${port} is in use; set PORT=...`, { cause })
    if (code === 'EACCES') throw new ErrorSenseError('config', `port ${port} is not allowed; set PORT=...`, { cause })
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ErrorSenseError('config', `HOST=${host} is no address of this machine`, { cause })
    }
    throw cause
  }
}

function urlOf(app: Api, host: string): string {
  const { port } = app.server.address() as AddressInfo
  const name = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function measuredFeed(registry: Registry): WebSocketFeed {
  const dropped = new Counter({
    name: 'errorsense_live_dropped_total',
    help: 'Listeners of the live feed that were given up or refused.',
    labelNames: ['reason'],
    registers: [registry],
  })
  const feed = webSocketFeed({ onDrop: (reason) => dropped.inc({ reason }) })
  const listeners = new Gauge({
    name: 'errorsense_live_listeners',
    help: 'Open connections to the live feed.',
    registers: [],
    collect() {
      this.set(feed.size)
    },
  })
  registry.registerMetric(listeners)
  return feed
}

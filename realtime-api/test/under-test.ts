import fastify from 'fastify'
import type { TestContext } from 'node:test'
import { Registry } from 'prom-client'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { webSocketFeed } from '@errorsense/adapters/live-feed/websocket.ts'
import type { Bus } from '@errorsense/core/ports/bus.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Detecting } from '../src/context.ts'
import { realtimeApi, type RealtimeApiOptions } from '../src/main.ts'
import { server } from '../src/server.ts'
import { seededStore } from './seed.ts'

export const NOW = Date.UTC(2026, 10, 22, 18, 30, 20)
export const silentLogger = fastify({ logger: { level: 'silent' } }).log

/** As if all had been counted at once. */
export const countedDetecting: Detecting = {
  settings: { 'rare-template': { enabled: true, simulate: true, sensitivity: 'normal' } },
  async preview({ from }, { onProgress }) {
    onProgress(0.5)
    const counts = { low: [2, 1, 0, 1], normal: [4, 2, 1, 1], high: [19, 7, 9, 2] } as const
    const names = ['error-spike', 'latency', 'rate-change', 'silence']
    const steps = (['low', 'normal', 'high'] as const).map((sensitivity) => ({
      sensitivity,
      incidents: counts[sensitivity].reduce<number>((sum, count) => sum + count, 0),
      detectors: names.map((detector, i) => ({ detector, incidents: counts[sensitivity][i] })),
    }))
    return { from, steps }
  },
}

interface Options {
  readonly store?: Store
  readonly apiKey?: string
  readonly origins?: readonly string[]
  readonly dashboardDir?: string
  readonly detecting?: Detecting
}

/** The routes without a network, over the seeded shop. */
export async function routes(
  t: TestContext,
  { store, origins = [], dashboardDir = '/nowhere', apiKey, detecting = countedDetecting }: Options = {},
) {
  const feed = webSocketFeed()
  const kept = store ?? (await seededStore(NOW))
  const app = server({
    context: { store: kept, feed, clock: () => NOW, version: '1.2.3', detecting },
    logger: silentLogger,
    host: '127.0.0.1',
    origins,
    dashboardDir,
    registry: new Registry(),
    ...(apiKey !== undefined && { apiKey }),
  })
  t.after(() => app.close())
  return { app, store: kept, feed }
}

/** The whole role on a free port, with the topics it listens to. */
export async function running(t: TestContext, options: Partial<RealtimeApiOptions> = {}) {
  const bus = memoryBus()
  for (const topic of ['incidents', 'log-observations']) await bus.createTopic(topic, { partitions: 1 })
  const store = options.store ?? (await seededStore(Date.now()))
  const api = realtimeApi({
    bus,
    store,
    logger: silentLogger,
    host: '127.0.0.1',
    port: 0,
    dashboardDir: '/nowhere',
    version: '1.2.3',
    detecting: countedDetecting,
    ...options,
  })
  const { url } = await api.start()
  t.after(() => api.stop())
  return { api, bus, store, url }
}

export function publishJson(bus: Bus, topic: string, key: string, message: object): Promise<void> {
  return bus.publish(topic, [{ key, value: new TextEncoder().encode(JSON.stringify(message)) }])
}

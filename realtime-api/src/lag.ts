import { Gauge } from 'prom-client'
import type { Bus } from '@errorsense/core/ports/bus.ts'

/** A group that reads a topic. */
export interface Consumers {
  readonly topic: string
  readonly group: string
}

/** How far each group is behind, asked when somebody asks for it. */
export function lagGauge(bus: Pick<Bus, 'lag'>, watched: readonly Consumers[]): Gauge {
  return new Gauge({
    name: 'errorsense_consumer_lag',
    help: 'Records of a partition that its consumers have not finished. Absent while the bus does not answer.',
    labelNames: ['topic', 'partition'],
    registers: [],
    async collect() {
      this.reset()
      await Promise.all(
        watched.map(async ({ topic, group }) => {
          const lags = await bus.lag(topic, group).catch(() => [])
          for (const [partition, lag] of lags.entries()) this.set({ topic, partition }, lag)
        }),
      )
    },
  })
}

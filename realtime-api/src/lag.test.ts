import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Registry } from 'prom-client'
import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { lagGauge } from './lag.ts'

test('the lag of each partition is among the metrics, and is left out while the bus is away', async () => {
  const bus = memoryBus()
  await bus.createTopic('app-logs', { partitions: 2 })
  await bus.publish('app-logs', [{ value: Buffer.from('a'), key: '21' }])
  let away = false
  const lag: typeof bus.lag = async (...of) => {
    if (away) throw new Error('away')
    return await bus.lag(...of)
  }
  const registry = new Registry()
  registry.registerMetric(lagGauge({ lag }, [{ topic: 'app-logs', group: 'g' }]))
  const metrics = await registry.metrics()
  assert.match(metrics, /errorsense_consumer_lag\{topic="app-logs",partition="0"\} 1\n/)
  assert.match(metrics, /errorsense_consumer_lag\{topic="app-logs",partition="1"\} 0\n/)
  away = true
  assert.doesNotMatch(await registry.metrics(), /errorsense_consumer_lag\{/)
  await bus.close()
})

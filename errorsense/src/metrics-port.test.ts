import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadConfig } from '@errorsense/adapters/runtime/config.ts'
import { Gauge } from 'prom-client'
import { freePorts } from '../../test/free-port.ts'
import { startMetrics } from './metrics-port.ts'

const KEY = 'a key of sixteen chars'

test('metrics are told to who has the key, and nothing else is', async (context) => {
  const [port] = await freePorts(1)
  const metrics = await startMetrics(loadConfig({ METRICS_PORT: String(port), API_SECRET_KEY: KEY }))
  context.after(() => metrics.stop())
  new Gauge({ name: 'errorsense_of_this_test', help: 'One.' }).set(1)
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers })
  const told = await ask('/metrics', { authorization: `Bearer ${KEY}` })
  assert.match(await told.text(), /^errorsense_of_this_test 1$/m)
  assert.equal((await ask('/metrics')).status, 401)
  assert.equal((await ask('/other', { 'x-api-key': KEY })).status, 404)
})

test('a port that is taken, and an address that others can reach, are named', async (context) => {
  const [port] = await freePorts(1)
  const config = loadConfig({ METRICS_PORT: String(port) })
  const metrics = await startMetrics(config)
  context.after(() => metrics.stop())
  await assert.rejects(startMetrics(config), /the port is in use; set METRICS_PORT/)
  await assert.rejects(startMetrics({ ...config, host: '0.0.0.0' }), /set API_SECRET_KEY/)
})

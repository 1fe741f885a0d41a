import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Registry } from 'prom-client'
import { processorMetrics } from './metrics.ts'

test('lines add up by format, and what is behind is what it is now', async () => {
  const registry = new Registry()
  const metrics = processorMetrics(registry)
  metrics.read(0, { lines: { json: 3, plain: 1 }, truncated: 1, ahead: 2, behind: 1 })
  metrics.read(1, { lines: { json: 4 }, truncated: 0, ahead: 0, behind: 0 })
  metrics.read(0, { lines: {}, truncated: 0, ahead: 0, behind: 0 })
  const told = await registry.metrics()
  assert.match(told, /^errorsense_lines_total\{format="json"\} 7$/m)
  assert.match(told, /^errorsense_lines_total\{format="plain"\} 1$/m)
  assert.match(told, /^errorsense_records_truncated_total 1$/m)
  assert.match(told, /^errorsense_records_ahead_total 2$/m)
  assert.match(told, /^errorsense_sources_behind\{partition="0"\} 0$/m)
})

test('what detection lost is counted once, also when it begins anew', async () => {
  const registry = new Registry()
  const metrics = processorMetrics(registry)
  const none = { series: 0, evicted: 0, late: 0, sessions: 0, places: 0, shapes: 0 }
  metrics.detected(0, { ...none, series: 9, late: 5 })
  metrics.detected(0, { ...none, series: 8, late: 7, evicted: 3 })
  metrics.detected(0, { ...none, late: 2, sessions: 4 })
  const told = await registry.metrics()
  assert.match(told, /^errorsense_series 0$/m)
  assert.match(told, /^errorsense_observations_late_total 9$/m)
  assert.match(told, /^errorsense_evicted_total\{of="series"\} 3$/m)
  assert.match(told, /^errorsense_evicted_total\{of="sessions"\} 4$/m)
})

test('shards add up, but for those that somebody else has now', async () => {
  const registry = new Registry()
  const metrics = processorMetrics(registry)
  const none = { series: 0, evicted: 0, late: 0, sessions: 0, places: 0, shapes: 0 }
  metrics.detected(0, { ...none, series: 9, late: 5 })
  metrics.detected(2, { ...none, series: 4, late: 1 })
  metrics.detected(0, { ...none, series: 10, late: 6 })
  const both = await registry.metrics()
  assert.match(both, /^errorsense_series 14$/m)
  assert.match(both, /^errorsense_observations_late_total 7$/m)
  metrics.forgot(0)
  assert.match(await registry.metrics(), /^errorsense_series 4$/m)
})

import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadConfig, loadConfigFile } from './config.ts'

function file(text: string): string {
  const name = join(mkdtempSync(join(tmpdir(), 'errorsense-config-')), 'errorsense.yaml')
  writeFileSync(name, text)
  return name
}

test('without settings everything is embedded and closed to other machines', () => {
  const config = loadConfig({})
  assert.equal(config.kafka, undefined)
  assert.equal(config.clickhouse, undefined)
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.port, 3000)
  assert.equal(config.topic, 'app-logs')
  assert.equal(config.group, 'anomaly-processor-group')
})

test('an empty variable is an unset one, as compose files write it', () => {
  assert.equal(loadConfig({ KAFKA_BROKER: '', PORT: '' }).port, 3000)
})

test('wrong variables are all named at once', () => {
  assert.throws(() => loadConfig({ PORT: 'http', LOG_LEVEL: 'loud' }), /PORT: .*\nLOG_LEVEL: /)
})

test('brokers must carry a port', () => {
  assert.throws(() => loadConfig({ KAFKA_BROKER: 'kafka' }), /KAFKA_BROKER: "kafka" is not host:port/)
})

test('a SASL mechanism without password says what is missing', () => {
  assert.throws(
    () => loadConfig({ KAFKA_BROKER: 'k:9092', KAFKA_SASL_MECHANISM: 'PLAIN' }),
    /KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD/,
  )
})

test('a typo in the file is told with its line and column', () => {
  const name = file('notify:\n  - webhook: https://example.org/hook\n    minSeverty: high\n')
  assert.throws(
    () => loadConfigFile(name),
    (error: Error) => error.message === `${name}:3:5: notify.0: unknown setting "minSeverty"`,
  )
})

test('broken YAML is told with its line and column', () => {
  const name = file('notify:\n  - webhook: "open\n')
  assert.throws(() => loadConfigFile(name), /errorsense\.yaml:\d+:\d+: /)
})

test('a file that is not there names the setting', () => {
  assert.throws(
    () => loadConfigFile('/nowhere/errorsense.yaml'),
    /CONFIG_FILE=\/nowhere\/errorsense\.yaml can not be read/,
  )
})

test('WEBHOOK_URL adds a channel to those of the file', () => {
  const name = file('notify:\n  - webhook: https://example.org/a\n')
  const config = loadConfig({ CONFIG_FILE: name, WEBHOOK_URL: 'https://example.org/b' })
  assert.deepEqual(
    config.file.notify.map(({ webhook }) => webhook),
    ['https://example.org/a', 'https://example.org/b'],
  )
})

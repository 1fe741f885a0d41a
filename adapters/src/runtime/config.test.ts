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

test('a secret may stand in a file', () => {
  const env = {
    CLICKHOUSE_URL: 'https://c:8443',
    CLICKHOUSE_PASSWORD_FILE: file('from a file\n'),
    CLICKHOUSE_PASSWORD: '',
  }
  assert.equal(loadConfig(env).clickhouse?.password, 'from a file')
  assert.equal(loadConfig({ ...env, CLICKHOUSE_PASSWORD: 'own' }).clickhouse?.password, 'own')
  assert.equal(loadConfig({ MY_HOOK_FILE: file('s3cret\n') }).secret('MY_HOOK'), 's3cret')
  assert.throws(() => loadConfig({ API_SECRET_KEY_FILE: '/nowhere/key' }), /API_SECRET_KEY_FILE=\/nowhere\/key can not/)
})

test('TLS to Kafka: an authority, or those of the system, and a certificate of ours with its key', () => {
  const tls = (env: Record<string, string>) => loadConfig({ KAFKA_BROKER: 'k:9092', ...env }).kafka?.tls
  const pem = file('PEM')
  assert.equal(tls({}), undefined)
  assert.deepEqual(tls({ KAFKA_TLS_CA: pem }), { ca: 'PEM' })
  assert.deepEqual(tls({ KAFKA_TLS_CA: 'system' }), {})
  const ours = { KAFKA_TLS_CERT: pem, KAFKA_TLS_KEY: pem }
  assert.deepEqual(tls({ KAFKA_TLS_CA: 'system', ...ours }), { cert: 'PEM', key: 'PEM' })
  assert.throws(
    () => tls({ KAFKA_TLS_CA: pem, KAFKA_TLS_CERT: pem }),
    /KAFKA_TLS_CERT and KAFKA_TLS_KEY belong together/,
  )
  assert.throws(() => tls(ours), /KAFKA_TLS_CERT needs KAFKA_TLS_CA/)
  assert.throws(() => tls({ KAFKA_TLS_CA: '/nowhere/ca.pem' }), /KAFKA_TLS_CA=\/nowhere\/ca.pem can not be read/)
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
  assert.throws(() => loadConfigFile('/nowhere/errorsense.yaml'), /\/nowhere\/errorsense\.yaml can not be read/)
})

test('WEBHOOK_URL adds a channel to those of the file', () => {
  const name = file('notify:\n  - webhook: https://example.org/a\n')
  const config = loadConfig({ CONFIG_FILE: name, WEBHOOK_URL: 'https://example.org/b' })
  assert.deepEqual(
    config.file.notify.map(({ webhook }) => webhook),
    ['https://example.org/a', 'https://example.org/b'],
  )
})

test('an allow list that nobody could be on is refused at its entry', () => {
  const name = file('security:\n  allow:\n    - 10.0.0.0/8\n    - 10.0.0.0/33\n')
  assert.throws(
    () => loadConfigFile(name),
    (error: Error) => error.message.startsWith(`${name}:4:7: security.allow.1: not an address`),
  )
})

test('detectors are set by name, and what they do not know is refused', () => {
  const config = (text: string) => loadConfigFile(file(`detectors:\n${text}`)).detectors
  assert.deepEqual(config('  silence: {sensitivity: low}\n'), {
    silence: { enabled: true, simulate: false, sensitivity: 'low' },
  })
  assert.throws(
    () => config('  silense: {enabled: false}\n'),
    /:2:3: detectors\.silense: no such detector: write one of/,
  )
  assert.throws(() => config('  probe: {sensitivity: high}\n'), /:2:11: .*has limits of its own/)
  assert.throws(() => config('  probe: {sensitivity: loud}\n'), /:2:11: /)
  assert.throws(() => config('  probe: {simulated: true}\n'), /:2:11: .*unknown setting "simulated"/)
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parseEnv } from 'node:util'
import { parse } from 'yaml'
import { loadConfig } from '@errorsense/adapters/runtime/config.ts'
import { kafkaVersion } from '../scripts/kafka/install.ts'

interface Service {
  readonly image: string
  readonly command?: readonly string[]
  readonly ports?: readonly string[]
  readonly environment: Readonly<Record<string, unknown>>
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const { services } = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> }
const roles = Object.entries(services).filter(([, { command }]) => command !== undefined)
const example = parseEnv(read('.env.example'))

describe('docker-compose.yml', () => {
  test('starts every role by its verb', () => {
    const verbs = Object.fromEntries(roles.map(([name, { command }]) => [name, command?.[0]]))
    assert.deepEqual(verbs, {
      'log-generator': 'generate',
      'log-collector': 'collect',
      'anomaly-processor': 'process',
      'alert-notifier': 'notify',
      'realtime-api': 'serve',
    })
    const { stdout } = spawnSync(process.execPath, ['errorsense/src/main.ts', '--help'], {
      cwd: root,
      encoding: 'utf8',
    })
    for (const verb of Object.values(verbs)) assert.match(stdout, new RegExp(`^  ${verb}\\b`, 'm'))
  })

  test('publishes the known ports, to this machine only', () => {
    const ports = Object.values(services).flatMap(({ ports = [] }) => ports)
    const published = [9092, 29092, 8123, 3001, 3000].map((port) => `127.0.0.1:${port}:${port}`)
    assert.deepEqual(ports, published)
  })

  test('gives roles settings that exist and are accepted', () => {
    for (const [name, { environment }] of roles) {
      for (const variable of Object.keys(environment)) assert.ok(variable in example, `${name}: ${variable}`)
      const config = loadConfig(withDefaults(environment))
      assert.deepEqual(config.kafka?.brokers, ['kafka:29092'])
      assert.equal(config.topic, 'app-logs')
      assert.equal(config.group, 'anomaly-processor-group')
    }
  })

  test('logs into ClickHouse with the account that is made there', () => {
    const { CLICKHOUSE_USER, CLICKHOUSE_PASSWORD, CLICKHOUSE_DB } = services['clickhouse'].environment
    for (const [, { environment }] of roles) {
      assert.equal(environment['CLICKHOUSE_USER'], CLICKHOUSE_USER)
      assert.equal(environment['CLICKHOUSE_PASSWORD'], CLICKHOUSE_PASSWORD)
      assert.equal(environment['CLICKHOUSE_DATABASE'], CLICKHOUSE_DB)
    }
  })

  test('starts roles once bus and store are healthy', () => {
    for (const [, { depends_on: needs }] of roles) {
      assert.deepEqual(needs, { kafka: { condition: 'service_healthy' }, clickhouse: { condition: 'service_healthy' } })
    }
  })

  test('runs the Kafka that the tests run', () => {
    assert.equal(services['kafka'].image, `apache/kafka:${kafkaVersion}`)
  })
})

describe('.env.example', () => {
  test('names every setting once, with the default that holds without it', () => {
    const source = read('adapters/src/runtime/config.ts')
    const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name)
    assert.deepEqual(Object.keys(example).sort(), known.sort())
    const comparable = (config: object) => JSON.stringify(config)
    assert.equal(comparable(loadConfig(example)), comparable(loadConfig({})))
  })

  test('says of every setting what it is', () => {
    const lines = read('.env.example').split('\n')
    for (const [i, line] of lines.entries()) if (/^[A-Z_]+=/.test(line)) assert.match(lines[i - 1], /^# \S/, line)
  })
})

test('the image copies the manifest of every workspace, or npm ci would miss its dependencies', () => {
  const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] }
  const dockerfile = read('deploy/Dockerfile')
  const ignored = read('.dockerignore')
  for (const name of workspaces) {
    assert.ok(dockerfile.includes(`COPY ${name}/package.json ${name}/\n`), name)
    assert.ok(ignored.includes(`!${name}\n`), name)
  }
})

/** As compose does with an empty .env: `${NAME:-default}` is the default. */
function withDefaults(environment: Service['environment']): Record<string, string> {
  const entries = Object.entries(environment).map(([name, value]) => [
    name,
    String(value).replace(/^\$\{\w+:-(.*)\}$/, '$1'),
  ])
  return Object.fromEntries(entries) as Record<string, string>
}

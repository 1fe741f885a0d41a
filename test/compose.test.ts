import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

  test('runs an image that starts as npm does', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { errorsense: string } }
    const entrypoint = /^ENTRYPOINT (.+)$/m.exec(read('deploy/Dockerfile'))?.[1] ?? '[]'
    assert.deepEqual(JSON.parse(entrypoint), scripts.errorsense.split(' '))
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

describe('docker-compose.prod.yml', () => {
  const production = parse(read('docker-compose.prod.yml'), { merge: true }) as {
    services: Record<string, Service & { secrets?: readonly string[]; entrypoint?: readonly string[] }>
    secrets: Record<string, { file: string }>
  }
  const inProduction = Object.entries(production.services)
  const ours = inProduction.filter(([, { command }]) => command !== undefined)
  const servers = inProduction.filter(([, { command }]) => command === undefined)

  test('holds no password: every secret is a file below secrets/ that a script makes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'errorsense-deploy-'))
    cpSync(join(root, 'deploy'), join(folder, 'deploy'), { recursive: true })
    const { status, stderr } = spawnSync(join(folder, 'deploy', 'secrets.sh'), { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    for (const { file } of Object.values(production.secrets)) assert.ok(existsSync(join(folder, file)), file)
    for (const [name, { secrets = [] }] of inProduction)
      for (const secret of secrets) assert.ok(secret in production.secrets, `${name}: ${secret}`)
    assert.doesNotMatch(read('docker-compose.prod.yml'), /(PASSWORD|SECRET|KEY): /)
    const [made, again] = [0, 1].map(() => {
      spawnSync(join(folder, 'deploy', 'secrets.sh'))
      return readFileSync(join(folder, 'secrets', 'kafka_password'), 'utf8')
    })
    assert.equal(made, again, 'a second run keeps passwords')
  })

  test('gives roles settings that are accepted once the secrets are there, and refused before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'errorsense-secrets-'))
    for (const secret of Object.keys(production.secrets)) writeFileSync(join(folder, secret), 'a'.repeat(48))
    for (const [name, { environment, secrets = [] }] of ours) {
      const settings = Object.fromEntries(
        Object.entries(withDefaults(environment)).map(([key, value]) => [key, value.replace('/run/secrets', folder)]),
      )
      for (const value of Object.values(environment)) {
        const secret = /^\/run\/secrets\/(.+)$/.exec(String(value))?.[1]
        if (secret !== undefined) assert.ok(secrets.includes(secret), `${name} is not given ${secret}`)
      }
      const config = loadConfig(settings)
      assert.equal(config.kafka?.sasl?.mechanism, 'SCRAM-SHA-512')
      assert.equal(config.kafka.sasl.password.length, 48)
      assert.equal(config.kafka.tls?.ca?.length, 48)
      assert.match(config.clickhouse?.url ?? '', /^https:/)
      assert.equal(config.apiKey?.length, 48)
      assert.throws(() => loadConfig(withDefaults(environment)), /can not be read/)
    }
  })

  test('lets nobody in but by TLS, and page and collector from this machine only', () => {
    for (const [name, { ports }] of servers) assert.equal(ports, undefined, `${name} is for the roles alone`)
    const published = ours.flatMap(([, { ports = [] }]) => ports)
    assert.deepEqual(published, ['127.0.0.1:3001:3001', '127.0.0.1:3000:3000'])
    const kafka = read('deploy/kafka/server.properties')
    const [, listeners] = /^listeners=(.*)$/m.exec(kafka) ?? []
    const open = listeners.split(',').filter((listener) => !listener.includes('127.0.0.1'))
    assert.deepEqual(open, ['CLIENT://:9092'])
    assert.match(kafka, /security\.protocol\.map=CLIENT:SASL_SSL/)
    const clickhouse = read('deploy/clickhouse/tls.xml')
    for (const port of ['http_port', 'tcp_port']) assert.ok(clickhouse.includes(`<${port} remove="remove"/>`), port)
  })

  test('has servers that refuse to start without a password', () => {
    for (const [name, { entrypoint = [] }] of servers) {
      const script = read(`deploy/${name}/start.sh`)
      assert.deepEqual(entrypoint, ['bash', '/etc/errorsense/start.sh'])
      const folder = mkdtempSync(join(tmpdir(), 'errorsense-secrets-'))
      writeFileSync(join(folder, `${name}_password`), 'short\n')
      const { status, stderr } = spawnSync('bash', ['-c', script.replaceAll('/run/secrets', folder)], {
        encoding: 'utf8',
      })
      assert.equal(status, 1)
      assert.match(stderr, new RegExp(`${name}_password has fewer than 16 characters`))
    }
  })

  test('runs the same servers as development', () => {
    for (const [name, { image }] of servers) assert.equal(image, services[name].image)
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

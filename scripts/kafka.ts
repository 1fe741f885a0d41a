/** `npm run kafka -- up|down|env`: a real Apache Kafka on this machine, without containers. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cacheFolder, whyNoKafka } from './kafka/install.ts'
import { startKafka } from './kafka/start.ts'

export { whyNoKafka } from './kafka/install.ts'
export { type Kafka, type KafkaOptions, startKafka } from './kafka/start.ts'

const USAGE = `Usage: npm run kafka -- up [--nodes 1|3] [--sasl] [--port N] | env | down

  up      starts Kafka in the background and prints the settings to use it
  env     prints them again:  eval "$(npm run -s kafka -- env)"
  down    ends it and removes its data

  --nodes N   brokers, 1 (default) or 3: each about 350 MB of memory
  --sasl      TLS and a password for clients
  --port N    of the first broker; default 9092

Needs Java >= 17, and Maven for the first start. Everything lies below .cache/kafka.
`

interface Running {
  readonly pids: readonly number[]
  readonly env: Readonly<Record<string, string>>
}

const folder = join(cacheFolder, 'running')
const stateFile = join(folder, 'state.json')

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      nodes: { type: 'string', default: '1' },
      port: { type: 'string', default: '9092' },
      sasl: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return print(USAGE)
  const [verb] = positionals
  if (verb === 'up') return await up({ nodes: Number(values.nodes), port: Number(values.port), sasl: values.sasl })
  if (verb === 'down') return down()
  if (verb === 'env') return env()
  report(USAGE)
  return 2
}

async function up(options: { nodes: number; port: number; sasl: boolean }): Promise<number> {
  const missing = whyNoKafka()
  if (missing !== false) return fail(missing)
  if (existsSync(stateFile)) return fail('Kafka is already up: `npm run kafka -- down` ends it')
  const kafka = await startKafka({ ...options, folder, detached: true, report })
  const state: Running = { pids: kafka.pids, env: kafka.env }
  writeFileSync(stateFile, JSON.stringify(state), { mode: 0o600 })
  return env()
}

function down(): number {
  if (!existsSync(stateFile)) return fail('Kafka is not up')
  for (const pid of running().pids) {
    try {
      process.kill(pid, 'SIGTERM')
    } catch {
      report(`process ${pid} has ended already`)
    }
  }
  rmSync(folder, { recursive: true, force: true })
  return 0
}

function env(): number {
  if (!existsSync(stateFile)) return fail('Kafka is not up')
  for (const [name, value] of Object.entries(running().env)) print(`export ${name}=${value}\n`)
  return 0
}

function running(): Running {
  return JSON.parse(readFileSync(stateFile, 'utf8'))
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

function report(line: string): void {
  process.stderr.write(`${line}\n`)
}

function fail(why: string): number {
  report(why)
  return 1
}

if (import.meta.main) process.exitCode = await main()

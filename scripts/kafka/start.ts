import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { LOGGING, type Node, serverProperties } from './config.ts'
import { installKafka, javaTool } from './install.ts'
import { makeSecurity, type Security } from './security.ts'

export interface KafkaOptions {
  /** 1 (default) or 3. */
  readonly nodes?: number
  /** TLS and passwords for clients. */
  readonly sasl?: boolean
  /** Of the first node, the others follow; free ones by default. */
  readonly port?: number
  /** Lets the brokers outlive this process. */
  readonly detached?: boolean
  /** Where everything of the run lies; a temporary folder by default. */
  readonly folder?: string
  /** Hears what happens, line by line. */
  readonly report?: (line: string) => void
}

export interface Kafka {
  readonly brokers: string[]
  /** The settings with which ErrorSense uses it. */
  readonly env: Readonly<Record<string, string>>
  readonly pids: readonly number[]
  readonly folder: string
  /** Ends one node as a crash would, 0 being the first. */
  kill(index: number): Promise<void>
  /** Starts a killed node again on its old data. */
  restart(index: number): Promise<void>
  /** Sends a signal to one node; SIGSTOP and SIGCONT hold it where it is. */
  signal(index: number, signal: NodeJS.Signals): void
  /** Ends all nodes and removes what they wrote. */
  stop(): Promise<void>
}

const run = promisify(execFile)
const CLUSTER_ID = 'ErrorSenseDevelopment0'
const START_TIMEOUT_MS = 240_000
const STOP_TIMEOUT_MS = 5000

/** A real Kafka on this machine, ready for clients. Check `whyNoKafka` first. */
export async function startKafka(options: KafkaOptions = {}): Promise<Kafka> {
  const { detached = false, report = () => {} } = options
  const classPath = await installKafka(report)
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'errorsense-kafka-'))
  const security = options.sasl === true ? await makeSecurity(folder) : undefined
  const nodes = await plan(folder, options)
  for (const node of nodes) writeConfig(node, nodes, security)
  await Promise.all(nodes.map((node) => format(node, classPath, security)))

  const start = (node: Node): ChildProcess => launch(node, classPath, detached)
  const processes = nodes.map(start)
  const killAll = (): void => {
    for (const process of processes) process.kill('SIGKILL')
  }
  if (!detached) process.once('exit', killAll)
  const began = performance.now()
  report(`starting ${nodes.length === 1 ? 'a broker' : `${nodes.length} brokers`} in ${folder}`)
  await Promise.all(nodes.map((node, i) => ready(node, processes[i])))
  report(`ready after ${((performance.now() - began) / 1000).toFixed(1)} s`)

  const brokers = nodes.map(({ ports }) => `127.0.0.1:${ports.client}`)
  return {
    brokers,
    env: settings(brokers, security),
    pids: processes.map(({ pid }) => pid!),
    folder,
    kill: (index) => end(processes[index], 'SIGKILL'),
    async restart(index) {
      processes[index] = start(nodes[index])
      await ready(nodes[index], processes[index])
    },
    signal: (index, signal) => void processes[index].kill(signal),
    async stop() {
      process.removeListener('exit', killAll)
      await Promise.all(processes.map((process) => end(process, 'SIGTERM')))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function plan(folder: string, { nodes = 1, port }: KafkaOptions): Promise<Node[]> {
  const free = await freePorts(nodes * 3)
  return Array.from({ length: nodes }, (_, i) => ({
    id: i + 1,
    folder: join(folder, `node-${i + 1}`),
    ports: {
      client: port === undefined ? free[i * 3] : port + i,
      internal: free[i * 3 + 1],
      controller: free[i * 3 + 2],
    },
  }))
}

/** All held at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  })
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}

function writeConfig(node: Node, nodes: readonly Node[], security: Security | undefined): void {
  mkdirSync(node.folder, { recursive: true })
  writeFileSync(join(node.folder, 'server.properties'), serverProperties(node, nodes, security))
  writeFileSync(join(node.folder, 'log4j2.xml'), LOGGING)
}

async function format(node: Node, classPath: string, security: Security | undefined): Promise<void> {
  const config = join(node.folder, 'server.properties')
  const tool = ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', config]
  await run(javaTool('java'), ['-XX:TieredStopAtLevel=1', ...tool, ...(security?.scram ?? [])])
}

function launch({ folder }: Node, classPath: string, detached: boolean): ChildProcess {
  const memory = ['-Xms128m', '-Xmx384m', '-XX:+UseSerialGC']
  const logging = `-Dlog4j2.configurationFile=${join(folder, 'log4j2.xml')}`
  const log = openSync(logFile(folder), 'w')
  const args = [...memory, logging, '-cp', classPath, 'kafka.Kafka', join(folder, 'server.properties')]
  const child = spawn(javaTool('java'), args, { stdio: ['ignore', log, log], detached })
  closeSync(log)
  if (detached) child.unref()
  return child
}

function logFile(folder: string): string {
  return join(folder, 'broker.log')
}

async function ready({ folder }: Node, broker: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS
  while (!readFileSync(logFile(folder), 'utf8').includes('Kafka Server started')) {
    if (broker.exitCode !== null || performance.now() > deadline)
      throw new Error(`Kafka did not start:\n${tail(folder)}`)
    await sleep(100)
  }
}

function tail(folder: string): string {
  return readFileSync(logFile(folder), 'utf8').split('\n').slice(-20).join('\n')
}

async function end(broker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (broker.exitCode !== null || broker.signalCode !== null) return
  const exited = once(broker, 'exit')
  broker.kill(signal)
  const late = setTimeout(() => broker.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await exited
  clearTimeout(late)
}

function settings(brokers: readonly string[], security: Security | undefined): Record<string, string> {
  const plain = { KAFKA_BROKER: brokers.join(',') }
  if (security === undefined) return plain
  return {
    ...plain,
    KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
    KAFKA_SASL_USERNAME: security.username,
    KAFKA_SASL_PASSWORD: security.password,
    KAFKA_TLS_CA: security.ca,
  }
}

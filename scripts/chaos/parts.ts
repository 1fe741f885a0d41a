/** The size of many machines on this one: Kafka, the store, a receiver of webhooks, and roles as processes of their own. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, main } from '../../test/command.ts'
import { freePorts } from '../../test/free-port.ts'
import { type Kafka, startKafka } from '../kafka.ts'
import { keptProcess, type KeptProcess } from './kept-process.ts'
import { type Receiver, receiver } from './receiver.ts'
import type { Run } from './run.ts'
import { eventually, isUp } from './settle.ts'
import { storeServer, type StoreServer } from './store-server.ts'

export interface Parts {
  readonly kafka: Kafka
  readonly store: StoreServer
  readonly pager: Receiver
  readonly run: Run
}

export async function startParts(nodes: number, run: Run): Promise<Parts> {
  const { folder, report, trouble } = run
  const kafka = await startKafka({ nodes, folder: join(folder, 'kafka'), report })
  run.onEnd(() => kafka.stop())
  const directory = join(folder, 'store')
  const store = await storeServer({ directory, logFile: join(folder, 'store.log'), onTrouble: trouble })
  run.onEnd(() => store.stop())
  const pager = await receiver()
  run.onEnd(() => pager.close())
  const configuration = `notify:\n  - { webhook: '${pager.url}', allowPrivate: true, minSeverity: low }\n`
  writeFileSync(join(folder, 'errorsense.yaml'), configuration)
  return { kafka, store, pager, run }
}

/** Roles that work together. */
export interface Side {
  readonly api: string
  /** Of the collectors. */
  readonly intakes: readonly string[]
  /** One that serves, then the roles as they were asked for. */
  readonly processes: readonly KeptProcess[]
}

export interface SideOptions {
  /** Of its group and its database. */
  readonly name: string
  /** Verbs, each with what else stands behind it. */
  readonly roles: readonly (readonly [verb: string, ...options: string[]])[]
  /** Where they differ. */
  readonly settings?: Readonly<Record<string, string>>
}

const UP_MS = 120_000

/** All roles, and one that serves; resolves when they answer. */
export async function startSide(
  { kafka, store, run }: Parts,
  { name, roles, settings: own = {} }: SideOptions,
): Promise<Side> {
  const [page, ...intakes] = await freePorts(1 + roles.filter(isIntake).length)
  const settings = {
    ...kafka.env,
    DETECTION_SHARDS: '3',
    KAFKA_GROUP_ID: name,
    CLICKHOUSE_URL: store.url,
    CLICKHOUSE_DATABASE: name,
    CONFIG_FILE: join(run.folder, 'errorsense.yaml'),
    PORT: String(page),
    ...own,
  }
  const { code, stderr } = await command(['topics'], { env: settings })
  if (code !== 0) throw new Error(`no topics: ${stderr}`)
  let collectors = 0
  const processes = [['serve'] as const, ...roles].map((role, i) => {
    const title = `${role[0]}-${i}`
    const folder = join(run.folder, name, title)
    mkdirSync(folder, { recursive: true })
    const port = isIntake(role) ? { COLLECTOR_PORT: String(intakes[collectors++]) } : {}
    const env = { ...settings, ...port, DATA_DIR: folder }
    const logFile = join(run.folder, `${name}-${title}.log`)
    return keptProcess({ name: title, args: [main, ...role], env, logFile, onTrouble: run.trouble })
  })
  run.onEnd(async () => void (await Promise.all(processes.map((process) => process.stop('SIGKILL')))))
  const side = { api: urlOf(page), intakes: intakes.map(urlOf), processes }
  const questions = [`${side.api}/readyz`, ...side.intakes.map((intake) => `${intake}/health`)]
  const isReady = async (): Promise<boolean> => (await Promise.all(questions.map(isUp))).every(Boolean)
  if (!(await eventually(isReady, { timeoutMs: UP_MS, signal: run.signal }))) throw new Error(`${name} did not come up`)
  return side
}

/** One that takes lines over HTTP; one that follows a file does not. */
function isIntake([verb, ...options]: SideOptions['roles'][number]): boolean {
  return verb === 'collect' && options.length === 0
}

function urlOf(port: number): string {
  return `http://127.0.0.1:${port}`
}

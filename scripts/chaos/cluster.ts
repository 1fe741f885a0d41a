/**
 * The size of many machines: Kafka, the store and every role as processes of their own, which end, freeze and lose each
 * other at random while numbered lines come in. Afterwards the very same topic is read once more with nothing going
 * wrong, and both must have come to the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Admin } from '@platformatic/kafka'
import { createDice, type Dice } from '@errorsense/log-generator/dice.ts'
import type { Row } from '../../bench/table.ts'
import { command, main } from '../../test/command.ts'
import { freePorts } from '../../test/free-port.ts'
import { type Kafka, startKafka } from '../kafka.ts'
import { auditAgainst, auditAttacks, auditCounts, auditDeliveries, auditLines, incidentsIn } from './audit.ts'
import { disturb, type Fault, faultsOfBroker, faultsOfConnection, faultsOfProcess } from './faults.ts'
import { keptProcess, type KeptProcess } from './kept-process.ts'
import { type Receiver, receiver } from './receiver.ts'
import { countRow, none, type Run } from './run.ts'
import { eventually, isFound, isUp, lagOf, settle } from './settle.ts'
import { storeServer, type StoreServer } from './store-server.ts'
import { type Traffic, traffic } from './traffic.ts'

export interface ClusterOptions {
  readonly nodes: number
  readonly minutes: number
  /** Ends it before the minutes are over. */
  readonly kills: number
  readonly seed: number
  readonly rate: number
}

const ROLES = { collect: 2, process: 2, notify: 2 } as const
const TOPIC = 'app-logs'
const DISTURBED = 'disturbed'
const UNDISTURBED = 'undisturbed'
const UP_MS = 120_000
const SETTLE_MS = 240_000
/** A channel tells no more than 30 in ten minutes, and there is more to tell than attacks. */
const ATTACK_EVERY_MS = 40_000
const FAULT_EVERY_MS = 2500
const BROKER_WEIGHT = 4

interface Parts {
  readonly kafka: Kafka
  readonly store: StoreServer
  readonly pager: Receiver
  readonly run: Run
}

export async function cluster(options: ClusterOptions, run: Run): Promise<Row[]> {
  const dice = createDice(options.seed)
  const parts = await startParts(options.nodes, run)
  const { lines, kills, happened } = await suffer(options, parts, dice)
  run.report(`${lines.acknowledged} lines acknowledged, ${lines.heldBack} held back; reading them again undisturbed`)
  await calm(parts, lines)
  return [
    countRow('kills', kills, { reach: 200, beyond: 1000 }),
    countRow('other faults', [...happened.values()].reduce((sum, count) => sum + count, 0) - kills),
    countRow('lines acknowledged', lines.acknowledged),
    ...(await audit(parts, lines)),
    none('processes that ended by themselves, and stops that went wrong', run.troubles.length),
  ]
}

async function startParts(nodes: number, run: Run): Promise<Parts> {
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

interface Side {
  /** Of the group and of the database. */
  readonly name: string
  readonly api: string
  readonly intakes: readonly string[]
  readonly processes: readonly KeptProcess[]
}

/** All roles that take part, up and reading. */
async function startSide({ kafka, store, run }: Parts, name: string, roles: readonly string[]): Promise<Side> {
  const [page, ...intakes] = await freePorts(1 + roles.filter((role) => role === 'collect').length)
  const settings = {
    ...kafka.env,
    KAFKA_GROUP_ID: name,
    CLICKHOUSE_URL: store.url,
    CLICKHOUSE_DATABASE: name,
    CONFIG_FILE: join(run.folder, 'errorsense.yaml'),
    PORT: String(page),
  }
  const { code, stderr } = await command(['topics'], { env: settings })
  if (code !== 0) throw new Error(`no topics: ${stderr}`)
  let collectors = 0
  const processes = ['serve', ...roles].map((role, i) => {
    const title = `${role}-${i}`
    const folder = join(run.folder, name, title)
    mkdirSync(folder, { recursive: true })
    const port = role === 'collect' ? { COLLECTOR_PORT: String(intakes[collectors++]) } : {}
    const env = { ...settings, ...port, DATA_DIR: folder }
    const logFile = join(run.folder, `${name}-${title}.log`)
    return keptProcess({ name: title, args: [main, role], env, logFile, onTrouble: run.trouble })
  })
  run.onEnd(async () => void (await Promise.all(processes.map((process) => process.stop('SIGKILL')))))
  const side = { name, api: urlOf(page), intakes: intakes.map(urlOf), processes }
  const questions = [`${side.api}/readyz`, ...side.intakes.map((intake) => `${intake}/health`)]
  const isReady = async (): Promise<boolean> => (await Promise.all(questions.map(isUp))).every(Boolean)
  if (!(await eventually(isReady, { timeoutMs: UP_MS, signal: run.signal }))) throw new Error(`${name} did not come up`)
  return side
}

function urlOf(port: number): string {
  return `http://127.0.0.1:${port}`
}

async function suffer({ minutes, kills, nodes, rate }: ClusterOptions, parts: Parts, dice: Dice) {
  const { kafka, store, pager, run } = parts
  const { report, signal } = run
  const roles = Object.entries(ROLES).flatMap(([role, count]) => Array.from({ length: count }, () => role))
  const side = await startSide(parts, DISTURBED, roles)
  const lines = traffic({ collectors: side.intakes, rate, attackEveryMs: ATTACK_EVERY_MS, dice })
  const faults: Fault[] = [
    ...side.processes.flatMap(faultsOfProcess),
    ...Array.from({ length: nodes }, (_, index) => faultsOfBroker(kafka, index, BROKER_WEIGHT)).flat(),
    ...faultsOfProcess(store.process).filter(({ name }) => name !== 'SIGTERM'),
    ...faultsOfConnection('connection to the store', store.connection),
  ]
  const end = performance.now() + minutes * 60_000
  const disturbance = await disturb({
    faults,
    dice,
    everyMs: FAULT_EVERY_MS,
    isEnough: (so) => so.kills >= kills || performance.now() >= end,
    signal,
    report,
  })
  report(`no more faults; ${lines.acknowledged} lines acknowledged, waiting for their judgement`)
  if (!(await settle(side.api, lines, { timeoutMs: SETTLE_MS, signal }))) run.trouble('was not through in time')
  const last = lines.attackers.at(-1) ?? ''
  const isTold = async (): Promise<boolean> =>
    pager.deliveries.some(({ incident }) => incident.entities.ip.includes(last))
  if (!(await eventually(isTold, { timeoutMs: SETTLE_MS, signal }))) run.trouble('nobody was told of the last attack')
  await Promise.all(side.processes.map((process) => process.stop()))
  return { lines, ...disturbance }
}

/** The same topic read by others, who share nothing with the first but its records. */
async function calm(parts: Parts, lines: Traffic): Promise<void> {
  const { kafka, run } = parts
  const admin = new Admin({ clientId: 'chaos', bootstrapBrokers: kafka.brokers })
  const topics = (await admin.listTopics()).filter((topic) => topic !== TOPIC)
  await admin.deleteTopics({ topics })
  await admin.close()
  const { api, processes } = await startSide(parts, UNDISTURBED, ['process'])
  const last = lines.attackers.at(-1) ?? ''
  const isThrough = async (): Promise<boolean> => (await isFound(api, last)) && (await lagOf(api)) === 0
  if (!(await eventually(isThrough, { timeoutMs: SETTLE_MS, signal: run.signal })))
    run.trouble('the undisturbed one was not through in time')
  await Promise.all(processes.map((process) => process.stop()))
}

async function audit({ store, pager, run }: Parts, lines: Traffic): Promise<Row[]> {
  const [ask, askUndisturbed] = [store.ask(DISTURBED), store.ask(UNDISTURBED)]
  const { lost, doubled, strangers } = await auditLines(ask, lines)
  const [incidents, undisturbed] = [await incidentsIn(ask), await incidentsIn(askUndisturbed)]
  const attacks = auditAttacks(incidents, lines.attackers)
  const against = auditAgainst(undisturbed, incidents)
  const told = auditDeliveries(pager.deliveries, lines.attackers)
  run.tell('lost', lost)
  run.tell('doubled', doubled)
  run.tell('attacks missed', attacks.missed)
  run.tell('attacks doubled', attacks.doubled)
  run.tell('missed', against.missed)
  run.tell('only in the disturbed run', against.doubled)
  run.tell('nobody was told', told.missed)
  run.tell('told under several keys', told.doubled)
  return [
    none('acknowledged lines lost', lost.length),
    none('lines stored twice', doubled.length),
    none('rows nobody sent', strangers),
    none('counts that are not those of the rows', await auditCounts(ask)),
    countRow('attacks', lines.attackers.length),
    none('attacks missed', attacks.missed.length),
    none('attacks doubled', attacks.doubled.length),
    countRow('incidents of an undisturbed run', undisturbed.length),
    none('incidents missed', against.missed.length),
    none('incidents that an undisturbed run lacks', against.doubled.length),
    none('attacks nobody was told of', told.missed.length),
    none('told twice, under different keys', told.doubled.length),
    countRow('told again under the same key', told.repeated),
  ]
}

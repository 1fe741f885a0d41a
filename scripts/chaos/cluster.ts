/**
 * The size of many machines: Kafka, the store and every role as processes of their own, which end, freeze and lose each
 * other at random while numbered lines come in. Afterwards the very same topic is read once more with nothing going
 * wrong, and both must have come to the same.
 */
import { Admin } from '@platformatic/kafka'
import { createDice, type Dice } from '@errorsense/log-generator/dice.ts'
import type { Row } from '../../bench/table.ts'
import { auditAgainst, auditAttacks, auditCounts, auditDeliveries, auditLines, incidentsIn } from './audit.ts'
import { disturb, type Fault, faultsOfBroker, faultsOfConnection, faultsOfProcess } from './faults.ts'
import { type Parts, startParts, startSide } from './parts.ts'
import { countRow, none, type Run } from './run.ts'
import { eventually, isFound, lagOf, settle } from './settle.ts'
import { type Traffic, traffic } from './traffic.ts'

export interface ClusterOptions {
  readonly nodes: number
  readonly minutes: number
  /** Ends it before the minutes are over. */
  readonly kills: number
  readonly seed: number
  readonly rate: number
}

const ROLES = [['collect'], ['collect'], ['process'], ['process'], ['notify'], ['notify']] as const
const TOPIC = 'app-logs'
const DISTURBED = 'disturbed'
const UNDISTURBED = 'undisturbed'
const SETTLE_MS = 240_000
/** A channel tells no more than 30 in ten minutes, and there is more to tell than attacks. */
const ATTACK_EVERY_MS = 40_000
const FAULT_EVERY_MS = 2500
const BROKER_WEIGHT = 4

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

async function suffer({ minutes, kills, nodes, rate }: ClusterOptions, parts: Parts, dice: Dice) {
  const { kafka, store, pager, run } = parts
  const { report, signal } = run
  const side = await startSide(parts, { name: DISTURBED, roles: ROLES })
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
    trouble: run.trouble,
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
  const { api, processes } = await startSide(parts, { name: UNDISTURBED, roles: [['process']] })
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

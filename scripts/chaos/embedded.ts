/** The size of one process: killed again and again while lines come in over HTTP; then its files are looked through. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDice } from '@errorsense/log-generator/dice.ts'
import type { Row } from '../../bench/table.ts'
import { auditAttacks, auditCounts, auditLines, incidentsIn } from './audit.ts'
import { OPEN_MS, oneProcess } from './one-process.ts'
import { countRow, none, type Run } from './run.ts'
import { settle } from './settle.ts'
import { traffic } from './traffic.ts'

export interface EmbeddedOptions {
  readonly kills: number
  readonly seed: number
  readonly rate: number
}

const SETTLE_MS = 180_000
/** From being up to being killed, at most; now and then it does not even get that far. */
const LIFE_MS = 3000
const YOUNG = 0.2
const YOUNG_MS = 1500
const ATTACK_EVERY_MS = 20_000

export async function embedded({ kills, seed, rate }: EmbeddedOptions, run: Run): Promise<Row[]> {
  const { folder, signal, report, trouble } = run
  const dice = createDice(seed)
  const all = await oneProcess(folder, join(folder, 'errorsense.log'), run)
  const opened: number[] = []

  async function up(): Promise<void> {
    const began = performance.now()
    if (await all.isOpen()) opened.push(performance.now() - began)
    else if (!signal.aborted) trouble(`did not open within ${OPEN_MS / 1000} s`)
  }

  await up()
  const lines = traffic({ collectors: [all.intake], rate, attackEveryMs: ATTACK_EVERY_MS, dice })
  for (let kill = 1; kill <= kills && !signal.aborted; kill++) {
    if (dice.chance(YOUNG)) await sleep(dice.between(0, YOUNG_MS))
    else {
      await up()
      await sleep(dice.between(0, LIFE_MS))
    }
    report(`kill ${kill} of ${kills}: ${lines.acknowledged} lines acknowledged`)
    await all.process.end('SIGKILL', 0)
  }
  await up()
  if (!(await settle(all.api, lines, { timeoutMs: SETTLE_MS, signal })))
    trouble('was not through with its lines in time')

  const ask = await all.stop()
  const { lost, doubled, strangers, stored } = await auditLines(ask, lines)
  const attacks = auditAttacks(await incidentsIn(ask), lines.attackers)
  run.tell('lost', lost)
  run.tell('doubled', doubled)
  run.tell('missed', attacks.missed)
  run.tell('told twice', attacks.doubled)
  report(`${lines.acknowledged} lines acknowledged, ${stored} stored, ${lines.heldBack} held back`)
  return [
    countRow('kills of the one process', kills, { reach: 100, beyond: 500 }),
    countRow('lines acknowledged', lines.acknowledged),
    none('acknowledged lines lost', lost.length),
    none('lines stored twice', doubled.length),
    none('rows nobody sent', strangers),
    none('counts that are not those of the rows', await auditCounts(ask)),
    none('attacks missed', attacks.missed.length),
    none('attacks doubled', attacks.doubled.length),
    none('starts and stops that went wrong', run.troubles.length),
    { name: 'slowest start', value: Math.max(...opened) / 1000, unit: 's', better: 'lower' },
  ]
}

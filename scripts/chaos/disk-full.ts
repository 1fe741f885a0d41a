/** A disk that fills up under the one process: it must say so, keep what it acknowledged, and go on when there is room. */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDice } from '@errorsense/log-generator/dice.ts'
import type { Row } from '../../bench/table.ts'
import { auditCounts, auditLines } from './audit.ts'
import { OPEN_MS, oneProcess } from './one-process.ts'
import { none, type Run } from './run.ts'
import { eventually, settle } from './settle.ts'
import { traffic } from './traffic.ts'

export interface DiskFullOptions {
  readonly seed: number
  readonly rate: number
}

const SIZE_MB = 256
const SETTLE_MS = 180_000
const FULL_MS = 20_000
const QUIET_MS = 3000
const ATTACK_EVERY_MS = 60_000

/** Why it can not be tried here; false when it can. */
export function whyNoDisk(): string | false {
  return process.getuid?.() === 0 ? false : 'a small disk to fill up takes root'
}

export async function diskFull({ seed, rate }: DiskFullOptions, run: Run): Promise<Row[]> {
  const { folder, signal, report, trouble } = run
  const disk = join(folder, 'disk')
  mountDisk(disk, run)
  const all = await oneProcess(disk, join(folder, 'disk-full.log'), run)
  if (!(await all.isOpen())) trouble('did not open')

  const lines = traffic({ collectors: [all.intake], rate, attackEveryMs: ATTACK_EVERY_MS, dice: createDice(seed) })
  const isMoving = async (): Promise<boolean> => {
    const before = lines.acknowledged
    await sleep(QUIET_MS, undefined, { signal })
    return lines.acknowledged > before
  }
  const patience = { timeoutMs: OPEN_MS, signal }
  if (!(await eventually(isMoving, patience))) trouble('takes no lines')
  const filler = join(disk, 'filler')
  fill(filler)
  report(`the disk is full; ${lines.acknowledged} lines acknowledged`)
  const isRefusing = async (): Promise<boolean> => !(await isMoving())
  const refused = await eventually(isRefusing, patience)
  if (!refused) trouble('acknowledges lines that find no room')
  await sleep(FULL_MS, undefined, { signal }).catch(() => {})
  report(`refused so far: ${[...lines.refusals].map(([status, count]) => `${count} times ${status}`).join(', ')}`)
  const died = run.troubles.length
  rmSync(filler)
  const back = await eventually(isMoving, patience)
  if (!back) trouble('does not go on although there is room')
  if (!(await settle(all.api, lines, { timeoutMs: SETTLE_MS, signal })))
    trouble('was not through with its lines in time')

  const ask = await all.stop()
  const { lost, doubled } = await auditLines(ask, lines)
  run.tell('lost', lost)
  run.tell('doubled', doubled)
  return [
    none('full disk: acknowledged lines lost', lost.length),
    none('full disk: lines stored twice', doubled.length),
    none('full disk: counts that are not those of the rows', await auditCounts(ask)),
    none('full disk: ends and errors while it was full', died),
    none('full disk: what did not go on', run.troubles.length - died),
  ]
}

function mountDisk(disk: string, run: Run): void {
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', disk])
  run.onEnd(async () => void execFileSync('umount', ['--lazy', disk]))
}

/** To the last byte. */
function fill(file: string): void {
  const descriptor = openSync(file, 'w')
  for (let size = 1024 * 1024; size >= 1; size >>= 4) {
    const block = Buffer.alloc(size)
    try {
      for (;;) writeSync(descriptor, block)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  closeSync(descriptor)
}

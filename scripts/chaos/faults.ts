/** What goes wrong: picked by chance, several at a time, never two on the same part. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from '@errorsense/log-generator/dice.ts'
import type { FaultyProxy, HttpFault } from '../../test/faulty-proxy.ts'
import type { Kafka } from '../kafka.ts'
import type { KeptProcess } from './kept-process.ts'

export interface Fault {
  readonly name: string
  /** The part it happens to. */
  readonly target: string
  /** How often, compared with the others. */
  readonly weight: number
  /** Whether a process ends without a word. */
  readonly isKill: boolean
  /** Resolves when the part is itself again. */
  happen(dice: Dice): Promise<void>
}

export interface Disturbance {
  /** Times by name of the fault. */
  readonly happened: ReadonlyMap<string, number>
  readonly kills: number
}

export interface DisturbOptions {
  readonly faults: readonly Fault[]
  readonly dice: Dice
  /** Mean time from one to the next, ms. */
  readonly everyMs: number
  /** No new one from then on. */
  readonly isEnough: (so: Disturbance) => boolean
  readonly signal: AbortSignal
  readonly report: (line: string) => void
  /** Hears of parts that did not become themselves again. */
  readonly trouble: (what: string) => void
}

const SECOND_MS = 1000

/** Resolves when there were enough of them, and every part is itself again. */
export async function disturb(options: DisturbOptions): Promise<Disturbance> {
  const { faults, dice, everyMs, isEnough, signal, report, trouble } = options
  const happened = new Map<string, number>()
  const busy = new Set<string>()
  const underWay = new Set<Promise<void>>()
  const so = { happened, kills: 0 }

  function begin({ name, target, isKill, happen }: Fault): void {
    busy.add(target)
    happened.set(name, (happened.get(name) ?? 0) + 1)
    if (isKill) so.kills++
    const happening = happen(dice)
      .catch((error: Error) => trouble(`${target} after ${name}: ${error.message}`))
      .finally(() => busy.delete(target))
    underWay.add(happening)
    void happening.finally(() => underWay.delete(happening))
  }

  while (!isEnough(so) && !signal.aborted) {
    await sleep(dice.exponential(everyMs), undefined, { signal }).catch(() => {})
    const fault = pickOf(
      faults.filter(({ target }) => !busy.has(target)),
      dice,
    )
    if (fault === undefined || signal.aborted) continue
    report(`${fault.target}: ${fault.name}`)
    begin(fault)
  }
  await Promise.all(underWay)
  return so
}

function pickOf(faults: readonly Fault[], dice: Dice): Fault | undefined {
  let left = dice.next() * faults.reduce((sum, { weight }) => sum + weight, 0)
  return faults.find(({ weight }) => (left -= weight) < 0)
}

/** A group notices a frozen member after 6 s, so some of these are longer. */
const FROZEN_MS = [500, 12_000] as const
const DOWN_MS = [0, 4000] as const

export function faultsOfProcess(kept: KeptProcess): Fault[] {
  const target = kept.name
  const down = (dice: Dice): number => dice.between(...DOWN_MS)
  return [
    { name: 'kill -9', target, weight: 10, isKill: true, happen: (dice) => kept.end('SIGKILL', down(dice)) },
    { name: 'SIGTERM', target, weight: 3, isKill: false, happen: (dice) => kept.end('SIGTERM', down(dice)) },
    { name: 'SIGSTOP', target, weight: 3, isKill: false, happen: (dice) => kept.freeze(dice.between(...FROZEN_MS)) },
  ]
}

const BROKER_DOWN_MS = [0, 8000] as const
const BROKER_FROZEN_MS = [1000, 9000] as const
/** One at a time: two of three away are an outage by design, which is not what this looks at. */
const BROKERS = 'brokers'
/** Until followers have caught up again. */
const IN_SYNC_MS = 10_000

export function faultsOfBroker(kafka: Kafka, index: number, weight: number): Fault[] {
  async function kill(dice: Dice): Promise<void> {
    await kafka.kill(index)
    await sleep(dice.between(...BROKER_DOWN_MS))
    await kafka.restart(index)
    await sleep(IN_SYNC_MS)
  }
  async function freeze(dice: Dice): Promise<void> {
    kafka.signal(index, 'SIGSTOP')
    await sleep(dice.between(...BROKER_FROZEN_MS))
    kafka.signal(index, 'SIGCONT')
    await sleep(IN_SYNC_MS)
  }
  return [
    { name: `kill -9 of ${index}`, target: BROKERS, weight: weight * 2, isKill: true, happen: kill },
    { name: `SIGSTOP of ${index}`, target: BROKERS, weight, isKill: false, happen: freeze },
  ]
}

const BAD_MS: Readonly<Record<HttpFault, readonly [number, number]>> = {
  away: [SECOND_MS, 15 * SECOND_MS],
  cut: [SECOND_MS, 5 * SECOND_MS],
  failing: [SECOND_MS, 10 * SECOND_MS],
  slow: [3 * SECOND_MS, 15 * SECOND_MS],
  trickling: [SECOND_MS, 5 * SECOND_MS],
}

export function faultsOfConnection(target: string, proxy: FaultyProxy): Fault[] {
  return Object.entries(BAD_MS).map(([name, span]) => ({
    name,
    target,
    weight: 3,
    isKill: false,
    async happen(dice) {
      proxy.behave(name as HttpFault)
      await sleep(dice.between(...span))
      proxy.behave(undefined)
    },
  }))
}

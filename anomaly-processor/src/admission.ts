/**
 * When a process joins those who share the shards: whoever is in the group is given some, and while it reads the history
 * of one, nothing of it is judged. So it joins once it has all of them ready; where one is judged by nobody, at once.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bus, GroupPartition } from '@errorsense/core/ports/bus.ts'
import { isRebuilding } from './judging.ts'
import type { Patience } from './stage.ts'
import { OBSERVATIONS_TOPIC } from './topics.ts'

/** Between two looks at who has the shards: so much later than the bus is a death noticed. */
const LOOK_MS = 500

export interface AdmissionOptions {
  readonly bus: Pick<Bus, 'describe'>
  readonly group: string
  readonly wait: Patience
  readonly signal: AbortSignal
}

/** Whether some shard is judged by nobody: it has no owner, or one that is only reading its history. */
export async function isWanted({ bus, group, wait }: AdmissionOptions): Promise<boolean> {
  return (await wait(() => bus.describe(OBSERVATIONS_TOPIC, group))).some(isJudgedByNobody)
}

/** Resolves to why it may join: it is ready, or it is wanted; to undefined when it was told to stop. */
export async function admission(
  options: AdmissionOptions,
  ready: Promise<unknown>,
): Promise<'ready' | 'wanted' | undefined> {
  const { signal } = options
  const isReady = ready.then(() => true)
  for (;;) {
    const pause = sleep(LOOK_MS, false, { signal }).catch(() => false)
    if (await Promise.race([isReady, pause])) return 'ready'
    const wanted = !signal.aborted && (await isWanted(options).catch(unlessAborted(signal)))
    if (signal.aborted) return undefined
    if (wanted) return 'wanted'
  }
}

/** A bus that is away is not waited for by who was told to stop. */
function unlessAborted({ aborted }: AbortSignal): (error: unknown) => boolean {
  return (error) => {
    if (!aborted) throw error
    return false
  }
}

function isJudgedByNobody({ owned, metadata }: GroupPartition): boolean {
  return !owned || isRebuilding(metadata)
}

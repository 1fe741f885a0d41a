/** When a system is through with all it was given, as its own interface tells it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { IncidentList } from '@errorsense/core/wire/api.ts'
import type { Traffic } from './traffic.ts'

const LOOK_EVERY_MS = 500

/** Polls until it is so; false when it was not in time. A question that fails is asked again. */
export async function eventually(
  isSo: () => Promise<boolean>,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs
  while (!signal.aborted && performance.now() < deadline) {
    if (await isSo().catch(() => false)) return true
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
  }
  return false
}

/** Whether whoever answers there says that it is well. */
export async function isUp(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2000) })
  await answer.text()
  return answer.ok
}

/** Records of app-logs that are not written yet. */
export async function lagOf(api: string): Promise<number> {
  const answer = await fetch(`${api}/metrics`, { signal: AbortSignal.timeout(10_000) })
  const lags = [...(await answer.text()).matchAll(/^errorsense_consumer_lag\{topic="app-logs",.*\} (\d+)$/gm)]
  if (lags.length === 0) throw new Error('the lag is not known')
  return lags.reduce((sum, [, lag]) => sum + Number(lag), 0)
}

/** Whether the address has an incident that can be read. */
export async function isFound(api: string, address: string): Promise<boolean> {
  const answer = await fetch(`${api}/api/v1/incidents?limit=100`, { signal: AbortSignal.timeout(10_000) })
  const { incidents } = (await answer.json()) as IncidentList
  return incidents.some(({ entities }) => entities.ip.includes(address))
}

/**
 * Ends the stream with one more attack: once that is found, everything before it was judged. False when it was not in
 * time.
 */
export async function settle(
  api: string,
  traffic: Traffic,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<boolean> {
  await traffic.stop()
  const last = await traffic.attack(options.signal)
  return await eventually(async () => (await isFound(api, last)) && (await lagOf(api)) === 0, options)
}

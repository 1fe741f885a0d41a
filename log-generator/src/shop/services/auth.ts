/** Python service with structlog: JSON with names other than pino's. */
import { isoTime } from '../../timestamps.ts'
import type { Shop } from '../shop.ts'

/** `fields` are JSON members, each ending with a comma. */
export function auth(
  shop: Shop,
  time: number,
  level: 'info' | 'warning' | 'error',
  event: string,
  fields: string,
): void {
  const at = isoTime(Math.floor(time))
  shop.write(
    time,
    'auth',
    `{"timestamp": "${at}", "level": "${level}", "service": "auth", ${fields} "event": "${event}"}`,
  )
}

/** A try to log in as the service tells it. */
export function loginTried(
  shop: Shop,
  time: number,
  who: { user: string; ip: string; trace: string },
  failure?: 'invalid password' | 'unknown user' | 'account locked',
): void {
  const fields = `"user": "${who.user}", "ip": "${who.ip}", "trace_id": "${who.trace}",`
  if (failure === undefined) {
    auth(shop, time, 'info', 'login succeeded', `${fields} "method": "password", "duration_ms": ${hashTime(shop)},`)
  } else {
    auth(shop, time, 'warning', 'login failed', `${fields} "reason": "${failure}", "duration_ms": ${hashTime(shop)},`)
  }
}

/** Checking a password hash takes its time on purpose. */
const hashTime = (shop: Shop) => shop.dice.lognormal(78, 0.2).toFixed(0)

/** Go service: logfmt with durations. */
import { isoTime } from '../../timestamps.ts'
import type { Shop } from '../shop.ts'

export function payments(
  shop: Shop,
  time: number,
  level: 'info' | 'warn' | 'error',
  message: string,
  fields: string,
): void {
  shop.write(
    time,
    'payments',
    `time=${isoTime(Math.floor(time))} level=${level} service=payments msg="${message}" ${fields}`,
  )
}

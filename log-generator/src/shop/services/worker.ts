/** Python workers and the job scheduler: the standard logging layout. */
import { commaTime } from '../../timestamps.ts'
import type { Shop } from '../shop.ts'

export function worker(
  shop: Shop,
  time: number,
  level: 'INFO' | 'WARNING' | 'ERROR',
  logger: string,
  message: string,
): void {
  shop.write(time, 'worker', `${commaTime(Math.floor(time))} ${level} shop.${logger}: ${message}`)
}

/** Node.js service with pino: one JSON object per line, numeric levels, time in ms. */
import type { Shop } from '../shop.ts'

const LEVELS = { info: 30, warn: 40, error: 50 } as const

/** `fields` are JSON members, each beginning with a comma. */
export function checkout(
  shop: Shop,
  time: number,
  level: keyof typeof LEVELS,
  trace: string,
  message: string,
  fields = '',
): void {
  const at = Math.floor(time)
  const host = shop.release % 2 === 0 ? 'checkout-7d9f6c' : 'checkout-58bb41'
  const traceId = trace === '' ? '' : `,"traceId":"${trace}"`
  shop.write(
    at,
    'checkout',
    `{"level":${LEVELS[level]},"time":${at},"pid":17,"hostname":"${host}","service":"checkout"${traceId}${fields},"msg":"${message}"}`,
  )
}

export const checkoutVersion = (shop: Shop) => `2.${14 + shop.release}.0`

/** nginx: the combined access log with request time and trace, and its error log. */
import { accessTime, nginxTime } from '../../timestamps.ts'
import type { Shop } from '../shop.ts'

export interface Request {
  readonly ip: string
  readonly agent: string
  readonly trace: string
  readonly method: 'GET' | 'POST' | 'HEAD'
  readonly path: string
}

export interface Answer {
  readonly status: number
  readonly bytes: number
  /** ms */
  readonly took: number
  readonly referrer?: string
}

const MAX_CONNECTION = 900_000

export function access(shop: Shop, time: number, request: Request, answer: Answer): void {
  const { ip, method, path, agent, trace } = request
  const { status, bytes, took, referrer = '-' } = answer
  const seconds = (took / 1000).toFixed(3)
  shop.write(
    time,
    'web-frontend',
    `${ip} - - [${accessTime(time)}] "${method} ${path} HTTP/1.1" ${status} ${bytes} "${referrer}" "${agent}" rt=${seconds} trace=${trace}`,
  )
}

/** An upstream that can not be reached: error log and the answer the visitor gets. */
export function badGateway(shop: Shop, time: number, request: Request, upstream: string): void {
  const { ip, method, path } = request
  const worker = shop.dice.between(29, 32)
  const connection = shop.dice.between(1000, MAX_CONNECTION)
  shop.write(
    time,
    'web-frontend',
    `${nginxTime(time)} [error] ${worker}#${worker}: *${connection} connect() failed (111: Connection refused) while connecting to upstream, client: ${ip}, server: shop.example, request: "${method} ${path} HTTP/1.1", upstream: "http://${upstream}${path}", host: "shop.example"`,
  )
  access(shop, time, request, { status: 502, bytes: 157, took: shop.dice.between(1, 9) })
}

import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is not taken; told to whoever sent it. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Throws a Refusal for requests of pages in a browser, and for those without the key where there is one. */
export function admission(apiKey: string | undefined): (headers: IncomingHttpHeaders) => void {
  const expected = apiKey === undefined ? undefined : digest(apiKey)
  return (headers) => {
    // Any page may post plain text to this machine; a browser then says where the page is from, a shipper never does.
    if (headers.origin !== undefined) throw new Refusal(403, 'pages in a browser may not write logs')
    if (expected !== undefined && !timingSafeEqual(digest(keyOf(headers)), expected)) {
      throw new Refusal(401, 'send the key as "Authorization: Bearer KEY" or "X-API-Key: KEY"')
    }
  }
}

function keyOf({ authorization = '', ...headers }: IncomingHttpHeaders): string {
  const own = headers['x-api-key']
  if (typeof own === 'string') return own
  return /^bearer /i.test(authorization) ? authorization.slice('bearer '.length).trim() : ''
}

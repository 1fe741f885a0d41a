/**
 * Who may ask. Without a key only this machine may, and only under a loopback name: a page elsewhere that points its
 * own host name at 127.0.0.1 must not get through. With a key every question carries it, as a bearer token or as the
 * cookie the sign-in form was given. That cookie holds a signature made with the key, never the key: changing the key
 * ends all sessions, and nothing has to be remembered.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { isLoopback } from '@errorsense/adapters/runtime/loopback.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import { Refusal } from './failure.ts'

export interface AccessOptions {
  readonly apiKey?: string
  /** Origins other than our own host whose pages may write and listen, like `https://logs.example.org`. */
  readonly origins: readonly string[]
  readonly clock: Clock
}

export interface Access {
  readonly keyNeeded: boolean
  /** Throws a Refusal when the request comes from a page or under a name that is not ours. */
  checkOrigin(request: FastifyRequest): void
  /** Throws a Refusal when a key is needed and the request brings none. */
  checkKey(request: FastifyRequest): void
  isSignedIn(request: FastifyRequest): boolean
  /** The Set-Cookie value that signs in, or undefined when the key is wrong. */
  signIn(key: string, request: FastifyRequest): string | undefined
  signOut(): string
}

const COOKIE = 'errorsense_session'
const SESSION_SECONDS = 30 * 24 * 3600
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

export function access({ apiKey, origins, clock }: AccessOptions): Access {
  const sign = (expires: string) =>
    createHmac('sha256', apiKey ?? '')
      .update(`session ${expires}`)
      .digest('base64url')

  const isKey = (given: string) => apiKey !== undefined && equal(given, apiKey)

  function isSession(cookie: string): boolean {
    const [expires, signature = ''] = cookie.split('.')
    return Number(expires) > clock() && equal(signature, sign(expires))
  }

  function isSignedIn({ headers }: FastifyRequest): boolean {
    if (apiKey === undefined) return true
    const { authorization = '', cookie = '' } = headers
    if (/^bearer /i.test(authorization)) return isKey(authorization.slice('bearer '.length).trim())
    return isSession(cookieValue(cookie))
  }

  function isOurHost(host: string): boolean {
    return isLoopbackName(hostName(host)) || origins.some((origin) => origin.endsWith(`://${host}`))
  }

  return {
    keyNeeded: apiKey !== undefined,
    isSignedIn,
    checkOrigin({ headers, method }) {
      const { host = '', origin, upgrade } = headers
      if (apiKey === undefined && !isOurHost(host)) throw new Refusal(403, 'forbidden', 'Unknown host name.')
      if (origin === undefined || (SAFE_METHODS.has(method) && upgrade === undefined)) return
      if (hostOf(origin) !== host && !origins.includes(origin)) {
        throw new Refusal(403, 'forbidden', 'Pages of another origin may not do this.')
      }
    },
    checkKey(request) {
      if (!isSignedIn(request))
        throw new Refusal(401, 'unauthorized', 'Send the API key as a bearer token, or sign in.')
    },
    signIn(key, request) {
      if (!isKey(key)) return undefined
      const expires = String(clock() + SESSION_SECONDS * 1000)
      const secure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https'
      return `${cookieHead(`${expires}.${sign(expires)}`, SESSION_SECONDS)}${secure ? '; Secure' : ''}`
    },
    signOut: () => cookieHead('', 0),
  }
}

const cookieHead = (value: string, maxAge: number) =>
  `${COOKIE}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict`

function cookieValue(header: string): string {
  const pair = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`))
  return pair?.slice(COOKIE.length + 1) ?? ''
}

/** Takes as long for a near miss as for a wild guess. */
function equal(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

const hostName = (host: string) => host.replace(/:\d+$/, '')

/** As a browser writes it: an IPv6 address stands in brackets. */
const isLoopbackName = (name: string) => name === '[::1]' || isLoopback(name)

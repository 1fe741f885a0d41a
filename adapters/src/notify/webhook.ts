/** Signed webhooks after the Standard Webhooks specification (standardwebhooks.com): any receiver with a library of it. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { Webhook } from 'standardwebhooks'
import { DeliveryError, ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Notification, Notifier } from '@errorsense/core/ports/notifier.ts'
import type { Entities, Incident } from '@errorsense/core/wire/incident.ts'
import { publicLookup, refusePrivateLiteral } from './public-address.ts'

export interface WebhookOptions {
  readonly url: string
  /** `whsec_` and base64, shared with the receiver. Without it the message is not signed. */
  readonly secret?: string
  /** Also sends into private networks and to this machine. */
  readonly allowPrivate?: boolean
  /** Stands in the journal; must not change from start to start. */
  readonly name?: string
  readonly timeoutMs?: number
  readonly clock?: Clock
  readonly lookup?: Parameters<typeof publicLookup>[0]
}

/** Of each kind; an attack has thousands, the page shows them all. */
const ENTITIES = 100

export function webhookNotifier(options: WebhookOptions): Notifier {
  const { secret, allowPrivate = false, timeoutMs = 10_000, clock = Date.now, lookup } = options
  const url = parseUrl(options.url)
  const signer = secret ? readSecret(secret) : undefined
  const target: RequestOptions = {
    method: 'POST',
    // A connection of its own: a pooled one would skip the look-up and its check.
    agent: false,
    ...(!allowPrivate && { lookup: publicLookup(lookup) }),
  }

  function headersOf(key: string, body: string): Record<string, string> {
    const now = new Date(clock())
    return {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'ErrorSense',
      'webhook-id': key,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      ...(signer && { 'webhook-signature': signer.sign(key, now, body) }),
    }
  }

  async function post(notification: Notification, signal: AbortSignal): Promise<number> {
    const body = bodyOf(notification, clock())
    const { request } = url.protocol === 'https:' ? https : http
    const sent = request(url, { ...target, headers: headersOf(notification.key, body), signal })
    // `once` listens up to the answer; a connection that breaks after it is no news.
    sent.on('error', () => {}).end(body)
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    // The status says it all; what else the receiver has to say may be endless.
    answer.destroy()
    return answer.statusCode ?? 0
  }

  return {
    name: options.name ?? nameOf(url),
    async notify(notification: Notification, signal: AbortSignal) {
      if (!allowPrivate) refusePrivateLiteral(url.hostname)
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
      const status = await post(notification, limit).catch((cause: unknown) => {
        throw cause instanceof DeliveryError ? cause : unreachable(url, cause, limit)
      })
      if (status < 200 || status > 299) throw refused(url, status)
    },
  }
}

function bodyOf({ reason, incident, heldBack }: Notification, now: number): string {
  const timestamp = new Date(now).toISOString()
  return JSON.stringify({ type: `incident.${reason}`, timestamp, data: shortened(incident), heldBack })
}

function shortened(incident: Incident): Incident {
  const { ip, user, session, target } = incident.entities
  const first = (names: readonly string[]) => names.slice(0, ENTITIES)
  const entities: Entities = { ip: first(ip), user: first(user), session: first(session), target: first(target) }
  return { ...incident, entities }
}

/** Redirects are not followed: they could lead anywhere, and a receiver that moved wants to be known. */
function refused({ host }: URL, status: number): DeliveryError {
  const retryable = status >= 500 || status === 429 || status === 408
  return new DeliveryError(`${host} answered ${status}`, { retryable })
}

function unreachable({ host }: URL, cause: unknown, { aborted, reason }: AbortSignal): DeliveryError {
  const why = aborted ? (reason as Error).name : ((cause as NodeJS.ErrnoException).code ?? (cause as Error).message)
  return new DeliveryError(`${host} was not reached: ${why}`, { cause, retryable: true })
}

/** The path of a webhook is often a secret itself: it is told by its hash, which keeps two of one host apart. */
function nameOf({ host, href }: URL): string {
  return `webhook:${host}:${createHash('sha256').update(href).digest('hex').slice(0, 6)}`
}

function parseUrl(text: string): URL {
  const url = URL.parse(text)
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url
  throw new ErrorSenseError('config', 'a webhook needs a URL that begins with https:// or http://')
}

function readSecret(secret: string): Webhook {
  try {
    return new Webhook(secret)
  } catch (cause) {
    throw new ErrorSenseError(
      'config',
      'a webhook secret is whsec_ and base64, as `openssl rand -base64 32` writes it',
      {
        cause,
      },
    )
  }
}

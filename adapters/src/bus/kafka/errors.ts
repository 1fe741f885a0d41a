import { X509Certificate } from 'node:crypto'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { KafkaBusOptions } from './options.ts'

const MOST = 20
const LAST = 3

/** The client nests its errors, one for each try; here the last ones lie side by side, outermost first. */
export function flatten(error: unknown): Error[] {
  const found: Error[] = []
  const queue: unknown[] = [error]
  while (queue.length > 0 && found.length < MOST) {
    const next = queue.shift()
    if (!(next instanceof Error) || found.includes(next)) continue
    found.push(next)
    queue.push(...(next instanceof AggregateError ? next.errors.slice(-LAST) : []), next.cause)
  }
  return found
}

/** Names of the errors the broker answered with, such as NOT_LEADER_OR_FOLLOWER. */
export function answers(error: unknown): string[] {
  return flatten(error).flatMap((part) => apiIdOf(part) ?? [])
}

function apiIdOf(error: Error): string | undefined {
  return 'apiId' in error && typeof error.apiId === 'string' ? error.apiId : undefined
}

/** What went wrong, innermost first, in one line. */
function reasonOf(error: unknown): string {
  const messages = flatten(error)
    .filter((part) => !(part instanceof AggregateError && part.errors.length > 0))
    .map((part) => apiIdOf(part) ?? part.message)
    .filter((message) => message !== '')
  return [...new Set(messages.reverse())].slice(0, 3).join('; ')
}

/** Of the broker's own certificate, and of what it answers to ours. */
const EXPIRED = 'CERT_HAS_EXPIRED'
const REFUSES_OURS = /ALERT_(BAD_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE)/
const UNREADABLE = /^ERR_OSSL_/
const TLS_CODE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_SSL|ERR_TLS|EPROTO/
const CLOSED = /connection (is )?closed|ECONNRESET|EPIPE/i
/** Answers, and messages made of them, where rights are missing. */
export const FORBIDDEN = /_AUTHORIZATION_FAILED\)?$/

/** In words of the one who can mend it: the setting by name. `retryable` where waiting can help. */
export function translate(error: unknown, options: KafkaBusOptions): ErrorSenseError {
  if (error instanceof ErrorSenseError) return error
  const fail = (message: string, retryable = false): ErrorSenseError =>
    new ErrorSenseError('bus', `Kafka at ${options.brokers.join(', ')} ${message}`, { cause: error, retryable })
  const reason = reasonOf(error)
  const answered = answers(error)
  const codes = flatten(error).map((part) => ('code' in part ? String(part.code) : ''))

  // A connection that breaks while it logs in is reported the same way, but nobody has refused us then.
  if (codes.includes('PLT_KFK_AUTHENTICATION') && !CLOSED.test(reason))
    return fail(
      `refuses the credentials: check KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD (${reason})`,
    )
  if (reason.includes('requires TLS')) return fail('speaks TLS only: set KAFKA_TLS_CA')
  if (codes.includes(EXPIRED))
    return fail(`shows a certificate that has expired: renew that of the broker (deploy/certificates/make.sh)`)
  if (codes.some((code) => REFUSES_OURS.test(code)))
    return fail(
      `refuses our certificate: check KAFKA_TLS_CERT and KAFKA_TLS_KEY, and that it has not expired (${reason})`,
    )
  if (codes.some((code) => UNREADABLE.test(code)))
    return fail(
      `can not be asked: KAFKA_TLS_CA, KAFKA_TLS_CERT or KAFKA_TLS_KEY is no PEM, or they do not fit (${reason})`,
    )
  if (codes.some((code) => TLS_CODE.test(code)))
    return fail(
      `can not be trusted: check KAFKA_TLS_CA, and that KAFKA_BROKER uses a name of its certificate (${reason})`,
    )
  const forbidden = answered.find((answer) => FORBIDDEN.test(answer))
  if (forbidden !== undefined)
    return fail(
      `does not allow it: give the user of KAFKA_SASL_USERNAME rights to topics and groups, or let one who has them run \`errorsense topics\` (${forbidden})`,
    )
  const retryable = !codes.includes('PLT_KFK_UNSUPPORTED_API') && !answered.some((answer) => PERMANENT.has(answer))
  if (answered.length > 0) return fail(`answers ${reason}`, retryable)
  return fail(`can not be reached: ${advice(reason, options)} (${reason})`, retryable)
}

/** A broker that wants TLS or a password hangs up without a word, as one does that is just stopping. */
function advice(reason: string, { sasl, tls }: KafkaBusOptions): string {
  const checks = ['check KAFKA_BROKER']
  if (CLOSED.test(reason) && tls === undefined) checks.push('set KAFKA_TLS_CA if it speaks TLS')
  if (CLOSED.test(reason) && sasl === undefined) checks.push('set KAFKA_SASL_MECHANISM if it wants a password')
  if (CLOSED.test(reason) && tls !== undefined) checks.push(adviceOnOurs(tls))
  return checks.join(', ')
}

/** It takes us at first, and hangs up when it has seen our certificate. */
function adviceOnOurs({ cert }: NonNullable<KafkaBusOptions['tls']>): string {
  if (cert === undefined) return 'set KAFKA_TLS_CERT and KAFKA_TLS_KEY if it asks for a certificate'
  const { validTo } = new X509Certificate(cert)
  return Date.parse(validTo) < Date.now()
    ? `renew KAFKA_TLS_CERT, which has expired on ${validTo}`
    : 'check that it knows the authority of KAFKA_TLS_CERT'
}

/** Answers after which the same request can never succeed. */
const PERMANENT = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'OFFSET_METADATA_TOO_LARGE',
  'INVALID_TOPIC_EXCEPTION',
  'INVALID_PARTITIONS',
  'INVALID_REPLICATION_FACTOR',
  'INVALID_CONFIG',
  'INVALID_GROUP_ID',
  'INVALID_REQUEST',
  'INVALID_TIMESTAMP',
  'UNSUPPORTED_VERSION',
  'UNSUPPORTED_FOR_MESSAGE_FORMAT',
  'UNSUPPORTED_COMPRESSION_TYPE',
  'POLICY_VIOLATION',
  'GROUP_MAX_SIZE_REACHED',
])

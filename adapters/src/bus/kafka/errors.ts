import { ErrorSenseError } from '@errorsense/core/errors.ts'

/** The client nests its errors; here they lie side by side, outermost first. */
export function flatten(error: unknown): Error[] {
  const found: Error[] = []
  const queue: unknown[] = [error]
  while (queue.length > 0 && found.length < 20) {
    const next = queue.shift()
    if (!(next instanceof Error) || found.includes(next)) continue
    found.push(next)
    queue.push(...(next instanceof AggregateError ? next.errors : []), next.cause)
  }
  return found
}

/** Names of the errors the broker answered with, such as NOT_LEADER_OR_FOLLOWER. */
export function answers(error: unknown): string[] {
  return flatten(error).flatMap((part) => ('apiId' in part && typeof part.apiId === 'string' ? [part.apiId] : []))
}

/** What went wrong, innermost first, in one line. */
function reasonOf(error: unknown): string {
  const messages = flatten(error)
    .filter((part) => !(part instanceof AggregateError && part.errors.length > 0))
    .map((part) => part.message)
    .filter((message) => message !== '')
  return [...new Set(messages.reverse())].slice(0, 3).join('; ')
}

const TLS_CODE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_SSL|ERR_TLS|EPROTO/
const FORBIDDEN = /_AUTHORIZATION_FAILED$/

/** In words of the one who can mend it: the setting by name. `retryable` where waiting can help. */
export function translate(error: unknown, brokers: readonly string[]): ErrorSenseError {
  if (error instanceof ErrorSenseError) return error
  const where = `Kafka at ${brokers.join(', ')}`
  const fail = (message: string, retryable = false): ErrorSenseError =>
    new ErrorSenseError('bus', `${where} ${message}`, { cause: error, retryable })
  const reason = reasonOf(error)
  const codes = flatten(error).map((part) => ('code' in part ? String(part.code) : ''))

  if (codes.includes('PLT_KFK_AUTHENTICATION'))
    return fail(
      `refuses the credentials: check KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD (${reason})`,
    )
  if (reason.includes('requires TLS')) return fail('speaks TLS only: set KAFKA_TLS_CA')
  if (codes.some((code) => TLS_CODE.test(code)))
    return fail(
      `can not be trusted: check KAFKA_TLS_CA, and that KAFKA_BROKER uses a name of its certificate (${reason})`,
    )
  const forbidden = answers(error).find((answer) => FORBIDDEN.test(answer))
  if (forbidden !== undefined)
    return fail(`does not allow it: give the user of KAFKA_SASL_USERNAME access (${forbidden})`)
  return fail(`does not do its part: check KAFKA_BROKER (${reason})`, isTransient(error))
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

function isTransient(error: unknown): boolean {
  const parts = flatten(error)
  if (parts.some((part) => 'code' in part && part.code === 'PLT_KFK_UNSUPPORTED_API')) return false
  return !answers(error).some((answer) => PERMANENT.has(answer))
}

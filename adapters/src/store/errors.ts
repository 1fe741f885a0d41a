/** What ClickHouse, chDB and the network between say, in words for whoever can mend it. */
import { ClickHouseError } from '@clickhouse/client'
import { ErrorSenseError } from '@errorsense/core/errors.ts'

interface Where {
  /** `The embedded store in DIR` or `ClickHouse at HOST`. */
  readonly name: string
  /** The setting that says where it is, when it is reached over a network. */
  readonly setting?: string
}

interface Known {
  /** Said of the store. */
  readonly text: string
  readonly retryable: boolean
}

/** As the system says it, to us or to the engine, where nobody has asked for the room before. */
const FULL_DISK = '243'
const NO_ROOM = /^ENOSPC\b|, errno: 28,/

/** By the engine's own error number. What is not listed is passed on with its first line. */
const known = new Map<string, Known>([
  ['159', { text: 'took too long for a question. Ask for a shorter time or fewer services.', retryable: true }],
  ['202', { text: 'is busy with too many questions.', retryable: true }],
  ['241', { text: 'ran out of memory for a question. Ask for a shorter time.', retryable: true }],
  ['242', { text: 'is read only at the moment.', retryable: true }],
  [FULL_DISK, { text: 'has a full disk. Free some space; writing goes on by itself.', retryable: true }],
  ['252', { text: 'can not merge as fast as rows come in.', retryable: true }],
  ['497', { text: 'does not let this user do that: it has to create and write tables.', retryable: false }],
  ['516', { text: 'refuses this user or password. Set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD.', retryable: false }],
])

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

export function storeError(cause: unknown, where: Where): ErrorSenseError {
  if (cause instanceof ErrorSenseError) return cause
  const told = known.get(engineCode(cause))
  if (told !== undefined) {
    return new ErrorSenseError('store', `${where.name} ${told.text}`, { cause, retryable: told.retryable })
  }
  if (isAbort(cause)) return new ErrorSenseError('store', `${where.name} was no longer waited for.`, { cause })
  if (where.setting !== undefined && isForeign(cause)) {
    const message = `${where.name} is answered for by something else: ${firstLine(cause)}. Is ${where.setting} right?`
    return new ErrorSenseError('store', message, { cause, retryable: true })
  }
  const retryable = isNetwork(cause)
  const message = retryable
    ? `${where.name} can not be reached: ${firstLine(cause)}`
    : `${where.name}: ${firstLine(cause)}`
  return new ErrorSenseError('store', message, { cause, retryable })
}

/** The client has the number in a field, chDB in its text. */
function engineCode(cause: unknown): string {
  if (!(cause instanceof Error)) return ''
  if (NO_ROOM.test(cause.message)) return FULL_DISK
  if (cause instanceof ClickHouseError) return cause.code
  return /Code: (\d+)/.exec(cause.message)?.[1] ?? ''
}

function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError'
}

function isNetwork(cause: unknown): boolean {
  if (!(cause instanceof Error) || cause instanceof ClickHouseError) return false
  const code = 'code' in cause ? String(cause.code) : ''
  return networkCodes.has(code) || /socket hang up|timeout/i.test(cause.message)
}

/**
 * An answer that ClickHouse did not write, such as the 503 of a balancer: the client gives its text without number and
 * status, so it can not be told whether waiting helps. Giving up would end the process for what is mostly an outage.
 */
function isForeign(cause: unknown): boolean {
  if (!(cause instanceof Error) || isNetwork(cause)) return false
  return cause.constructor === Error && !('code' in cause) && engineCode(cause) === ''
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message || cause.name : String(cause)
  return text.split('\n', 1)[0].slice(0, 300)
}

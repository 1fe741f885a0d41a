/** What ClickHouse, chDB and the network between say, in words for whoever can mend it. */
import { ClickHouseError } from '@clickhouse/client'
import { ErrorSenseError } from '@errorsense/core/errors.ts'

interface Where {
  /** `the embedded store in DIR` or `ClickHouse at URL`. */
  readonly name: string
}

interface Known {
  readonly says: (where: Where) => string
  readonly retryable: boolean
}

/** By the engine's own error number. What is not listed is passed on with its first line. */
const known = new Map<string, Known>([
  [
    '516',
    {
      says: ({ name }) => `${name} refuses the user name or password. Set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD.`,
      retryable: false,
    },
  ],
  [
    '497',
    {
      says: ({ name }) => `${name}: this user may not do that. It needs rights to create and write tables.`,
      retryable: false,
    },
  ],
  [
    '159',
    {
      says: ({ name }) => `${name} took too long for a question. Ask for a shorter time or fewer services.`,
      retryable: true,
    },
  ],
  ['241', { says: ({ name }) => `${name} ran out of memory for a question. Ask for a shorter time.`, retryable: true }],
  [
    '243',
    { says: ({ name }) => `${name}: the disk is full. Free some space; writing goes on by itself.`, retryable: true },
  ],
  ['202', { says: ({ name }) => `${name} is busy with too many questions.`, retryable: true }],
  ['252', { says: ({ name }) => `${name} can not merge as fast as rows come in.`, retryable: true }],
  ['242', { says: ({ name }) => `${name} is read only at the moment.`, retryable: true }],
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
  if (told !== undefined) return new ErrorSenseError('store', told.says(where), { cause, retryable: told.retryable })
  if (isAbort(cause)) return new ErrorSenseError('store', `${where.name} was no longer waited for.`, { cause })
  const retryable = isNetwork(cause)
  const message = retryable
    ? `${where.name} can not be reached: ${firstLine(cause)}`
    : `${where.name}: ${firstLine(cause)}`
  return new ErrorSenseError('store', message, { cause, retryable })
}

/** The client and chDB put the number into fields of their own; both also have it in the text of the first cause. */
function engineCode(cause: unknown): string {
  if (!(cause instanceof Error)) return ''
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

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message || cause.name : String(cause)
  return text.split('\n', 1)[0].slice(0, 300)
}

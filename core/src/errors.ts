/** Every failure a caller may want to tell apart. Bad input is never an error in core: it is counted and kept. */
export type ErrorCode =
  | 'config' // a setting is wrong or missing: says which, and what to write instead
  | 'usage' // the command line is wrong
  | 'input' // a file or stream can not be read
  | 'bus' // the bus is away or refuses
  | 'revoked' // a partition belongs to another consumer now: let go of it
  | 'store' // the store is away or refuses
  | 'delivery' // a notification was not taken
  | 'internal' // a broken invariant: a bug of ours

/** The one error class. `message` is for the person who can mend it; `cause` keeps the foreign error. */
export class ErrorSenseError extends Error {
  override readonly name: string = 'ErrorSenseError'
  readonly code: ErrorCode
  /** Whether waiting and trying the same again can help. */
  readonly retryable: boolean

  constructor(
    code: ErrorCode,
    message: string,
    { cause, retryable = false }: { cause?: unknown; retryable?: boolean } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.retryable = retryable
  }
}

export class DeliveryError extends ErrorSenseError {
  override readonly name = 'DeliveryError'

  constructor(message: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super('delivery', message, options)
  }
}

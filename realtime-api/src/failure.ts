import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ErrorSenseError } from '@errorsense/core/errors.ts'

/** An answer that says no, thrown from anywhere below a route. */
export class Refusal extends Error {
  readonly statusCode: number
  readonly code: string

  constructor(statusCode: number, code: string, message: string) {
    super(message)
    this.statusCode = statusCode
    this.code = code
  }
}

const codes: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
}

/** Every failure leaves as {error: {code, message}}; what is our own fault is logged and not explained to strangers. */
export function sendFailure(
  error: FastifyError | Refusal | ErrorSenseError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const status = error instanceof ErrorSenseError ? 503 : (error.statusCode ?? 500)
  if (status >= 500) {
    request.log.error({ err: error, url: request.url }, 'request failed')
    return reply.code(status).send(body(status === 503 ? 'unavailable' : 'internal', 'The server could not answer.'))
  }
  const code = error instanceof Refusal ? error.code : (codes[status] ?? 'bad_request')
  return reply.code(status).send(body(code, error.message))
}

export function sendNotFound(_request: FastifyRequest, reply: FastifyReply) {
  return reply.code(404).send(body('not_found', 'There is nothing at this address.'))
}

const body = (code: string, message: string) => ({ error: { code, message } })

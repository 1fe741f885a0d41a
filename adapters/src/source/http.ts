import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { LineSink, LogSource } from '@errorsense/core/ports/log-source.ts'
import { isLoopback } from '../runtime/loopback.ts'
import { admission, Refusal } from './http-admission.ts'
import { readLines } from './http-body.ts'

export interface HttpSourceOptions {
  readonly host?: string
  /** 0 takes a free one. */
  readonly port: number
  /** Asked of every request, as `Authorization: Bearer` or `X-API-Key`; a must where others than this machine reach us. */
  readonly apiKey?: string
  /** Of one body, after decompression. */
  readonly maxBodyBytes?: number
  /** Of all bodies that are being read or handed over. */
  readonly maxWaitingBytes?: number
  /** How long the bus may take before the shipper is asked to come again, ms. */
  readonly patienceMs?: number
}

export interface HttpSource extends LogSource {
  /** Where it listens, once started. */
  readonly url: string
}

const MIB = 1024 * 1024
const TYPES = ['text/plain', 'application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/json']
/** What `curl --data-binary` says when nobody tells it what it sends; pages are refused by their Origin. */
const CURL_TYPE = 'application/x-www-form-urlencoded'
const RETRY_AFTER_SECONDS = 5

/**
 * `POST /ingest?source=&service=` takes lines of text or NDJSON, also gzipped, and answers 204 once they are durable.
 * Anything else was not taken: 429 and 503 ask to send the same again later, other errors say what is wrong with it.
 */
export function httpSource({
  host = '127.0.0.1',
  port,
  apiKey,
  maxBodyBytes = 16 * MIB,
  maxWaitingBytes = 128 * MIB,
  patienceMs = 10_000,
}: HttpSourceOptions): HttpSource {
  const server = createServer()
  const admit = admission(apiKey)
  const handovers = new Set<Promise<void>>()
  let waitingBytes = 0
  let url = ''

  async function ingest(request: FastifyRequest, reply: FastifyReply, sink: LineSink): Promise<FastifyReply> {
    const names = namesOf(request)
    let bytes = 0
    const count = (more: number) => {
      bytes += more
      waitingBytes += more
      if (bytes > maxBodyBytes) throw new Refusal(413, `a body may have up to ${maxBodyBytes} bytes, unpacked`)
      if (waitingBytes > maxWaitingBytes) throw new Refusal(429, 'too much is waiting for the bus')
    }
    const free = () => {
      waitingBytes -= bytes
    }
    const blocks = await readLines(request.raw, count).catch((error: unknown) => {
      free()
      throw error
    })
    const deliveries = blocks.map((block) => sink({ ...names, ...block }))
    // The bus may be slower than a shipper wants to wait; what it holds counts until it lets go.
    remember(Promise.allSettled(deliveries).then(free))
    await within(patienceMs, Promise.all(deliveries))
    return reply.code(204).send()
  }

  function remember(handover: Promise<void>): void {
    handovers.add(handover)
    void handover.finally(() => handovers.delete(handover))
  }

  return {
    name: 'http',
    get url() {
      return url
    },
    async start(sink) {
      if (apiKey === undefined && !isLoopback(host)) {
        const advice = 'set API_SECRET_KEY, or listen on 127.0.0.1'
        throw new ErrorSenseError('config', `whoever reaches ${host} could write logs: ${advice}`)
      }
      server.addHook('onRequest', async ({ headers }) => admit(headers))
      server.post('/ingest', (request, reply) => ingest(request, reply, sink))
      server.get('/health', async () => ({ status: 'ok' }))
      url = await server.listen({ host, port }).catch((cause: NodeJS.ErrnoException) => {
        const why =
          cause.code === 'EADDRINUSE'
            ? 'the port is in use; choose another: COLLECTOR_PORT, or under sources: in CONFIG_FILE'
            : cause.message
        throw new ErrorSenseError('config', `can not listen on ${host}:${port}: ${why}`, { cause })
      })
    },
    async stop() {
      await server.close()
      await Promise.all(handovers)
    },
  }
}

function createServer(): FastifyInstance {
  // Slow senders are cut off: headers after 10 s, bodies after 60.
  const server = fastify({ requestTimeout: 60_000, keepAliveTimeout: 30_000, http: { headersTimeout: 10_000 } })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser([...TYPES, CURL_TYPE], (_request, payload, done) => done(null, payload))
  server.setErrorHandler<FastifyError>((error, _request, reply) => {
    const { status, message } = answerTo(error)
    if (status === 429 || status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS)
    // The rest of a refused body is not read.
    return reply.code(status).header('connection', 'close').send({ error: message })
  })
  return server
}

function answerTo(error: FastifyError): { status: number; message: string } {
  if (error instanceof Refusal) return error
  if (error instanceof ErrorSenseError && error.retryable) return { status: 503, message: 'the bus is away' }
  if (error.code?.startsWith('Z_')) return { status: 400, message: 'the body is not gzip, or cut short' }
  if (error.statusCode === 415) return { status: 415, message: `send one of ${TYPES.join(', ')}` }
  if (error.statusCode !== undefined && error.statusCode < 500)
    return { status: error.statusCode, message: error.message }
  return { status: 500, message: 'the lines were not taken' }
}

const MAX_NAME = 256

/** Hostile names end up in keys, file names and pages: short, and no control characters. */
function namesOf({ query, ip }: FastifyRequest): { source: string; service: string } {
  const { source = `http/${ip}`, service = '' } = query as Record<string, unknown>
  for (const name of [source, service]) {
    if (typeof name !== 'string' || name.length > MAX_NAME || /\p{Cc}/u.test(name) || !name.isWellFormed()) {
      throw new Refusal(400, `source and service are plain names of up to ${MAX_NAME} characters`)
    }
  }
  if (source === '') throw new Refusal(400, 'source is empty: give it a name or leave it out')
  return { source: source as string, service: service as string }
}

async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Refusal(503, 'the bus is slow')), ms)
  await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import websocket from '@fastify/websocket'
import fastify, { LogController, type FastifyBaseLogger } from 'fastify'
import { jsonSchemaTransform, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Registry } from 'prom-client'
import { isLoopback } from '@errorsense/adapters/runtime/loopback.ts'
import { access } from './access.ts'
import type { Api, Context } from './context.ts'
import { dashboard } from './dashboard.ts'
import { sendFailure } from './failure.ts'
import { detectors } from './routes/detectors.ts'
import { feedback } from './routes/feedback.ts'
import { health } from './routes/health.ts'
import { incidents } from './routes/incidents.ts'
import { live } from './routes/live.ts'
import { logs } from './routes/logs.ts'
import { metrics } from './routes/metrics.ts'
import { series } from './routes/series.ts'
import { services } from './routes/services.ts'
import { session } from './routes/session.ts'
import { templates } from './routes/templates.ts'

export interface ServerOptions {
  readonly context: Context
  readonly logger: FastifyBaseLogger
  readonly host: string
  readonly apiKey?: string
  readonly origins: readonly string[]
  readonly dashboardDir: string
  readonly registry: Registry
}

const REQUESTS_PER_MINUTE = 1200
const MAX_BODY = 64 * 1024
/** Pages send nothing over the live feed. */
const MAX_SOCKET_MESSAGE = 1024

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

export function server({ context, logger, host, apiKey, origins, dashboardDir, registry }: ServerOptions): Api {
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY,
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>()
  const gate = access({ ...(apiKey !== undefined && { apiKey }), origins, clock: context.clock })

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  app.setErrorHandler(sendFailure)

  // Whether to speak TLS is decided in front of us: we must not tell a browser to insist on it.
  app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false, frameguard: { action: 'deny' } })
  // On loopback all who ask are one and the same person.
  app.register(rateLimit, { max: REQUESTS_PER_MINUTE, allowList: () => isLoopback(host) && apiKey === undefined })
  app.register(websocket, { options: { maxPayload: MAX_SOCKET_MESSAGE, perMessageDeflate: false } })
  app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'ErrorSense', version: context.version } },
    transform: jsonSchemaTransform,
  })

  app.register(async (all: Api) => {
    // Here, not on the app: a refused upgrade is hung up by the websocket plugin, whose hooks must come first.
    all.addHook('onRequest', async (request) => gate.checkOrigin(request))
    all.register(async (open: Api) => {
      health(open, context)
      dashboard(open, dashboardDir)
    })
    all.register(async (open: Api) => session(open, gate), { prefix: '/api/v1' })
    all.register(async (closed: Api) => {
      closed.addHook('onRequest', async (request) => gate.checkKey(request))
      metrics(closed, registry)
      closed.register(async (api: Api) => resources(api, context), { prefix: '/api/v1' })
    })
  })
  return app
}

function resources(api: Api, context: Context): void {
  for (const resource of [incidents, feedback, detectors, services, series, templates, logs, live])
    resource(api, context)
  api.get('/openapi.json', { schema: { hide: true } }, () => api.swagger())
}

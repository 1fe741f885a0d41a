/** What a role without a page of its own counts, for Prometheus to fetch. */
import { createServer } from 'node:http'
import { register } from 'prom-client'
import type { Config } from '@errorsense/adapters/runtime/config.ts'
import { isLoopback } from '@errorsense/adapters/runtime/loopback.ts'
import { admission, Refusal } from '@errorsense/adapters/source/http-admission.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Running } from './run.ts'

/** `GET /metrics` on METRICS_PORT, with the key where there is one. */
export async function startMetrics({ host, metricsPort, apiKey }: Config): Promise<Running> {
  if (apiKey === undefined && !isLoopback(host))
    throw new ErrorSenseError('config', `HOST=${host} can be reached by other machines: set API_SECRET_KEY`)
  const admit = admission(apiKey)
  const server = createServer(async ({ method, url, headers }, response) => {
    try {
      admit(headers)
      if (method !== 'GET' || url !== '/metrics') throw new Refusal(404, 'there is GET /metrics')
      response.writeHead(200, { 'content-type': register.contentType }).end(await register.metrics())
    } catch (error) {
      const { status, message } = error instanceof Refusal ? error : new Refusal(500, 'no metrics')
      response.writeHead(status, { 'content-type': 'text/plain' }).end(`${message}\n`)
    }
  })
  const listening = Promise.withResolvers<void>()
  server.once('error', (cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'EADDRINUSE' ? 'the port is in use; set METRICS_PORT' : cause.message
    listening.reject(new ErrorSenseError('config', `can not listen on ${host}:${metricsPort}: ${why}`, { cause }))
  })
  server.listen(metricsPort, host, listening.resolve)
  await listening.promise
  return {
    done: () => new Promise(() => undefined),
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Api } from './context.ts'
import { sendNotFound } from './failure.ts'

const NOT_BUILT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>ErrorSense</title></head>
<body><h1>ErrorSense is running, its page is not built yet</h1>
<p>Run <code>npm run build</code> in the checkout and load this page again.</p>
<p>The interface below <a href="/api/v1/openapi.json">/api/v1</a> works already.</p></body></html>`

/** Serves the built page. Its own addresses (/incidents/…) are all the same file: the page reads the address itself. */
export function dashboard(app: Api, dir: string): void {
  app.register(fastifyStatic, {
    root: dir,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders,
    suppressWarning: true,
  })
  app.get('/', { schema: { hide: true } }, sendPage)
  app.setNotFoundHandler((request, reply) =>
    isPage(request) ? sendPage(request, reply) : sendNotFound(request, reply),
  )

  function sendPage(_request: FastifyRequest, reply: FastifyReply) {
    if (existsSync(join(dir, 'index.html'))) return reply.sendFile('index.html')
    return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT)
  }
}

function isPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
}

/** Names below assets/ carry a hash of what is in them; everything else must be asked for again. */
function setHeaders(reply: FastifyReply, path: string): void {
  const hashed = path.includes(`${sep}assets${sep}`)
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}

/** A receiver of webhooks on this machine that answers as it is told and remembers what it heard. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Heard {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly heard: readonly Heard[]
  /** How many connections were opened, also those that said nothing. */
  readonly connections: number
  /** Resolves once so many requests have come. */
  until(count: number): Promise<void>
}

type Answer = number | 'none' | { readonly status: number; readonly location: string }

/** `answer` is asked for every request, the first being number 1. */
export async function receiver(answer: (request: number) => Answer = () => 204): Promise<Receiver> {
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  let connections = 0
  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    heard.push({ headers: request.headers, body: await text(request) })
    for (const look of waiting) look()
    const said = answer(heard.length)
    if (said === 'none') return
    if (typeof said === 'number') response.writeHead(said).end()
    else response.writeHead(said.status, { location: said.location }).end()
  }

  const server = createServer((request, response) => void hear(request, response))
  server.on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    heard,
    get connections() {
      return connections
    },
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (heard.length < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

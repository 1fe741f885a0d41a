/** Stands before an HTTP server and makes it as bad as networks and servers are: away, slow, failing, answering nobody. */
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * `away`: connections are closed unanswered, nothing reaches the server. `cut`: the server does what it is asked, and
 * nobody hears of it. `failing`: 503 without asking the server. `slow`: every request waits first. `trickling`: the
 * answer comes a byte at a time.
 */
export type HttpFault = 'away' | 'cut' | 'failing' | 'slow' | 'trickling'

export interface FaultyProxy {
  readonly url: string
  /** From now on, or once so many more requests were answered, until told otherwise; undefined = as the server is. */
  behave(fault: HttpFault | undefined, options?: { readonly after?: number }): void
  close(): Promise<void>
}

export interface FaultyProxyOptions {
  /** Of the server behind it; asked for each request, as it may move. */
  readonly target: () => string
  /** How long requests wait when it is slow, ms. */
  readonly slowMs?: number
}

export async function faultyProxy({ target, slowMs = 3000 }: FaultyProxyOptions): Promise<FaultyProxy> {
  let fault: HttpFault | undefined
  let still = 0

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const now = still > 0 ? undefined : fault
    still = Math.max(0, still - 1)
    if (now === 'away') return void incoming.socket.destroy()
    const body = await buffer(incoming)
    if (now === 'failing') return void response.writeHead(503).end('Service Unavailable')
    if (now === 'slow') await sleep(slowMs)
    const answered = await forward(target(), incoming, body)
    if (now === 'cut') return void incoming.socket.destroy()
    response.writeHead(answered.status, answered.headers)
    if (now === 'trickling') await trickle(response, answered.body)
    else response.end(answered.body)
  }

  const server = createServer((incoming, response) => {
    // Whatever goes wrong behind looks like a broken connection before it.
    answer(incoming, response).catch(() => incoming.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave(next, { after = 0 } = {}) {
      fault = next
      still = after
      if (next === 'away' && after === 0) server.closeAllConnections()
    },
    async close() {
      const closed = once(server.close(), 'close')
      server.closeAllConnections()
      await closed
    },
  }
}

interface Answered {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

async function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answered> {
  const { 'transfer-encoding': _, ...kept } = headers
  const length = String(body.length)
  const options = { method, headers: { ...kept, 'content-length': length }, agent: false }
  const outgoing = request(`${target}${url}`, options).end(body)
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
  const { 'transfer-encoding': __, ...answerHeaders } = answer.headers
  return { status: answer.statusCode ?? 502, headers: answerHeaders, body: await buffer(answer) }
}

async function trickle(response: ServerResponse, body: Buffer): Promise<void> {
  for (const byte of body) {
    response.write(Buffer.of(byte))
    await sleep(1)
  }
  response.end()
}

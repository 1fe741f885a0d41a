/** Takes webhooks as a pager would, and remembers every one. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Incident } from '@errorsense/core/wire/incident.ts'

export interface Delivery {
  /** By which a receiver knows what it has had already. */
  readonly key: string
  readonly reason: string
  readonly incident: Incident
}

export interface Receiver {
  readonly url: string
  readonly deliveries: readonly Delivery[]
  close(): Promise<void>
}

export async function receiver(): Promise<Receiver> {
  const deliveries: Delivery[] = []
  const server = createServer(async (request, response) => {
    const { type, data } = (await json(request)) as { type: string; data: Incident }
    deliveries.push({ key: String(request.headers['webhook-id']), reason: type, incident: data })
    response.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    deliveries,
    async close() {
      const closed = once(server.close(), 'close')
      server.closeAllConnections()
      await closed
    },
  }
}

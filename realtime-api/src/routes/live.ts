import type { Api, Context } from '../context.ts'

export function live(api: Api, { feed, clock, version }: Context): void {
  api.get('/live', { websocket: true, schema: { hide: true } }, (socket) => {
    socket.on('close', () => feed.remove(socket))
    // A broken connection is told by `close` as well; without a listener the error would end the process.
    socket.on('error', () => socket.terminate())
    feed.add(socket, { type: 'hello', version, now: new Date(clock()).toISOString() })
  })
}

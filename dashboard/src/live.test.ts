import assert from 'node:assert/strict'
import { mock, test, type TestContext } from 'node:test'
import type { LiveEvent } from '@errorsense/core/wire/live.ts'
import { connectLive, type LiveStatus } from './live.ts'

class FakeSocket extends EventTarget {
  closed = false

  say(event: LiveEvent): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }))
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.dispatchEvent(new Event('close'))
  }
}

const hello: LiveEvent = { type: 'hello', version: '1', now: '' }
const rates: LiveEvent = { type: 'rates', at: '', services: [] }

function connection(t: TestContext) {
  mock.timers.enable({ apis: ['setTimeout'] })
  t.after(() => mock.timers.reset())
  const sockets: FakeSocket[] = []
  const statuses: LiveStatus[] = []
  const events: LiveEvent[] = []
  const live = connectLive({
    url: 'ws://test',
    onEvent: (event) => events.push(event),
    onStatus: (status) => statuses.push(status),
    socket() {
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket
    },
  })
  return { live, sockets, statuses, events }
}

test('it is live once greeted, and hands on what it hears', (t) => {
  const { sockets, statuses, events } = connection(t)
  sockets[0].say(hello)
  sockets[0].say(rates)
  assert.deepEqual(statuses, ['connecting', 'live'])
  assert.deepEqual(events, [hello, rates])
})

test('a lost connection comes back, waiting longer each time until it is greeted again', (t) => {
  const { sockets, statuses } = connection(t)
  sockets[0].say(hello)
  sockets[0].close()
  assert.equal(sockets.length, 1)
  mock.timers.tick(1000)
  assert.equal(sockets.length, 2)
  sockets[1].close()
  mock.timers.tick(999)
  assert.equal(sockets.length, 2, 'half of two seconds is the least')
  mock.timers.tick(1001)
  assert.equal(sockets.length, 3)
  sockets[2].say(hello)
  sockets[2].close()
  mock.timers.tick(1000)
  assert.equal(sockets.length, 4, 'the wait is short again')
  assert.deepEqual(statuses, ['connecting', 'live', 'lost', 'lost', 'live', 'lost'])
})

test('a silent connection is a dead one, also before the greeting', (t) => {
  const { sockets, statuses } = connection(t)
  mock.timers.tick(8000)
  assert.equal(sockets[0].closed, true)
  mock.timers.tick(1000)
  sockets[1].say(hello)
  for (let second = 0; second < 20; second++) {
    mock.timers.tick(1000)
    sockets[1].say(rates)
  }
  assert.equal(statuses.at(-1), 'live')
  mock.timers.tick(8000)
  assert.equal(statuses.at(-1), 'lost')
})

test('it can be told not to wait, and does not open twice', (t) => {
  const { live, sockets } = connection(t)
  live.retryNow()
  assert.equal(sockets.length, 1)
  sockets[0].close()
  live.retryNow()
  live.retryNow()
  assert.equal(sockets.length, 2)
  mock.timers.tick(1000)
  assert.equal(sockets.length, 2)
})

test('once closed it stays closed', (t) => {
  const { live, sockets, statuses } = connection(t)
  sockets[0].say(hello)
  live.close()
  mock.timers.tick(60_000)
  live.retryNow()
  assert.equal(sockets.length, 1)
  assert.equal(statuses.at(-1), 'live')
})

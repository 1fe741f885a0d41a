import assert from 'node:assert/strict'
import { test } from 'node:test'
import { liveFeedContract } from '../../../core/contracts/live-feed.ts'
import type { LiveEvent } from '@errorsense/core/wire/live.ts'
import { webSocketFeed, type FeedSocket } from './websocket.ts'

const hello: LiveEvent = { type: 'hello', version: '1', now: '2026-01-01T00:00:00.000Z' }

function fakeSocket({ buffered = 0, broken = false } = {}) {
  const socket = {
    readyState: 1,
    bufferedAmount: buffered,
    heard: [] as LiveEvent[],
    closedWith: 0,
    terminated: false,
    send(text: string) {
      if (broken) throw new Error('broken pipe')
      socket.heard.push(JSON.parse(text) as LiveEvent)
    },
    close(code: number) {
      socket.closedWith = code
      socket.readyState = 2
    },
    terminate() {
      socket.terminated = true
      socket.readyState = 3
    },
  }
  return socket satisfies FeedSocket & { heard: LiveEvent[] }
}

liveFeedContract('websocket feed', () => {
  const feed = webSocketFeed()
  const socket = fakeSocket()
  feed.add(socket, hello)
  return { feed, heard: () => socket.heard.slice(1), addBroken: () => feed.add(fakeSocket({ broken: true }), hello) }
})

test('a socket is greeted before it hears any event', () => {
  const feed = webSocketFeed()
  const socket = fakeSocket()
  feed.add(socket, hello)
  assert.deepEqual(socket.heard, [hello])
})

test('a socket that does not read is closed with "try again later" and hears no more', () => {
  const dropped: string[] = []
  const feed = webSocketFeed({ maxBuffered: 10, onDrop: (reason) => dropped.push(reason) })
  const slow = fakeSocket()
  const quick = fakeSocket()
  feed.add(slow, hello)
  feed.add(quick, hello)
  slow.bufferedAmount = 11
  feed.publish(hello)
  feed.publish(hello)
  assert.equal(slow.closedWith, 1013)
  assert.equal(slow.heard.length, 1)
  assert.equal(quick.heard.length, 3)
  assert.equal(feed.size, 1)
  assert.deepEqual(dropped, ['slow'])
})

test('a broken socket is cut, not asked to close', () => {
  const feed = webSocketFeed()
  const broken = fakeSocket({ broken: true })
  feed.add(broken, hello)
  assert.equal(broken.terminated, true)
  assert.equal(feed.size, 0)
})

test('one socket too many is refused', () => {
  const feed = webSocketFeed({ maxSockets: 1 })
  feed.add(fakeSocket(), hello)
  const refused = fakeSocket()
  feed.add(refused, hello)
  assert.equal(refused.closedWith, 1013)
  assert.equal(feed.size, 1)
})

test('closing the feed tells every socket that the server goes away', () => {
  const feed = webSocketFeed()
  const socket = fakeSocket()
  feed.add(socket, hello)
  feed.close()
  assert.equal(socket.closedWith, 1001)
  assert.equal(feed.size, 0)
})

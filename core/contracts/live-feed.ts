import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LiveFeed } from '../src/ports/live-feed.ts'
import type { LiveEvent } from '../src/wire/live.ts'

export interface LiveFeedUnderTest {
  readonly feed: LiveFeed
  /** What a well-behaved listener has heard so far. */
  readonly heard: () => readonly LiveEvent[]
  /** Adds a listener that breaks whenever it is told something. */
  readonly addBroken: () => void
}

const rates = (at: number): LiveEvent => ({ type: 'rates', at: new Date(at).toISOString(), services: [] })

export function liveFeedContract(name: string, make: () => LiveFeedUnderTest): void {
  test(`${name}: a listener hears every event in order`, () => {
    const { feed, heard } = make()
    const events = [rates(1), rates(2), rates(3)]
    for (const event of events) feed.publish(event)
    assert.deepEqual(heard(), events)
  })

  test(`${name}: a broken listener neither throws at the publisher nor starves the others`, () => {
    const { feed, heard, addBroken } = make()
    addBroken()
    for (const at of [1, 2]) assert.doesNotThrow(() => feed.publish(rates(at)))
    assert.deepEqual(heard(), [rates(1), rates(2)])
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withPauses } from './pauses.ts'

test('what comes without delay comes as it is', async () => {
  async function* items(): AsyncGenerator<number> {
    yield 1
    yield 2
  }
  const seen: (number | undefined)[] = []
  for await (const item of withPauses(items(), 10_000)) seen.push(item)
  assert.deepEqual(seen, [1, 2])
})

test('while nothing comes, that is told, and nothing is lost', async () => {
  const later = Promise.withResolvers<string>()
  async function* items(): AsyncGenerator<string> {
    yield 'first'
    yield await later.promise
  }
  const reading = withPauses(items(), 1)
  assert.equal((await reading.next()).value, 'first')
  assert.equal((await reading.next()).value, undefined)
  later.resolve('second')
  let item = await reading.next()
  while (item.value === undefined && item.done !== true) item = await reading.next()
  assert.equal(item.value, 'second')
})

test('who stops during a pause is not kept', async () => {
  async function* items(): AsyncGenerator<string> {
    yield await new Promise<string>(() => undefined)
  }
  for await (const item of withPauses(items(), 1)) {
    assert.equal(item, undefined)
    break
  }
})

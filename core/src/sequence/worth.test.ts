import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worth } from './worth.ts'

const MINUTE_MS = 60_000

test('one broken session among few is told at once', () => {
  const news = worth<string>()
  for (let i = 0; i < 50; i++) news.see(i * 1_000)
  assert.deepEqual(news.hold('lost', 50_000, 'a'), ['a'])
})

test('among thousands they are held until they are a share of them, and then told together', () => {
  const news = worth<string>()
  for (let i = 0; i < 300; i++) news.see(i)
  assert.deepEqual(news.hold('lost', 1_000, 'a'), [])
  assert.deepEqual(news.hold('other', 1_000, 'x'), [])
  assert.deepEqual(news.hold('lost', 1_000, 'b'), [])
  assert.deepEqual(news.hold('lost', 1_000, 'c'), ['a', 'b', 'c'])
})

test('what is spread over hours does not add up', () => {
  const news = worth<number>()
  const told = Array.from({ length: 12 }, (_, i) => {
    for (let n = 0; n < 300; n++) news.see(i * 20 * MINUTE_MS)
    return news.hold('rare', i * 20 * MINUTE_MS, i)
  })
  assert.deepEqual(told.flat(), [])
})

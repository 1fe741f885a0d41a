import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { viewOf } from '../byte-span.ts'
import { wordFilter } from './word-filter.ts'
import { mayHoldWord, worthWords } from './worth-unfolding.ts'

function holds(filter: typeof mayHoldWord, text: string, offset = 8): boolean {
  const bytes = Buffer.from(`${' '.repeat(offset)}${text}        `)
  return filter(viewOf(bytes), offset, bytes.length - 8)
}

test('a word is found wherever it begins and however it is written', () => {
  const filter = wordFilter({ fours: ['lock', '"sta'], threes: ['ban'] })
  for (let at = 0; at < 12; at++) {
    for (const word of ['lock', 'LoCk', '"STATUS', 'ban', 'BAN']) {
      assert.equal(holds(filter, `${'.'.repeat(at)}${word}${'.'.repeat(11 - at)}`), true, `${word} at ${at}`)
    }
    assert.equal(holds(filter, `${'x'.repeat(at)} look, a band of loc ks ba n "st a`.replace('band', 'bund')), false)
  }
})

test('nothing is promised at the edges of the bytes', () => {
  const filter = wordFilter({ fours: ['lock'] })
  assert.equal(holds(filter, '......', 1), true)
  const bytes = Buffer.from('..........')
  assert.equal(filter(viewOf(bytes), 4, 8), true)
})

const words =
  'failed DENY denied refuse Reject invalid incorrect wrong unauth forbid block lock exceed|too many|limit attack malicious suspicious ban bad mismatch unknown success "status "code "action Login sign auth'.split(
    /[ |](?!many)/,
  )
const texts = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.string({ maxLength: 6 }) }, fc.constantFrom(...words)), { maxLength: 12 })
  .map((parts) => parts.join(''))

test('what the filter lets go holds none of the words that make JSON worth unfolding', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 5 }), (text, offset) => {
      if (!holds(mayHoldWord, text, offset)) assert.doesNotMatch(text, worthWords)
    }),
    { numRuns: 3_000 },
  )
})

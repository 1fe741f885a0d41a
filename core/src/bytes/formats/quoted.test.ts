import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { closingQuote } from './quoted.ts'

test('quoted text ends at the first quote that no backslash stands before', () => {
  const texts = fc.array(
    fc.constantFrom('"', '\\', 'a', '!', '#', '[', ']', '\x00', '\x01', '\xa2', '\xdc', 'order 17'),
  )
  fc.assert(
    fc.property(texts, texts, fc.nat(9), (inside, behind, from) => {
      const text = inside.join('')
      const bytes = Buffer.from(text + behind.join(''), 'latin1')
      const rest = text.slice(from)
      const closed = /^(?:[^"\\]|\\[^])*"/.exec(rest)
      assert.equal(closingQuote(bytes, from, text.length), closed ? from + closed[0].length - 1 : -1)
    }),
    { numRuns: 5_000 },
  )
})

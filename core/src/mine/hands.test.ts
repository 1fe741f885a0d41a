import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { EVIDENCE } from './evidence.ts'
import { handsOf, handTable, pairsBeside } from './hands.ts'
import { TokenSums } from './token-hash.ts'
import { tokenize } from './tokens.ts'
import { pairsOf, variablesOf, type Variable } from './variables.ts'

const word = fc.constantFrom('disk', 'queue', 'Paris', 'mail-gw', 'eth0', 'up', 'is', 'closed', 'OFF', '17')
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const part = fc.oneof(
  { weight: 4, arbitrary: word },
  text.map((inner) => `(${inner})`),
  text.map((inner) => `"${inner}"`),
  fc.tuple(word, word).map(([key, value]) => `${key}=${value}`),
)
const message = fc
  .tuple(fc.array(part, { minLength: 4, maxLength: 9 }), fc.option(text))
  .map(([parts, tail]) => parts.join(' ') + (tail === null ? '' : `: ${tail}`))

/** Hands of a message, and the pairs beside each. */
function dealt(tokens: readonly string[]): { key: number; pairs: Variable[] }[] {
  const variables = variablesOf(tokens, EVIDENCE)
  return handsOf(variables, new TokenSums().take('', tokens)).map(({ number, key }) => ({
    key,
    pairs: pairsBeside(number, tokens, variables, EVIDENCE),
  }))
}

/** What is left of the message beside a pair. */
function contextOf(tokens: readonly string[], { cuts }: Variable): number {
  return new TokenSums().take('', tokens).key(cuts)
}

describe('hands', () => {
  it('have every pair beside exactly one of them', () => {
    fc.assert(
      fc.property(message, (text) => {
        const tokens = tokenize(text).texts
        const wanted = pairsOf(tokens, variablesOf(tokens, EVIDENCE), EVIDENCE)
        const found = dealt(tokens).flatMap(({ pairs }) => pairs)
        const places = (pairs: readonly Variable[]): string[] => pairs.map(({ cuts }) => JSON.stringify(cuts)).sort()
        assert.deepEqual(places(found), places(wanted))
      }),
    )
  })

  it('are the same where messages differ in a pair of places only', () => {
    fc.assert(
      fc.property(message, word, word, (text, one, other) => {
        const tokens = tokenize(text).texts
        for (const { key, pairs } of dealt(tokens)) {
          for (const pair of pairs) {
            const [a, b] = pair.cuts
            const twin = [...tokens.slice(0, a.from), one, ...tokens.slice(a.to, b.from), other, ...tokens.slice(b.to)]
            const same = dealt(twin).find(({ pairs }) =>
              pairs.some((of) => contextOf(twin, of) === contextOf(tokens, pair)),
            )
            if (same) assert.equal(same.key, key)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('tell of rows once enough hold the same', () => {
    const { hold } = handTable(EVIDENCE)
    const hand = { number: 1, key: 12345 }
    for (let row = 0; row < EVIDENCE.pairLeast - 1; row++) assert.deepEqual(hold(row, hand), [])
    assert.deepEqual(new Set(hold(7, hand)), new Set([0, 1, 2, 7]))
    assert.deepEqual(hold(8, hand), [8])
    assert.deepEqual(hold(9, { number: 2, key: 12345 }), [])
  })
})

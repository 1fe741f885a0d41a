import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { EVIDENCE } from './evidence.ts'
import { deal, handsOf, handTable, NO_HAND, variablesBeside } from './hands.ts'
import { TokenSums } from './token-hash.ts'
import { tokenize } from './tokens.ts'
import type { Variable } from './variable.ts'
import { aloneOf, pairsOf, singlesOf } from './variables.ts'

const word = fc.constantFrom('disk', 'queue', 'Paris', 'mail-gw', 'eth0', 'up', 'is', 'closed', 'OFF', '17')
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const part = fc.oneof(
  { weight: 4, arbitrary: word },
  text.map((inner) => `(${inner})`),
  text.map((inner) => `"${inner}"`),
  fc.tuple(word, word).map(([key, value]) => `${key}=${value}`),
)
const beginning = fc.constantFrom('so far and on', 'it cannot go on')
const message = fc
  .tuple(beginning, fc.array(part, { maxLength: 8 }), fc.option(text))
  .map(([first, parts, tail]) => [first, ...parts].join(' ') + (tail === null ? '' : `: ${tail}`))

/** Hands of a message, and what may vary beside each; what is beside none has no key. */
function shown(tokens: readonly string[]): { key: number | undefined; beside: readonly Variable[] }[] {
  const dealt = deal(singlesOf(tokens, EVIDENCE))
  const hands = handsOf(dealt, new TokenSums().take('', tokens))
  return [{ number: NO_HAND, key: undefined }, ...hands].map(({ number, key }) => ({
    key,
    beside: variablesBeside(number, dealt, EVIDENCE),
  }))
}

/** What is left of the message beside a variable. */
function contextOf(tokens: readonly string[], { cuts }: Variable): number {
  return new TokenSums().take('', tokens).key(cuts)
}

function placesOf(variables: readonly Variable[]): Set<string> {
  return new Set(variables.map(({ cuts }) => JSON.stringify(cuts)))
}

describe('hands', () => {
  it('have everything that may vary beside exactly one of them', () => {
    fc.assert(
      fc.property(message, (text) => {
        const tokens = tokenize(text).texts
        const singles = singlesOf(tokens, EVIDENCE)
        const wanted = [...aloneOf(singles, EVIDENCE), ...pairsOf(singles, EVIDENCE)]
        const found = shown(tokens).flatMap(({ beside }) => beside)
        assert.equal(found.length, wanted.length)
        assert.deepEqual(placesOf(found), placesOf(wanted))
      }),
    )
  })

  it('are the same where messages differ only in what is beside them', () => {
    fc.assert(
      fc.property(message, word, word, (text, one, other) => {
        const tokens = tokenize(text).texts
        for (const { key, beside } of shown(tokens)) {
          for (const variable of beside) {
            const twin = replaced(tokens, variable, [one, other])
            const context = contextOf(tokens, variable)
            const same = shown(twin).find(({ beside }) => beside.some((of) => contextOf(twin, of) === context))
            if (same) assert.equal(same.key, key)
          }
        }
      }),
      { numRuns: 80 },
    )
  })

  it('tell of rows once enough hold the same', () => {
    const { hold } = handTable(EVIDENCE)
    const hand = { number: 3, key: 12345 }
    for (let row = 0; row < EVIDENCE.pairLeast - 1; row++) assert.deepEqual(hold(row, hand), [])
    assert.deepEqual(new Set(hold(7, hand)), new Set([0, 1, 2, 7]))
    assert.deepEqual(hold(8, hand), [8])
    assert.deepEqual(hold(9, { number: 4, key: 12345 }), [])
  })
})

function replaced(tokens: readonly string[], { cuts }: Variable, words: readonly string[]): string[] {
  const out: string[] = []
  let from = 0
  for (const [i, cut] of cuts.entries()) {
    out.push(...tokens.slice(from, cut.from), words[i])
    from = cut.to
  }
  return [...out, ...tokens.slice(from)]
}

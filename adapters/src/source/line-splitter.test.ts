import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { createLineSplitter } from './line-splitter.ts'

/** Every line that comes out of a stream given in pieces of these sizes. */
function split(bytes: Buffer, sizes: readonly number[], maxBytes?: number) {
  const splitter = createLineSplitter(maxBytes)
  const lines: string[] = []
  let truncated = 0
  const take = (block: ReturnType<typeof splitter.end>) => {
    if (block === undefined) return
    lines.push(...Buffer.from(block.bytes).toString().split('\n'))
    truncated += block.truncated
  }
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]
    const piece = Buffer.from(bytes.subarray(at, at + size))
    take(splitter.push(piece))
    // The caller uses its buffer again.
    piece.fill('#')
    at += size
  }
  take(splitter.end())
  assert.equal(splitter.pending, 0)
  return { lines, truncated }
}

const text = fc.string({ unit: fc.constantFrom('a', 'ñ', '€', '😀', ' ', '\r', '\n'), maxLength: 200 })
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })

test('whatever the pieces, the lines are those of the whole', () => {
  fc.assert(
    fc.property(text, sizes, (text, sizes) => {
      const expected = text.split('\n')
      if (expected.at(-1) === '') expected.pop()
      assert.deepEqual(split(Buffer.from(text), sizes).lines, expected)
    }),
  )
})

test('a line that is too long keeps its beginning, whole characters only, and is counted', () => {
  fc.assert(
    fc.property(text, sizes, fc.integer({ min: 4, max: 20 }), (text, sizes, max) => {
      const expected = text.split('\n')
      if (expected.at(-1) === '') expected.pop()
      const { lines, truncated } = split(Buffer.from(text), sizes, max)
      assert.equal(lines.length, expected.length)
      lines.forEach((line, i) => {
        assert.ok(expected[i].startsWith(line), `${line} of ${expected[i]}`)
        const whole = Buffer.byteLength(expected[i])
        assert.ok(
          whole <= max ? line === expected[i] : Buffer.byteLength(line) > max - 4 && Buffer.byteLength(line) <= max,
        )
      })
      assert.equal(truncated, expected.filter((line) => Buffer.byteLength(line) > max).length)
    }),
  )
})

test('a stream without line ends is not kept beyond the longest line', () => {
  const splitter = createLineSplitter(1000)
  const piece = Buffer.alloc(700, 'x')
  for (let i = 0; i < 1000; i++) assert.equal(splitter.push(piece), undefined)
  assert.equal(splitter.pending, 700_000)
  const block = splitter.push(Buffer.from('\n'))
  assert.deepEqual([block?.bytes.length, block?.truncated], [1000, 1])
})

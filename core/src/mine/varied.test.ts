import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shapeTable } from '../shape-table.ts'
import { templates } from './templates.ts'
import { tokenize } from './tokens.ts'

function name(seed: number): string {
  return Array.from({ length: 6 }, (_, i) => 'abcdefghij'[Math.floor(seed / 10 ** i) % 10]).join('')
}

function shapesOf(messages: readonly string[]) {
  const table = shapeTable(10_000)
  for (const message of messages) table.of('app', tokenize(message).texts)
  return table.list
}

test('words that vary stop making shapes, and the template is the same', () => {
  const messages = Array.from({ length: 5000 }, (_, i) => `Started worker ${name(i)} in region ${name(i * 7919)} today`)
  const shapes = shapesOf(messages)
  assert.ok(shapes.length < 3000, `${shapes.length} shapes`)
  const miner = templates()
  for (const shape of shapes) miner.add(shape)
  const texts = new Set(shapes.map(({ id }) => miner.of(id).text))
  assert.deepEqual([...texts], ['Started worker <*> in region <*> today'])
})

test('one word that varies makes two dozen shapes, not thousands', () => {
  const shapes = shapesOf(Array.from({ length: 5000 }, (_, i) => `Started worker ${name(i)} of the night shift`))
  assert.ok(shapes.length <= 25, `${shapes.length} shapes`)
})

test('a message of one word stays what it is', () => {
  assert.equal(shapesOf(Array.from({ length: 100 }, (_, i) => name(i))).length, 100)
})

test('names that carry a number make no shape each', () => {
  const shapes = shapesOf(Array.from({ length: 500 }, (_, i) => `moved ${name(i)}-${i} and ${name(i * 7)}.${i} away`))
  assert.ok(shapes.length <= 10, `${shapes.length} shapes`)
})

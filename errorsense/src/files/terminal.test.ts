import assert from 'node:assert/strict'
import { test } from 'node:test'
import { table } from './table.ts'
import { harmless, wrapped } from './terminal.ts'

test('control and direction characters become pictures', () => {
  assert.equal(harmless('a\u001b[2J\u0007\u007f\u0085\u202eb'), 'a\u241b[2J\u2407\u2421\ufffd\ufffdb')
})

test('text is broken between words, within the width', () => {
  assert.equal(wrapped('one two three four', '  ', 10), '  one two\n  three\n  four')
  assert.equal(wrapped('one two', '  '), '  one two')
})

test('a word longer than the line stands alone and whole', () => {
  assert.equal(wrapped('a 0123456789 b', '', 5), 'a\n0123456789\nb')
})

test('columns are aligned, and the last one fits the terminal', () => {
  const rows = [
    ['7', 'GET /a HTTP'],
    ['1200', 'x'.repeat(60)],
  ]
  assert.deepEqual(table(['lines', 'template'], rows, 30), [
    'lines  template',
    '7      GET /a HTTP',
    `1200   ${'x'.repeat(22)}…`,
  ])
})

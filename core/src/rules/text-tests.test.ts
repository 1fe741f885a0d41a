import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldTest } from './condition.ts'
import { patternTest, textTest } from './text-tests.ts'

function complaint(answer: FieldTest | string): string {
  return typeof answer === 'string' ? answer : assert.fail('was taken')
}

test('a part of a line is taken as it is', () => {
  assert.deepEqual(textTest('payment failed', 'contains'), { op: 'contains', text: 'payment failed' })
  assert.deepEqual(textTest(' from <*> port ', 'contains'), { op: 'contains', text: 'from <*> port' })
})

test('values are refused with what to write', () => {
  assert.match(complaint(textTest('from 10.0.0.7 port', 'contains')), /write "from <\*> port"/)
  assert.match(complaint(patternTest(String.raw`took \d+ ms`)), /asks for a value of the line \(\\d\)/)
  assert.match(complaint(patternTest('status 500')), /\(500\)/)
  assert.match(complaint(textTest('  ', 'contains')), /is empty/)
})

test('patterns may count, and name words with digits', () => {
  for (const source of ['a{2,3}b', 'ssh2 .*done', '^GET <\\*> failed$'])
    assert.equal(typeof patternTest(source, 'i'), 'object')
})

test('patterns that are none, or may take for ever, are refused', () => {
  assert.match(complaint(patternTest('(')), /is not a regular expression/)
  assert.match(complaint(patternTest('(a+)+b')), /repeats a repeat/)
  assert.match(complaint(patternTest('a', 'g')), /is not a regular expression/)
})

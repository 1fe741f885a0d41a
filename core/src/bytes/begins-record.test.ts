import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { continuation } from '../parse/continuation.ts'
import { beginsRecord } from './begins-record.ts'

const beginning = fc.constantFrom(
  'at ',
  'at com.a.B',
  'Caused by: ',
  '... 5 more',
  'Traceback (most recent call last)',
  'goroutine 1 [',
  '[signal ',
  'created by ',
  'exit status 1',
  '#1 0x',
  '{main}',
  'stack backtrace:',
  '--- End of ',
  'Stack trace:',
  'The above ',
  'java.io.IOException: x',
  'XError',
  'Nov  2 10:00',
  'INFO 2026',
  '2026-',
  '{"a',
  '[2026',
  '<13>1',
  '  ',
  '\t',
  '1.',
)
const lines = fc.tuple(beginning, fc.string({ unit: 'binary-ascii', maxLength: 20 })).map((parts) => parts.join(''))

test('what begins a record for certain is never a continuation', () => {
  fc.assert(
    fc.property(fc.oneof(lines, fc.string({ unit: 'binary-ascii' })), (line) => {
      const bytes = Buffer.from(line, 'latin1')
      if (beginsRecord(bytes, 0, bytes.length)) assert.equal(continuation().continues(line, false), false, line)
    }),
    { numRuns: 20_000 },
  )
})

test('the usual first lines are told without a look at the rest', () => {
  for (const line of [
    '2026-11-22T10:00:00Z x',
    '{"level":"info"}',
    '[2026-11-22] x',
    '<13>Nov 2 x',
    'Nov  2 10:00:00 x',
  ]) {
    const bytes = Buffer.from(line)
    assert.equal(beginsRecord(bytes, 0, bytes.length), true, line)
  }
})

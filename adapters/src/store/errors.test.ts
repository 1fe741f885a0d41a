import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storeError } from './errors.ts'

const where = { name: 'The embedded store in data' }

test('a full disk is waited for, whoever is the first to find no room', () => {
  const said = [
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
    new Error('Code: 243. DB::Exception: Cannot reserve 1.00 MiB, not enough space: (NOT_ENOUGH_SPACE)'),
    new Error(
      'Code: 75. DB::ErrnoException: Cannot write to file data/x.bin: , errno: 28, strerror: No space left on device',
    ),
  ]
  for (const cause of said) {
    const { message, retryable } = storeError(cause, where)
    assert.equal(message, 'The embedded store in data has a full disk. Free some space; writing goes on by itself.')
    assert.equal(retryable, true)
  }
})

test('what waiting can not mend is not waited for', () => {
  assert.equal(storeError(new Error('Code: 497. DB::Exception: Not enough privileges'), where).retryable, false)
  assert.equal(storeError(new Error('Code: 62. DB::Exception: Syntax error'), where).retryable, false)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countsLetters, isIndifferent } from './telling-words.ts'

test('words that name somebody, tell a level, announce a value or say that there is none are not like any other', () => {
  for (const word of 'from client address rhost user username login logname session request took elapsed'.split(' '))
    assert.equal(isIndifferent(word), false, word)
  for (const word of 'error warning notice for null none undefined unknown failed superuser ms s'.split(' '))
    assert.equal(isIndifferent(word), false, word)
})

test('names and other plain words are', () => {
  for (const word of 'amy bob frankfurt pending checkout'.split(' ')) assert.equal(isIndifferent(word), true, word)
})

test('where an exception is named, the length of words counts', () => {
  assert.equal(countsLetters('job failed (a.b.SomeError)'), true)
  assert.equal(countsLetters('job done in 5ms'), false)
})

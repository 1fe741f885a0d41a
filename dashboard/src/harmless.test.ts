import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harmless, harmlessText } from './harmless.ts'

test('plain text, markup, tabs and line feeds stay as they are', () => {
  const text = 'a <b onclick=x> & "c"\n\tat d — ñ 漢 😀'
  assert.deepEqual(harmless(text), [{ text }])
})

test('control characters are named as ASCII names them', () => {
  assert.equal(harmlessText('\u001b[31mred\r\u0000'), '‹ESC›[31mred‹CR›‹NUL›')
})

test('characters that turn text round or hide in it are named by their code', () => {
  assert.equal(harmlessText('\u202Etxt.exe\u2066\u200b\ufeff\u2028'), '‹U+202E›txt.exe‹U+2066›‹U+200B›‹U+FEFF›‹U+2028›')
  assert.equal(harmlessText('\u0085\u007f'), '‹U+0085›‹U+007F›')
})

test('half a character and invisible tags are named as well', () => {
  assert.equal(harmlessText('\ud800x'), '‹U+D800›x')
  assert.equal(harmlessText('\u{e0041}'), '‹U+E0041›')
})

test('nothing is lost but what is named', () => {
  const text = 'one\u001btwo\u202Ethree'
  const words = harmless(text).flatMap((segment) => ('text' in segment ? [segment.text] : []))
  assert.deepEqual(words, ['one', 'two', 'three'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { picker } from '../../test/fixtures/random.ts'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { foldTokens, shapeOf } from './shape.ts'
import { tokenize } from './tokens.ts'

function shapeOfBytes(bytes: Uint8Array): string {
  const { texts } = tokenize(text.latin1(bytes, 0, bytes.length))
  return foldTokens(texts.map(text.fromLatin1)).join('')
}

test('lines of random bytes are mostly one shape', () => {
  const seed = 20_261_130
  const { int } = picker(seed)
  const shapes = Array.from({ length: 500 }, () =>
    shapeOfBytes(Uint8Array.from({ length: 200 }, () => int(256)).map((c) => (c === 10 ? 0 : c))),
  )
  const garbled = shapes.filter((shape) => shape === '<*>').length
  assert.ok(garbled > 450, `${garbled} of ${shapes.length}, seed ${seed}`)
})

test('text stays text in UTF-8, and in encodings of a byte', () => {
  const written = ['Échec de la connexion à l’hôte, réseau déjà fermé', 'ошибка подключения к базе', '用户登录失败']
  for (const message of written) assert.notEqual(shapeOf(message, '').tokens.join(''), '<*>')
  const latin1 = Buffer.from('Échec de la clé, réseau déjà fermé, accès refusé à côté', 'latin1')
  assert.ok(shapeOfBytes(latin1).startsWith('\ufffdchec de la cl\ufffd'))
  const cyrillic = Buffer.from('e0f8e8e1eae020efeee4eaebfef7e5ede8ff20ea20e1e0e7e5', 'hex')
  assert.notEqual(shapeOfBytes(cyrillic), '<*>')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { isValueLike, tokenize } from '../../mine/tokens.ts'
import { MessageCutter } from './message-cutter.ts'
import { MessageKey } from './message-key.ts'

const cutter = new MessageCutter(text)
/** Hash to tokens and back: two that were ever taken for one would show. */
const tokensOf = new Map<string, string>()
const hashOf = new Map<string, string>()

function check(message: string): void {
  const bytes = Buffer.from(message, 'latin1')
  const tokens = tokenize(message)
  cutter.cut(bytes, 0, bytes.length, 7)
  const hash = `${cutter.a} ${cutter.b}`
  const joined = tokens.texts.join('\u0002')
  assert.equal(tokensOf.get(hash) ?? joined, joined, JSON.stringify(message))
  assert.equal(hashOf.get(joined) ?? hash, hash, JSON.stringify(message))
  tokensOf.set(hash, joined)
  hashOf.set(joined, hash)
  const values = tokens.texts.flatMap((token, i) => (isValueLike(token) ? [[tokens.starts[i], tokens.ends[i]]] : []))
  assert.deepEqual(
    Array.from({ length: cutter.count }, (_, i) => [cutter.starts[i], cutter.ends[i]]),
    values,
    JSON.stringify(message),
  )
}

const key = new MessageKey()
/** Tokens by key; undefined where the cutter had to ask. */
const cutByKey = new Map<string, string | undefined>()

function checkKey(message: string): void {
  const bytes = Buffer.from(message, 'latin1')
  if (!key.read(bytes, 0, bytes.length, 7)) return
  cutter.cut(bytes, 0, bytes.length, 7)
  const name = `${key.a} ${key.b}`
  const tokens = cutter.hasAsked ? undefined : `${cutter.a} ${cutter.b}`
  if (cutByKey.has(name)) assert.equal(tokens, cutByKey.get(name), JSON.stringify(message))
  cutByKey.set(name, tokens)
}

const part = fc.constantFrom(
  ...'a b A Z x true false null Mar May Sunday Monitor dead beef deadbeefcafe get request user_id max-size a.b a.b.c'.split(
    ' ',
  ),
  ...'org.apache.Foo java.io.IOException x.y.MyError read/write and/or http:// https://a.b/c?d=e. c:\\ fe80::1 ::1 1'.split(
    ' ',
  ),
  ...'12 123 1,234 12.5 1.2.3 10.0.0.1 10.0.0.1:80 /10.0.0.1:5 2026-11-22 2026-11-22T10:11:12.5Z 10:11:12 22-Nov'.split(
    ' ',
  ),
  ...'5ms 12% 50%x 0x1f blk_-12 req-1 ssh2 L1 worker-3 node-12.x.org 3/4 -5 +5 -x -- -> => == # #5 $ * @ a@b.c'.split(
    ' ',
  ),
  ...'/ /a /a/b /a/b/ /a//b /a.b /a.: /a/b?c=d /é é über µs 5µs Âµ _ __a _1 a_ a- -a 8-4 ... . ! ? ?! : :: , ; = ( ) [ ] { } | " \' < >'.split(
    ' ',
  ),
  '123e4567-e89b-12d3-a456-426614174000',
  'abcdefab-abcd-abcd-abcd-abcdefabcdef',
  'aa-bb-cc-dd-ee-ff',
  'amy@',
  'amy@example',
  'a-1@mail.example.org',
  'true@a.b',
  '@a.b',
  'é@a.b',
  'aa:bb:cc:dd:ee:ff',
  'Rack-12',
  "'Rack-12'",
  '"Rack-12"',
  '{Rack-12}',
  'core.7',
  'true-7',
  'May-12',
  'core.7:80',
  ' ',
  '\t',
  '  ',
  '\u0000',
  '\u001f',
)
const messages = fc.oneof(
  fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((c) => String.fromCharCode(c)), maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'aFx19_-./:, ="%T'), maxLength: 24 }),
)

/** Another one looks elsewhere. */
const SEED = Number(process.env.SEED ?? 20261122)

test('messages are cut as the readable tokenizer cuts them', () => {
  const numRuns = Number(process.env.FUZZ_RUNS ?? 30_000)
  fc.assert(fc.property(messages, check), { numRuns, seed: SEED })
})

test('messages of one key are cut into the same tokens', () => {
  const numRuns = Number(process.env.FUZZ_RUNS ?? 30_000)
  const digits = /\d/g
  const pairs = fc.tuple(messages, fc.stringMatching(/^\d{8}$/))
  const checkBoth = ([message, others]: readonly [string, string]): void => {
    let next = 0
    checkKey(message)
    checkKey(message.replace(digits, () => others[next++ % others.length]))
    checkKey(message.replace(/\d+/, others))
    checkKey(message.replace(/[a-f]+(?=\d)/, 'x'))
  }
  fc.assert(fc.property(pairs, checkBoth), { numRuns, seed: SEED })
})

test('long words, many tokens and long messages are cut alike', () => {
  for (const unit of ['a', '1', 'a ', '1 ', 'a,', '/a', 'a.', '1.', 'é', '-', '_', ':', '"', 'a-1']) {
    for (const length of [199, 200, 201, 255, 256, 257, 4095, 4096, 4097, 5000]) check(unit.repeat(length))
  }
})

test('a date behind a negative number, and a truth before two slashes, are cut alike', () => {
  for (const message of ['1 Jan', '-112b.7 Jan', '-7 Jan', '-1.5 Jan', '-5ms', '1:1', 'true://1@', 'true://a'])
    check(message)
})

test('a date that begins behind a dot is cut alike, and what only looks like one', () => {
  const dates = ['17-Jan-2016 11:09:06 +0200', '2016-01-17 11:09:06', 'Jan 17 11:09:06', 'Sat Nov 21 10:00:00 2026']
  for (const date of dates) for (const before of ['failed', 'x1', 'x-1']) check(`sign-in ${before}.${date} for amy`)
  for (const name of ['web-1.example.org 443', 'web1.mar 4', 'kube-12.a Pod', 'a1.b 7']) check(`from ${name} to x`)
})

test('numbers, times and addresses inside a word are cut alike, whatever stands before and behind', () => {
  const heads = [
    'core.7-',
    'a.b-',
    'x.y.z1-',
    'web-',
    'a_b-',
    'a.1',
    'x-1.',
    '7.a-',
    '/a/b-',
    'a@b.c-',
    '1.2-',
    '=',
    'x#',
  ]
  const uuid = 'abcdefab-abcd-abcd-abcd-abcdefabcdef'
  const values = [
    uuid,
    '1,234',
    '121,234',
    '1,23',
    '12:30:11',
    '10.0.0.1',
    '2026-11-22',
    '5ms',
    'Jan',
    '1,234.5',
    '-1,234',
  ]
  const tails = ['', 'amy@example', 'x', '.', '-', ' x', ':80', '/x', '%', '_', ' Jan', '::1']
  for (const head of heads) {
    for (const value of values)
      for (const more of ['', ...values]) for (const tail of tails) check(head + value + more + tail)
  }
})

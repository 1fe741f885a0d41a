/** Ids are read from bytes; the same told in strings and patterns, as short as it can be, must find the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { idTokens, SCANNED_LENGTH } from './id-token.ts'

interface Readable {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly isStrong: boolean
}

const SHORTEST = 6
const LONGEST = 80
const STRONG_HEX = 16
const STRONG_DIGITS = 6
const STRONG_MIXED = 20

const RUN = /[\w-]+/g
const UUID = /^([a-z]{0,12}[-_]?)[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const HEX = /^[\da-f]+$/i
const NAMED_NUMBERS = /^[a-z][a-z]*(?:[-_][a-z]*\d*)*$/i
const MIXED = /^[\da-z]+$/i

function readable(message: string): Readable[] {
  const found: Readable[] = []
  const scanned = message.slice(0, SCANNED_LENGTH)
  for (const { 0: run, index: start } of scanned.matchAll(RUN)) {
    const end = start + run.length
    if (run.length < SHORTEST || run.length > LONGEST || isPartOfMore(scanned, start, end)) continue
    const form = formOf(run)
    if (form) found.push({ start, end, ...form })
  }
  return found
}

/** Parts of paths, addresses (IPv6 too), host names, decimals and mail addresses. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  if ('/\\.@%+'.includes(before) || '/\\@'.includes(after)) return true
  if (text.endsWith('::', start) || text.startsWith('::', end)) return true
  return after === '.' && /[\w-]/.test(text[end + 1] ?? ' ')
}

function formOf(run: string): Pick<Readable, 'kind' | 'isStrong'> | undefined {
  const digits = countDigits(run)
  if (digits === 0) return undefined
  const uuid = UUID.exec(run)
  if (uuid) return { kind: `${uuid[1].toLowerCase()}uuid`, isStrong: true }
  if (digits === run.length) return undefined
  if (HEX.test(run) && run.length >= 8) return { kind: `hex${run.length}`, isStrong: run.length >= STRONG_HEX }
  if (digits >= 3 && NAMED_NUMBERS.test(run) && /[-_]/.test(run)) {
    return { kind: run.replace(/-?\d+/g, '#'), isStrong: digits >= STRONG_DIGITS }
  }
  if (MIXED.test(run) && digits >= 2 && run.length >= 8 && run.length - digits >= 2) {
    return { kind: `mixed${run.length}`, isStrong: run.length >= STRONG_MIXED }
  }
  return undefined
}

function countDigits(run: string): number {
  let digits = 0
  for (let i = 0; i < run.length; i++) {
    const code = run.charCodeAt(i)
    if (code >= 48 && code <= 57) digits++
  }
  return digits
}

function scanned(message: string): Readable[] {
  const ids = idTokens(1_000)
  const bytes = Buffer.from(`before ${message}behind`, 'latin1')
  const count = ids.scan(bytes, 7, 7 + Math.min(SCANNED_LENGTH, message.length))
  return ids.tokens
    .slice(0, count)
    .map(({ start, end, kind, isStrong }) => ({ start: start - 7, end: end - 7, kind: ids.kinds[kind], isStrong }))
}

function idsIn(message: string): string[] {
  return scanned(message).map(({ start, end }) => message.slice(start, end))
}

test('ids are told from addresses, paths, dates, versions and plain numbers', () => {
  assert.deepEqual(idsIn('Receiving block blk_-1608999687919862906 src: /10.250.19.102:54106'), [
    'blk_-1608999687919862906',
  ])
  assert.deepEqual(idsIn('[instance: 3edec1e4-9678-4a3a-a21b-a145a4ee5e61] took 20.58 seconds'), [
    '3edec1e4-9678-4a3a-a21b-a145a4ee5e61',
  ])
  assert.deepEqual(idsIn('req-addc1839-2ed5-4778-b57e-5854eb7b8b09 done'), ['req-addc1839-2ed5-4778-b57e-5854eb7b8b09'])
  assert.deepEqual(idsIn('order-100482: paid, trace 4bf92f3577b34da6a3ce929d0e0e4736.'), [
    'order-100482',
    '4bf92f3577b34da6a3ce929d0e0e4736',
  ])
  assert.deepEqual(
    idsIn('GET /items/a1b2c3d4e5f6 from fe80::1a2b:3c4d:5e6f at 2026-11-22T10:20:30 v1.22.333-rc1 1700000000'),
    [],
  )
  assert.deepEqual(idsIn('mail to user12345678@example.org on web-1234.example.org, size 123456789'), [])
})

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 1, maxLength: 40 })
const word = fc.oneof(
  fc.uuid(),
  hex,
  fc
    .tuple(fc.constantFrom('blk', 'REQ', 'a', 'order', 'thirteenchars'), fc.constantFrom('-', '_', '_-', ''))
    .map((pair) => pair.join('')),
  fc.integer({ min: -10, max: 10_000_000 }).map(String),
  fc.string({ unit: fc.constantFrom(...'aZf09-_'), maxLength: 90 }),
)
const between = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('', ' ', ':', '::', '.', '. ', '/', '@', '%', '+', '\\', '=', '"', '\u00e9', '-', '_'),
  },
  fc.string({ unit: 'binary', maxLength: 3 }).map((text) => Buffer.from(text).toString('latin1')),
)
const messages = fc
  .array(fc.tuple(word, between), { maxLength: 60 })
  .map((parts) => parts.map((part) => part.join('')).join(''))

test('bytes tell the same ids as patterns over strings', () => {
  fc.assert(
    fc.property(messages, (message) => assert.deepEqual(scanned(message), readable(message))),
    { numRuns: 3_000 },
  )
})

test('of more kinds than there is room for, the first ones are known again', () => {
  const ids = idTokens(2)
  const kindsOf = (message: string) => {
    const bytes = Buffer.from(message)
    return ids.tokens.slice(0, ids.scan(bytes, 0, bytes.length)).map(({ kind }) => ids.kinds[kind])
  }
  assert.deepEqual(kindsOf('job-1000 order-1000 cart-1000'), ['job#', 'order#', undefined])
  assert.deepEqual(kindsOf('cart-1001 order-1001'), [undefined, 'order#'])
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { steps } from '../../parse/header/steps.ts'
import { timeForms } from '../../parse/time.ts'
import { BytePattern } from './byte-pattern.ts'

const patterns = [
  ...Object.values(steps).flatMap(({ name, pattern }) => (pattern ? [[name, pattern] as const] : [])),
  ...timeForms.map(({ name, pattern }) => [`time ${name}`, pattern] as const),
]

const pieces = [
  ' ', '  ', '\t', '-', '--', ' - ', '|', ':', '::', ';', ',', '.', '/', '[', ']', '(', ')', '<', '>', '"', '\\', '=', '#',
  'INFO', 'warn', 'E', 'I1121', '[main]', 'com.acme.Foo', 'sshd[42]:', 'kernel:', 'app(pam_unix)[7]:', 'a.go:12', '<134>',
  '2026-11-21', '10:00:00', '.123', ',123456', 'Z', '+0100', ' UTC', ' PM', 'Nov', 'Sat', ' 21 ', '1 ', '1795255200', '20261121',
  '1 2026-11-21T10:00:00Z host app 1 - - ', '[id@1 a="b]c"]', 'x', '0', '42', 'é', '\u00A0', '–',
] // prettier-ignore

function find(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(line) ? pattern.lastIndex : -1
}

describe('a pattern over bytes', () => {
  for (const [name, pattern] of patterns) {
    it(`matches what the regular expression matches: ${name}`, () => {
      const compiled = BytePattern.of(pattern)
      assert.ok(compiled, pattern.source)
      const line = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 2, unit: 'binary-ascii' })), {
        maxLength: 12,
      })
      fc.assert(
        fc.property(line, fc.nat(6), (parts, from) => {
          const bytes = text.bytes(parts.join(''))
          const written = text.latin1(bytes, 0, bytes.length)
          const at = Math.min(from, bytes.length)
          assert.equal(compiled.match(bytes, at, bytes.length), find(pattern, written, at), written)
        }),
        { numRuns: 400 },
      )
    })
  }

  it('is none where bytes alone cannot tell', () => {
    assert.equal(BytePattern.of(/(a)\1/y), undefined)
    assert.equal(BytePattern.of(/(?<=a)b/y), undefined)
    assert.equal(BytePattern.of(/(?=ab)a/y), undefined)
  })

  it('keeps the preference of alternatives, not the longest match', () => {
    const bytes = text.bytes('abcd')
    assert.equal(BytePattern.of(/a|abc/y)?.match(bytes, 0, 4), 1)
    assert.equal(BytePattern.of(/(?:a|ab)(?:c|bcd)?/y)?.match(bytes, 0, 4), 4)
    assert.equal(BytePattern.of(/ab*?/y)?.match(bytes, 0, 4), 1)
    assert.equal(BytePattern.of(/a(?=bc)/y)?.match(bytes, 0, 4), 1)
  })

  it('stops at the end it is given', () => {
    assert.equal(BytePattern.of(/\w+$/y)?.match(text.bytes('abcd'), 1, 3), 3)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { usualLines } from '../../../test/mutated-lines.ts'
import { mutated } from '../../../test/fixtures/mutations.ts'
import { selfDescribing } from '../../parse/index.ts'
import { ByteGroups } from './byte-groups.ts'
import { TOO_LARGE } from './byte-pattern.ts'

const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
  ...selfDescribing.flatMap(({ name, writing }) => (writing ? [[name, writing.pattern] as const] : [])),
  ['the longest run, given back', /^(?<a>[\d.]*)(?<b>\d)(?<c>\.?)/d],
  ['the shortest run', /^(?<a>.*?)(?<b> \d+)(?<c>.?)/d],
  ['so many of a kind', /^(?<a>\w{2,4}?)(?<b>\w{1,3})-?(?<c>.*)/d],
  ['pieces, as few as will do', /^(?:\w+ ){0,3}?(?<a>\d+)(?: (?<b>\w+))?$/d],
  ['pieces without end', /^(?:\w+ )*?(?<a>\d+)(?: \d+)*(?<b>.*)/d],
  ['what is escaped', /^.{0,20}?"(?<a>(?:[^"\\]|\\.)*)"(?<b>.)?/d],
  ['alternatives that begin alike', /^(?:(?<a>ab|a)|(?<b>\w))(?:c|bc)?(?<c>.*)/d],
  ['what follows', /^(?<a>\w+)(?=[ :]|$)(?<b>.?)/d],
  ['either case', /^(?<a>[a-c]+)(?<b>get|post)?/di],
]

/** Spans of all groups as [start, end], as RegExp and as bytes tell them. */
function both(pattern: RegExp, groups: ByteGroups, line: string): [wanted: unknown, found: unknown] {
  const bytes = text.bytes(line)
  const places = pattern.exec(text.latin1(bytes, 0, bytes.length))?.indices?.groups
  const end = groups.match(bytes, 0, bytes.length)
  if (end === TOO_LARGE) return [TOO_LARGE, TOO_LARGE]
  const names = [...pattern.source.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name)
  const wanted = places && names.map((name) => places[name] ?? [-1, -1])
  const found = names.map((name) => [groups.starts[groups.indexOf(name)], groups.ends[groups.indexOf(name)]])
  return [wanted, end < 0 ? undefined : found]
}

describe('the groups of a pattern over bytes', () => {
  for (const [name, pattern] of patterns) {
    it(`lie where the regular expression finds them: ${name}`, () => {
      const groups = ByteGroups.of(pattern)
      assert.ok(groups)
      const pieces = [
        'a',
        'b',
        'c',
        'ab',
        'abc',
        ' ',
        '-',
        '.',
        '1',
        '42',
        '1.2',
        '"',
        '\\',
        '\\"',
        ':',
        '\n',
        'GET',
        'é',
      ]
      const line = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''))
      fc.assert(
        fc.property(line, fc.integer(), (short, seed) => {
          for (const one of [short, ...mutated(usualLines, 20, seed)]) {
            const [wanted, found] = both(pattern, groups, one)
            assert.deepEqual(found, wanted, one)
          }
        }),
        { numRuns: 100 },
      )
      for (const usual of usualLines) {
        const [wanted, found] = both(pattern, groups, usual)
        assert.deepEqual(found, wanted, usual)
      }
    })
  }

  it('are given up where a line would make the search long', () => {
    const groups = ByteGroups.of(/^(?:\w+ )*?(?<a>!)/d)
    const line = text.bytes('word '.repeat(10_000))
    assert.equal(groups?.match(line, 0, line.length), TOO_LARGE)
  })

  it('are none where a group repeats, or bytes alone cannot tell', () => {
    assert.equal(ByteGroups.of(/^(?:(?<a>\w) )+/d), undefined)
    assert.equal(ByteGroups.of(/^(?<a>a)\1/d), undefined)
  })
})

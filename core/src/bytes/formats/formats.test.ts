import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { headerCases } from '../../../test/fixtures/headers.ts'
import { messageOf } from '../../../test/fixtures/messages.ts'
import { Differential } from '../../../test/fixtures/differential.ts'
import { mutated } from '../../../test/fixtures/mutations.ts'

const parse = join(import.meta.dirname, '../../parse')
const shared = join(import.meta.dirname, '../../../../../shared/data')

/** Every line that a test beside the readable formats holds. */
const literals = readdirSync(parse)
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => readFileSync(join(parse, name), 'utf8').match(/'(?:[^'\\\n]|\\.)*'/g) ?? [])
  .map((literal) => literal.slice(1, -1).replaceAll(/\\(['\\])/g, '$1'))
  .filter((line) => line.length > 12 && !/\\[nu]/.test(line.replaceAll('\\\\', '')))

const withHeader = (name: string, count = 200): string[] => {
  const found = headerCases.find((one) => one.name === name)
  return Array.from({ length: count }, (_, i) => (found?.header(i) ?? '') + messageOf(i))
}

describe('the formats over bytes', () => {
  it('read what the readable formats read: lines of their tests', () => {
    const both = new Differential()
    both.read(literals)
    assert.ok(literals.length > 100 && both.lines === literals.length)
  })

  for (const { name } of headerCases) {
    it(`read what the readable formats read behind a learnt header: ${name}`, () => {
      const both = new Differential()
      for (let i = 0; i < 3; i++) both.read(withHeader(name))
      assert.ok(both.unsure < both.lines * 0.02, `${both.unsure} of ${both.lines} were left to the readable reader`)
    })
  }

  it('read what the readable formats read: more processes of PostgreSQL than are remembered', () => {
    const line = (i: number): string =>
      `2026-11-21 10:00:00.123 UTC [${(i * 7) % 11_000}] ${i % 3 === 0 ? 'note:  ' : ''}amy@shop LOG:  ${i % 5 === 0 ? ' ' : ''}checkpoint ${i} done`
    new Differential().read(Array.from({ length: 23_000 }, (_, i) => line(i)))
  })

  it('read what the readable formats read: changed lines', () => {
    const several = [literals, ...headerCases.map(({ name }) => withHeader(name, 60))]
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...several), (seed, lines) => {
        const both = new Differential()
        both.read(lines)
        both.read(mutated(lines, 200, seed))
        both.read(mutated(lines, 200, seed + 1))
      }),
      { numRuns: 60 },
    )
  })

  const files = existsSync(shared) ? readdirSync(shared, { recursive: true, encoding: 'utf8' }) : []
  it('read what the readable formats read: real logs', { skip: files.length === 0 && 'needs ../shared/data' }, () => {
    for (const file of files.filter((name) => name.endsWith('.log'))) {
      const lines = readFileSync(join(shared, file), 'latin1').split(/\r?\n/).slice(0, 2000)
      const both = new Differential(file)
      both.read(lines.map((line) => text.fromLatin1(line)))
      both.read(mutated(lines, 300, 7))
    }
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compile, type Condition } from './condition.ts'
import { sigmaCondition } from './sigma-condition.ts'
import { sigmaSelection } from './sigma-selection.ts'
import type { Sighting } from './sightings.ts'

function sighting(text: string, told: Partial<Sighting> = {}): Sighting {
  return {
    time: 0,
    service: 'web',
    template: { id: text, text, component: '' },
    lines: 1,
    errors: 0,
    sample: '',
    ...told,
  }
}

function selection(value: unknown): (text: string, told?: Partial<Sighting>) => boolean {
  const holds = compile(sigmaSelection(value, ({ text }) => assert.fail(text)))
  return (text, told) => holds(sighting(text, told))
}

function complaints(value: unknown): string[] {
  const all: string[] = []
  sigmaSelection(value, ({ path, text }) => all.push(`${path.join('.')}: ${text}`))
  return all
}

describe('a selection', () => {
  test('of keywords holds when one of them is in the text', () => {
    const holds = selection(['segfault', '*out of memory*'])
    assert.deepEqual(
      ['a Segfault at <*>', 'Out of memory: killed', 'fine'].map((text) => holds(text)),
      [true, true, false],
    )
  })

  test('with all wants every keyword', () => {
    const holds = selection({ '|all': ['session', 'closed'] })
    assert.deepEqual(
      ['session was closed', 'session opened'].map((text) => holds(text)),
      [true, false],
    )
  })

  test('of fields wants all fields, and one value of each', () => {
    const holds = selection({ 'c-uri|startswith': ['/admin', '/manager'], 'sc-status': 404 })
    assert.ok(holds('GET', { path: '/manager/html', status: '404' }))
    assert.ok(!holds('GET', { path: '/manager/html', status: '403' }))
    assert.ok(!holds('GET', { path: '/shop/admin', status: '404' }))
    assert.ok(!holds('GET'))
  })

  test('of fields in a list wants one of the maps', () => {
    const holds = selection([{ user: 'root' }, { 'message|endswith': 'denied' }])
    assert.ok(holds('x', { user: 'root' }))
    assert.ok(holds('access denied'))
    assert.ok(!holds('denied access', { user: 'roots' }))
  })

  test('knows stars at the ends, and patterns', () => {
    assert.ok(selection({ path: '*.bak' })('x', { path: '/a.bak' }))
    assert.ok(!selection({ path: '*.bak' })('x', { path: '/a.bak/b' }))
    assert.ok(selection({ path: '/x*' })('x', { path: '/x/y' }))
    assert.ok(selection({ 'path|re': String.raw`\.(git|svn)/` })('x', { path: '/.git/config' }))
  })

  test('refuses what is not told, by name and place', () => {
    assert.match(complaints({ Image: 'x' })[0], /^Image: the field "Image" is not told/)
    assert.match(complaints({ 'c-uri|base64offset|contains': 'x' })[0], /the modifier "base64offset" is not supported/)
    assert.match(complaints({ 'sc-status': [404, 200] })[0], /^sc-status\.1: 200 is not told one by one/)
    assert.match(complaints(['port 22'])[0], /^0: .*write "port <\*>"/)
    assert.match(complaints({ user: null })[0], /neither text nor number/)
    assert.match(complaints({ path: '/a*b' })[0], /only \* at its ends/)
  })
})

describe('a condition', () => {
  const word = (text: string): Condition => ({ field: 'template', test: { op: 'contains', text } })
  const selections = new Map([
    ['sel_a', word('a')],
    ['sel_b', word('b')],
    ['filter', word('x')],
  ])
  const refusal = (condition: string) => {
    const parsed = sigmaCondition(condition, selections)
    return typeof parsed === 'string' ? parsed : assert.fail(`${condition} was taken`)
  }
  const cases: [condition: string, texts: string[], not: string[]][] = [
    ['sel_a', ['a'], ['b']],
    ['sel_a and sel_b', ['ab'], ['a', 'b']],
    ['sel_a or sel_b and filter', ['a', 'bx'], ['b', 'x']],
    ['(sel_a or sel_b) and not filter', ['a', 'b'], ['ax', 'c']],
    ['1 of sel_* and not filter', ['a', 'b'], ['ax', 'x']],
    ['all of sel_*', ['ab'], ['a']],
    ['all of them', ['abx'], ['ab']],
    ['1 OF them', ['x'], ['c']],
    ['not not sel_a', ['a'], ['b']],
  ]
  for (const [condition, texts, not] of cases) {
    test(condition, () => {
      const parsed = sigmaCondition(condition, selections)
      assert.ok(typeof parsed !== 'string')
      const holds = compile(parsed.where)
      for (const text of texts) assert.ok(holds(sighting(text)), text)
      for (const text of not) assert.ok(!holds(sighting(text)), text)
    })
  }

  test('counts', () => {
    const counted = (text: string) => {
      const parsed = sigmaCondition(text, selections)
      return typeof parsed === 'string' ? assert.fail(parsed) : parsed.counted
    }
    assert.deepEqual(counted('sel_a | count() by c-ip > 10'), { count: 11, by: 'c-ip' })
    assert.deepEqual(counted('sel_a|count() >= 3'), { count: 3 })
    assert.match(refusal('sel_a | count(user) by c-ip > 10'), /not supported: write count\(\)/)
    assert.match(refusal('sel_a | near sel_b'), /"near sel_b" is not supported/)
  })

  test('that can not be read is refused with the word', () => {
    const refused: [string, RegExp][] = [
      ['sel_c', /no selection is called "sel_c": there are sel_a, sel_b, filter/],
      ['2 of sel_*', /"2 of" is not supported/],
      ['(sel_a', /bracket is not closed/],
      ['sel_a sel_b', /"sel_b" is not expected/],
      ['sel_a and', /ends where/],
      ['1 of nothing*', /no selection is called "nothing\*"/],
      [`${'('.repeat(1000)}sel_a`, /nested too deeply/],
    ]
    for (const [condition, message] of refused) assert.match(refusal(condition), message)
  })
})

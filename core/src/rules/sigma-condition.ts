/** The condition of a Sigma rule over its named selections: and, or, not, brackets, `1 of`, `all of`, `| count() by`. */
import type { Condition } from './condition.ts'

export interface SigmaCondition {
  readonly where: Condition
  readonly counted?: { readonly count: number; readonly by?: string }
}

const WORD = /\(|\)|\||>=|>|<=|<|=|[^\s()|<>=]+/g
const DEEPEST = 50

/** The condition, or what is not supported in it. */
export function sigmaCondition(text: string, selections: ReadonlyMap<string, Condition>): SigmaCondition | string {
  const [expression, ...aggregations] = text.split('|')
  if (aggregations.length > 1) return 'more than one "|" is not supported'
  const where = parse(expression.match(WORD) ?? [], selections)
  if (typeof where === 'string') return where
  const [aggregation] = aggregations
  if (aggregation === undefined) return { where }
  const counted = countOf(aggregation.trim())
  return typeof counted === 'string' ? counted : { where, counted }
}

const COUNT = /^count\(\s*\)(?:\s+by\s+(\S+))?\s*(>=?)\s*(\d{1,9})$/i

function countOf(text: string): (SigmaCondition['counted'] & object) | string {
  const [, by, comparison, number] = COUNT.exec(text) ?? []
  if (number === undefined) return `"${text}" is not supported: write count() > N, or count() by FIELD > N`
  const count = Number(number) + (comparison === '>' ? 1 : 0)
  return count < 1 ? `"${text}" is always so: write a number above 0` : { count, ...(by !== undefined && { by }) }
}

class Refused extends Error {}

function parse(words: readonly string[], selections: ReadonlyMap<string, Condition>): Condition | string {
  let at = 0
  const next = () => words[at]?.toLowerCase()

  function joined(word: 'or' | 'and', depth: number): Condition {
    const part = () => (word === 'or' ? joined('and', depth) : negated(depth))
    const parts = [part()]
    while (next() === word) {
      at++
      parts.push(part())
    }
    if (parts.length === 1) return parts[0]
    return word === 'or' ? { any: parts } : { all: parts }
  }

  function negated(depth: number): Condition {
    if (depth > DEEPEST) throw new Refused('the condition is nested too deeply')
    if (next() !== 'not') return single(depth)
    at++
    return { not: negated(depth + 1) }
  }

  function single(depth: number): Condition {
    const word = words[at++]
    if (word === undefined) throw new Refused('the condition ends where a selection is expected')
    if (word === '(') {
      const inner = joined('or', depth + 1)
      if (words[at++] !== ')') throw new Refused('a bracket is not closed')
      return inner
    }
    if (next() === 'of') return several(word.toLowerCase())
    return selection(word)
  }

  function several(how: string): Condition {
    const pattern = words[(at += 2) - 1] ?? ''
    const chosen = pattern.toLowerCase() === 'them' ? [...selections.values()] : like(pattern)
    if (how === '1' || how === 'any') return { any: chosen }
    if (how === 'all') return { all: chosen }
    throw new Refused(`"${how} of" is not supported: write 1 of or all of`)
  }

  function like(pattern: string): Condition[] {
    if (!pattern.endsWith('*')) return [selection(pattern)]
    const start = pattern.slice(0, -1)
    const chosen = [...selections].filter(([name]) => name.startsWith(start)).map(([, condition]) => condition)
    if (start.includes('*') || chosen.length === 0) throw new Refused(`no selection is called "${pattern}"`)
    return chosen
  }

  function selection(name: string): Condition {
    const known = selections.get(name)
    if (known === undefined)
      throw new Refused(`no selection is called "${name}": there are ${[...selections.keys()].join(', ')}`)
    return known
  }

  try {
    const condition = joined('or', 0)
    return at < words.length ? `"${words[at]}" is not expected in the condition` : condition
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}

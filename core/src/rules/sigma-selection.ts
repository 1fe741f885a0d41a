/** One selection of a Sigma rule: keywords, or fields with values, as tests of what observations tell. */
import type { Condition, Field, FieldTest } from './condition.ts'
import { patternTest, safePattern, statusTest, textTest } from './text-tests.ts'

/** What Sigma calls the fields that are told here, in lower case. */
const names = new Map<string, Field>([
  ['message', 'template'],
  ['msg', 'template'],
  ['service', 'service'],
  ['sc-status', 'status'],
  ['status', 'status'],
  ['c-ip', 'ip'],
  ['src_ip', 'ip'],
  ['sourceip', 'ip'],
  ['clientip', 'ip'],
  ['ipaddress', 'ip'],
  ['user', 'user'],
  ['username', 'user'],
  ['cs-username', 'user'],
  ['targetusername', 'user'],
  ['c-uri', 'path'],
  ['cs-uri', 'path'],
  ['cs-uri-stem', 'path'],
  ['uri', 'path'],
  ['path', 'path'],
  ['cs-method', 'method'],
  ['method', 'method'],
])

export function sigmaField(name: string): Field | undefined {
  return names.get(name.toLowerCase())
}

export interface Complaint {
  /** Keys and indices from the selection on. */
  readonly path: readonly (string | number)[]
  readonly text: string
}

type Path = Complaint['path']

/** What is wrong goes to `complain`; the condition is of use only if nothing was. */
export function sigmaSelection(value: unknown, complain: (complaint: Complaint) => void, path: Path = []): Condition {
  if (Array.isArray(value)) return { any: value.map((one, at) => sigmaSelection(one, complain, [...path, at])) }
  if (typeof value !== 'object' || value === null) return valueTest('template', 'contains', value, complain, path)
  const pairs = Object.entries(value)
  return { all: pairs.map(([key, wanted]) => fieldCondition(key, wanted, complain, [...path, key])) }
}

const operators = ['contains', 'startswith', 'endswith', 're'] as const
type Operator = (typeof operators)[number] | 'is'

function fieldCondition(key: string, wanted: unknown, complain: (complaint: Complaint) => void, path: Path): Condition {
  const [name, ...modifiers] = key.split('|')
  const field = name === '' ? 'template' : fieldOf(name)
  const operator = operators.find((one) => modifiers.includes(one))
  const rest = modifiers.filter((modifier) => modifier !== operator && modifier !== 'all')
  if (rest.length > 0)
    complain({ path, text: `the modifier "${rest[0]}" is not supported: ${operators.join(', ')} and all are` })
  const values: unknown[] = Array.isArray(wanted) ? wanted : [wanted]
  if (values.length === 0) complain({ path, text: 'has no value' })
  const tests = values.map((one, at) => {
    const place = Array.isArray(wanted) ? [...path, at] : path
    return valueTest(field, operator ?? (field === 'template' && name === '' ? 'contains' : 'is'), one, complain, place)
  })
  return modifiers.includes('all') ? { all: tests } : { any: tests }

  function fieldOf(written: string): Field {
    const known = sigmaField(written)
    if (known === undefined) complain({ path, text: unknownField(written) })
    return known ?? 'template'
  }
}

function unknownField(name: string): string {
  return `the field "${name}" is not told by observations: ${[...names.keys()].join(', ')} are`
}

function valueTest(
  field: Field,
  operator: Operator,
  value: unknown,
  complain: (complaint: Complaint) => void,
  path: Path,
): Condition {
  const test = testOf(field, operator, value)
  if (typeof test !== 'string') return { field, test }
  complain({ path, text: test })
  return { all: [] }
}

function testOf(field: Field, operator: Operator, value: unknown): FieldTest | string {
  if (typeof value !== 'string' && typeof value !== 'number')
    return 'is neither text nor number: other values are not supported'
  const written = String(value)
  if (field === 'status') return operator === 'is' ? statusTest(written) : `"${operator}" of a status is not supported`
  if (operator === 're') return field === 'template' ? patternTest(written) : safePattern(written)
  const [op, text] = wildcards(written, operator)
  if (/(?<!\\)[*?]/.test(text.replaceAll('<*>', '')))
    return `"${written}": * and ? within a text are not supported, only * at its ends`
  const plain = text.replaceAll(/\\([*?\\])/g, '$1')
  return field === 'template' ? textTest(plain, op) : { op, text: plain }
}

/** `*word`, `word*` and `*word*` say the same as a modifier; the `<*>` of templates is none. */
function wildcards(written: string, operator: Exclude<Operator, 're'>): [Exclude<Operator, 're'>, string] {
  const before = written.startsWith('*')
  const after = /(?<![<\\])\*$/.test(written)
  if (!before && !after) return [operator, written]
  const text = written.slice(Number(before), written.length - Number(after))
  if (operator === 'contains' || (before && after)) return ['contains', text]
  const open = operator === 'is' ? (before ? 'endswith' : 'startswith') : operator
  const isOneEnd = (open === 'endswith' && before) || (open === 'startswith' && after)
  return [isOneEnd ? open : 'contains', text]
}

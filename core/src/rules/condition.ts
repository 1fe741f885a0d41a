/** What a rule looks for: tests of fields, joined by all, any and not. */
import type { Template } from '../finding.ts'
import type { Sighting } from './sightings.ts'

/** `template` is the text with `<*>` for values. The fields after it are told by security events only. */
export const fields = ['service', 'template', 'ip', 'user', 'path', 'method', 'status', 'deed'] as const
export type Field = (typeof fields)[number]

export type FieldTest =
  | { readonly op: 'is' | 'contains' | 'startswith' | 'endswith'; readonly text: string }
  | { readonly op: 're'; readonly pattern: RegExp }

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: Field; readonly test: FieldTest }

export const EVERYTHING: Condition = { all: [] }

/** Templates are few and their texts long: each is asked once. */
export function compile(condition: Condition): (sighting: Sighting) => boolean {
  if ('all' in condition) {
    const parts = condition.all.map(compile)
    return (sighting) => parts.every((holds) => holds(sighting))
  }
  if ('any' in condition) {
    const parts = condition.any.map(compile)
    return (sighting) => parts.some((holds) => holds(sighting))
  }
  if ('not' in condition) {
    const holds = compile(condition.not)
    return (sighting) => !holds(sighting)
  }
  const { field } = condition
  const passes = testOf(condition.test)
  return field === 'template' ? onTemplate(passes) : (sighting) => passes(sighting[field] ?? '')
}

function onTemplate(passes: (text: string) => boolean): (sighting: Sighting) => boolean {
  const known = new WeakMap<Template, boolean>()
  return ({ template }) => {
    let answer = known.get(template)
    if (answer === undefined) known.set(template, (answer = passes(template.text)))
    return answer
  }
}

/** Patterns are as written; all else is the same in any case. */
function testOf(test: FieldTest): (text: string) => boolean {
  if (test.op === 're') return (text) => test.pattern.test(text)
  const wanted = test.text.toLowerCase()
  const tests = {
    is: (text: string) => text === wanted,
    contains: (text: string) => text.includes(wanted),
    startswith: (text: string) => text.startsWith(wanted),
    endswith: (text: string) => text.endsWith(wanted),
  }
  return (text) => tests[test.op](text.toLowerCase())
}

export function fieldsOf(condition: Condition): Set<Field> {
  if ('field' in condition) return new Set([condition.field])
  if ('not' in condition) return fieldsOf(condition.not)
  const parts = 'all' in condition ? condition.all : condition.any
  return new Set(parts.flatMap((part) => [...fieldsOf(part)]))
}

/** What a rule does, in one sentence. */
import type { Condition, Field, FieldTest } from './condition.ts'
import { durationText } from './duration.ts'
import type { By, Match, Rule } from './rule.ts'

export function explain(rule: Rule): string {
  return `${rule.name} (${rule.severity}): tells when ${happening(rule)}${apart(rule.by)}.`
}

function happening({ match, form }: Rule): string {
  const lines = linesOf(match)
  switch (form.kind) {
    case 'match':
      return `there are ${lines}`
    case 'threshold':
      return `${form.count} or more ${lines} come within ${durationText(form.within)}`
    case 'absence':
      return `no ${lines} come for ${durationText(form.within)}`
    case 'ratio': {
      const { above, below, of, within, min } = form
      const limits = [
        ...(above === undefined ? [] : [`above ${above}`]),
        ...(below === undefined ? [] : [`below ${below}`]),
      ]
      const enough = `once there are ${min} of them`
      return `the share of ${lines} among ${linesOf(of)} is ${limits.join(' or ')} within ${durationText(within)}, ${enough}`
    }
    case 'sequence':
      return `${form.steps.map(linesOf).join(', then ')} come within ${durationText(form.within)}`
  }
}

const whose: Record<By, string> = { service: 'service', ip: 'address', user: 'account', session: 'session' }

function apart(by: By | undefined): string {
  return by === undefined ? '' : `, for each ${whose[by]}`
}

function linesOf({ where, errors }: Match): string {
  const condition = words(where)
  return `${errors ? 'error lines' : 'lines'}${condition === '' ? '' : ` with ${condition}`}`
}

function words(condition: Condition): string {
  if ('field' in condition) return wordsOfTest(condition.field, condition.test)
  if ('not' in condition) return `not (${words(condition.not)})`
  const [parts, joint] = 'all' in condition ? [condition.all, ' and '] : [condition.any, ' or ']
  const told = parts.map(words)
  return told.length > 1 && joint === ' or ' ? `(${told.join(joint)})` : told.join(joint)
}

const verbs = { is: 'is', contains: 'contains', startswith: 'starts with', endswith: 'ends with' } as const

function wordsOfTest(field: Field, test: FieldTest): string {
  const name = field === 'template' ? 'a text that' : `a ${field} that`
  return test.op === 're' ? `${name} matches ${String(test.pattern)}` : `${name} ${verbs[test.op]} "${test.text}"`
}

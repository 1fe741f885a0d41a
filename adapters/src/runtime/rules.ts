/** Rules as settings write them, checked and turned into rules of the core. docs/rules.md tells what they mean. */
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { EVERYTHING, fieldsOf, type Condition, type FieldTest } from '@errorsense/core/rules/condition.ts'
import { parseDuration } from '@errorsense/core/rules/duration.ts'
import { matchesOf, type Form, type Match, type Rule } from '@errorsense/core/rules/rule.ts'
import { asksEvents } from '@errorsense/core/rules/sightings.ts'
import { patternTest, statusTest, textTest } from '@errorsense/core/rules/text-tests.ts'
import { deeds } from '@errorsense/core/security/event.ts'
import { severities } from '@errorsense/core/wire/incident.ts'
import { z } from 'zod'
import { sigmaRules } from './sigma.ts'

const SHORTEST_MS = 5_000
const LONGEST_MS = 7 * 24 * 60 * 60_000
const NAME_LENGTH = 100

/** Turns what was written into what is meant, or complains at its place. */
function read<Meant>(meaning: (written: string) => Meant | string) {
  return z.string().transform((written, context) => {
    const meant = meaning(written)
    if (typeof meant !== 'string') return meant
    context.addIssue({ code: 'custom', message: meant })
    return z.NEVER
  })
}

const duration = read((written) => {
  const ms = parseDuration(written)
  if (ms === undefined) return `"${written}" is no duration: write a whole number and s, m, h or d, for example 5m`
  if (ms < SHORTEST_MS) return `${written} is shorter than a window: write 5s or more`
  return ms > LONGEST_MS ? `${written} is longer than a rule remembers: write 7d or less` : ms
})

const ofField = (field: 'service' | 'template' | 'deed' | 'status', test: FieldTest): Condition => ({ field, test })

const PATTERN = /^\/(.+)\/([a-z]*)$/

const template = read((written) => {
  const [, source, flags] = PATTERN.exec(written) ?? []
  const test = source === undefined ? textTest(written, 'contains') : patternTest(source, flags)
  return typeof test === 'string' ? test : ofField('template', test)
})

const message = read((written) => {
  const [, source, flags] = PATTERN.exec(written) ?? []
  if (source === undefined) return `"${written}" is no pattern: write /${written}/, or template: ${written}`
  const test = patternTest(source, flags)
  return typeof test === 'string' ? test : ofField('template', test)
})

const level = read((written) =>
  written === 'error'
    ? { errors: true }
    : `"${written}" is not told apart: write error, which is error and worse, or status 500 and above`,
)

const status = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  read((text) => {
    const test = statusTest(text)
    return typeof test === 'string' ? test : ofField('status', test)
  }),
)

const oneOrMore = z.union([
  z
    .string()
    .min(1)
    .transform((name) => [name]),
  z.array(z.string().min(1)).min(1),
])
const service = oneOrMore.transform((names): Condition => {
  return { any: names.map((text) => ofField('service', { op: 'is', text })) }
})
const deed = z.enum(deeds).transform((text) => ofField('deed', { op: 'is', text }))

const match = z
  .strictObject({
    service: service.optional(),
    template: template.optional(),
    message: message.optional(),
    level: level.optional(),
    status: status.optional(),
    deed: deed.optional(),
  })
  .transform(({ level: asked, ...tests }, context): Match => {
    const all = Object.values(tests).filter((test) => test !== undefined)
    const where = all.length === 1 ? all[0] : { all }
    if (asked && asksEvents(fieldsOf(where)))
      context.addIssue({
        code: 'custom',
        message: 'level is told of lines, status and deed of events: write one of them',
      })
    return { where, errors: asked !== undefined }
  })

const count = z.number('write a number').int('write a whole number').min(1, 'write 1 or more')
const share = z.number('write a share, 0.05 for 5 %').min(0, 'write 0 or more')

const forms = {
  threshold: z.strictObject({ count, within: duration }),
  absence: z.strictObject({ within: duration }),
  ratio: z
    .strictObject({
      of: z.strictObject({ match }).transform(({ match: of }) => of),
      above: share.exactOptional(),
      below: share.exactOptional(),
      within: duration,
      min: count.default(20),
    })
    .refine(({ above, below }) => (above === undefined) !== (below === undefined), 'write above or below, one of them'),
  sequence: z.strictObject({
    steps: z.array(match).min(2, 'write two steps or more').max(10, 'write ten steps at most'),
    within: duration,
  }),
}

const written = z
  .strictObject({
    name: z.string().min(1).max(NAME_LENGTH),
    title: z
      .string()
      .min(1)
      .max(2 * NAME_LENGTH)
      .optional(),
    severity: z.enum(severities).default('medium'),
    match: match.optional(),
    threshold: forms.threshold.optional(),
    absence: forms.absence.optional(),
    ratio: forms.ratio.optional(),
    sequence: forms.sequence.optional(),
    by: z.enum(['service', 'ip', 'user', 'session']).optional(),
  })
  .transform((rule, context): Rule => {
    const { name, title = name, severity, by } = rule
    const chosen = (Object.keys(forms) as (keyof typeof forms)[]).filter((form) => rule[form] !== undefined)
    const complain = (text: string, ...path: string[]) => context.addIssue({ code: 'custom', message: text, path })
    if (chosen.length > 1) complain(`is both ${chosen.join(' and ')}: write two rules`, chosen[1])
    const meant: Rule = {
      name,
      title,
      severity,
      match: rule.match ?? { where: EVERYTHING, errors: false },
      form: formOf(rule),
      ...(by && { by }),
    }
    complaintsOf(meant, rule.match === undefined).forEach(([text, ...path]) => complain(text, ...path))
    return meant
  })

function formOf(rule: { [Kind in keyof typeof forms]?: z.infer<(typeof forms)[Kind]> | undefined }): Form {
  if (rule.threshold) return { kind: 'threshold', ...rule.threshold }
  if (rule.absence) return { kind: 'absence', ...rule.absence }
  if (rule.ratio) return { kind: 'ratio', ...rule.ratio }
  if (rule.sequence) return { kind: 'sequence', ...rule.sequence }
  return { kind: 'match' }
}

/** What could never be met: the complaint, and the key it is about. */
function complaintsOf(rule: Rule, isBare: boolean): [text: string, key: string][] {
  const { match: wanted, form, by } = rule
  const complaints: [string, string][] = []
  const isEmpty = fieldsOf(wanted.where).size === 0 && !wanted.errors
  if (form.kind === 'sequence') {
    if (!isBare) complaints.push(['a sequence has steps: write what to match in them', 'match'])
    if (by === undefined) complaints.push(['needs by: write session, ip, user or service', 'sequence'])
  } else if (isEmpty)
    complaints.push([
      'would match every line: write service, template, message, level, status or deed',
      isBare ? 'name' : 'match',
    ])
  if (form.kind === 'absence' && by !== undefined)
    complaints.push(['absence knows no by: who is missing has no name', 'by'])
  if (form.kind === 'ratio' && by !== undefined && by !== 'service')
    complaints.push([`a ratio by ${by} is not told: write by: service, or leave it out`, 'by'])
  const matches = matchesOf(rule)
  const onEvents = matches.some(({ where }) => asksEvents(fieldsOf(where)))
  if (by === 'session' && onEvents) complaints.push(['sessions tell templates only: leave out status and deed', 'by'])
  const apartFromLines = onEvents || by === 'session' || by === 'ip' || by === 'user'
  if (apartFromLines && matches.some(({ errors }) => errors))
    complaints.push([
      'level is told of lines only, not of sessions, addresses and accounts: leave it out',
      by ? 'by' : 'match',
    ])
  return complaints
}

const sigma = z
  .strictObject({ sigma: z.string().min(1), service: oneOrMore.optional() })
  .transform((entry, context): Rule[] => {
    try {
      return sigmaRules(entry.sigma, entry.service)
    } catch (error) {
      if (!(error instanceof ErrorSenseError)) throw error
      for (const message of error.message.split('\n')) context.addIssue({ code: 'custom', message, path: ['sigma'] })
      return []
    }
  })

/** What is wrong is told of the one form that was meant. */
const entry = z.unknown().transform((value, context): Rule[] => {
  const isSigma = typeof value === 'object' && value !== null && 'sigma' in value
  const parsed = (isSigma ? sigma : written.transform((rule) => [rule])).safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const { path, message } = issue
    const isUnknown = issue.code === 'unrecognized_keys'
    context.addIssue(
      isUnknown ? { code: issue.code, keys: issue.keys, path, input: {} } : { code: 'custom', message, path },
    )
  }
  return z.NEVER
})

function namedOnce(entries: readonly (readonly Rule[])[], context: z.RefinementCtx): void {
  const taken = new Set<string>()
  entries.forEach((rules, at) => {
    for (const { name } of rules) {
      if (taken.has(name))
        context.addIssue({ code: 'custom', message: `a second rule has the name "${name}"`, path: [at] })
      taken.add(name)
    }
  })
}

export const rulesSchema = z
  .array(entry)
  .max(1000, 'write 1000 rules at most')
  .superRefine(namedOnce)
  .transform((entries) => entries.flat())
  .default([])

/** Rules written in Sigma, as far as observations can tell what they ask; the rest is refused by name and place. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { fieldsOf, type Condition } from '@errorsense/core/rules/condition.ts'
import { parseDuration } from '@errorsense/core/rules/duration.ts'
import type { By, Form, Rule } from '@errorsense/core/rules/rule.ts'
import { sigmaCondition, type SigmaCondition } from '@errorsense/core/rules/sigma-condition.ts'
import { sigmaField, sigmaSelection } from '@errorsense/core/rules/sigma-selection.ts'
import { severities } from '@errorsense/core/wire/incident.ts'
import { z } from 'zod'
import { readYaml } from './yaml-file.ts'

/** What tells of the rule and changes nothing about it. */
const remarks =
  'id name related taxonomy status description license references author date modified tags scope fields falsepositives'

const sigmaSchema = z.strictObject({
  ...Object.fromEntries(remarks.split(' ').map((name) => [name, z.unknown().optional()])),
  title: z.string().min(1).max(256),
  level: z.enum(['informational', ...severities]).default('medium'),
  logsource: z.strictObject({
    service: z.string().optional(),
    product: z.string().optional(),
    category: z.string().optional(),
    definition: z.unknown().optional(),
  }),
  detection: z
    .object({
      condition: z.string('lists of conditions are not supported: write one'),
      timeframe: z.string().optional(),
    })
    .catchall(z.unknown()),
})

type Sigma = z.infer<typeof sigmaSchema>
type Complain = (path: readonly PropertyKey[], text: string) => void

/** The rules of a file, or of all in a folder. Throws ErrorSenseError('config') that lists what is wrong, with places. */
export function sigmaRules(name: string, services?: readonly string[]): Rule[] {
  const wrong: string[] = []
  const rules = filesOf(name).flatMap((file) => {
    try {
      return [sigmaRule(file, services)]
    } catch (error) {
      if (!(error instanceof ErrorSenseError)) throw error
      wrong.push(error.message)
      return []
    }
  })
  if (wrong.length > 0) throw new ErrorSenseError('config', wrong.join('\n'))
  return rules
}

function filesOf(name: string): string[] {
  if (!statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [name]
  const files = readdirSync(name, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ya?ml$/.test(file))
  return files.sort().map((file) => join(name, file))
}

function sigmaRule(name: string, services: readonly string[] | undefined): Rule {
  const { value, place } = readYaml(name, 'the Sigma rule')
  const wrong: string[] = []
  const complain: Complain = (path, text) => wrong.push(`${place(path)}: ${text}`)
  const parsed = sigmaSchema.safeParse(value)
  for (const { path, message, ...issue } of parsed.error?.issues ?? []) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
    if (keys.length === 0) complain(path, `${path.join('.')}: ${message}`)
    for (const key of keys) complain([...path, key], `"${key}" is not supported`)
  }
  const rule = parsed.success ? ruleOf(parsed.data, services, complain) : undefined
  if (rule === undefined || wrong.length > 0) throw new ErrorSenseError('config', wrong.join('\n'))
  return rule
}

function ruleOf(sigma: Sigma, services: readonly string[] | undefined, complain: Complain): Rule | undefined {
  const { title, level, logsource, detection } = sigma
  const names = services ?? (logsource.service === undefined ? undefined : [logsource.service])
  if (names === undefined)
    complain(['logsource'], 'names no service, and product or category say none: write service: NAME beside sigma:')
  const condition = conditionOf(detection, complain)
  if (condition === undefined || names === undefined) return undefined
  const source: Condition = { any: names.map((text) => ({ field: 'service', test: { op: 'is', text } })) }
  const by = byOf(condition, complain)
  return {
    name: title,
    title,
    severity: level === 'informational' ? 'low' : level,
    match: { where: { all: [source, condition.where] }, errors: false },
    form: formOf(condition, detection.timeframe, complain),
    ...(by && { by }),
  }
}

function conditionOf(detection: Sigma['detection'], complain: Complain): SigmaCondition | undefined {
  const { condition, timeframe: _, ...written } = detection
  const selections = Object.entries(written).map(([name, value]): [string, Condition] => {
    return [name, sigmaSelection(value, ({ path, text }) => complain(['detection', name, ...path], text))]
  })
  const parsed = sigmaCondition(condition, new Map(selections))
  if (typeof parsed === 'string') complain(['detection', 'condition'], parsed)
  else if (fieldsOf(parsed.where).size > 0) return parsed
  return undefined
}

function formOf({ counted }: SigmaCondition, timeframe: string | undefined, complain: Complain): Form {
  const within = parseDuration(timeframe ?? '')
  if (counted && within !== undefined) return { kind: 'threshold', count: counted.count, within }
  if (counted) complain(['detection'], 'count() needs timeframe: a whole number and s, m, h or d, for example 5m')
  else if (timeframe !== undefined) complain(['detection', 'timeframe'], 'a timeframe without count() is not supported')
  return { kind: 'match' }
}

function byOf({ counted }: SigmaCondition, complain: Complain): By | undefined {
  if (counted?.by === undefined) return undefined
  const field = sigmaField(counted.by)
  if (field === 'ip' || field === 'user' || field === 'service') return field
  complain(['detection', 'condition'], `count() by ${counted.by} is not supported: by an address, a user or service is`)
  return undefined
}

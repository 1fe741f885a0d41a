/**
 * The wire shapes as schemas: they make the OpenAPI document, and the compiler holds every answer against them. They
 * are not run on answers: those come from our own store, and a field added to core/wire must not get lost here.
 */
import { z } from 'zod'
import { sensitivities } from '@errorsense/core/baseline/control.ts'
import { incidentKinds, severities } from '@errorsense/core/wire/incident.ts'
import { entityKinds, normalScopes } from '@errorsense/core/wire/normal.ts'

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const moment = z.string().describe('ISO 8601')

export const incidentStates = ['open', 'acknowledged', 'resolved', 'normal'] as const
const kind = z.enum(incidentKinds)

const finding = z.object({
  detector: z.string(),
  kind,
  service: z.string(),
  template: z.string().exactOptional(),
  seen: z.number(),
  usual: z.number(),
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  score: z.number(),
  rule: z
    .object({
      name: z.string(),
      title: z.string(),
      severity: z.enum(severities),
      form: z.enum(['match', 'threshold', 'absence', 'ratio', 'sequence']),
      group: z.string(),
    })
    .exactOptional(),
  at: moment,
})

const cause = z.object({
  service: z.string(),
  templateId: z.string(),
  template: z.string(),
  why: z.string(),
  es: z.string(),
  at: moment,
})

const incident = z.object({
  id: z.string(),
  kind,
  severity: z.enum(severities),
  state: z.enum(incidentStates),
  title: z.string(),
  why: z.string(),
  es: z.object({ title: z.string(), why: z.string() }),
  service: list(z.string()),
  start: moment,
  end: moment,
  detected: moment,
  score: z.number(),
  entities: z.object({
    ip: list(z.string()),
    user: list(z.string()),
    session: list(z.string()),
    target: list(z.string()),
  }),
  findings: list(finding),
  causes: list(cause),
  templates: list(z.object({ templateId: z.string(), template: z.string(), count: z.number() })),
  samples: list(z.string()),
  lines: z.number(),
  version: z.number(),
  reopens: z.number(),
  simulated: z.literal(true).exactOptional(),
})

const like = {
  kinds: list(kind),
  services: list(z.string()),
  found: list(z.object({ by: z.string(), most: z.number() })),
  title: z.string(),
  es: z.object({ title: z.string() }),
}

const normal = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('service'), ...like }),
  z.object({ scope: z.literal('template'), ...like, templates: list(z.string()) }),
  z.object({ scope: z.literal('entity'), ...like, entity: z.enum(entityKinds), names: list(z.string()) }),
  z.object({ scope: z.literal('rhythm'), ...like, from: z.number(), to: z.number() }),
])

export const normalScope = z.enum(normalScopes)

const feedback = z.object({
  id: z.string(),
  incident: z.string(),
  at: moment,
  by: z.string(),
  note: z.string(),
  normal,
  undone: z.object({ at: moment, by: z.string() }).exactOptional(),
  held: z.object({ times: z.number(), last: moment.exactOptional() }),
})

const actions = [
  'opened',
  'updated',
  'acknowledged',
  'resolved',
  'reopened',
  'normal',
  'undone',
  'held',
  'delivered',
  'undeliverable',
] as const

const journalEntry = z.object({
  id: z.string(),
  at: moment,
  incident: z.string(),
  action: z.enum(actions),
  by: z.string(),
  note: z.string(),
  normal: normal.exactOptional(),
})

const latency = { latencyP50: z.number().nullable(), latencyP99: z.number().nullable() }

export const incidentList = z.object({ incidents: list(incident) })
export const incidentDetail = z.object({
  incident,
  journal: list(journalEntry),
  normals: list(normal),
  feedback: feedback.exactOptional(),
})
export const feedbackList = z.object({ feedback: list(feedback) })
export const serviceList = z.object({
  services: list(
    z.object({
      service: z.string(),
      lines: z.number(),
      errors: z.number(),
      ...latency,
      lastSeen: moment,
      learning: z.object({ since: moment, rates: z.number(), newLines: z.number() }).exactOptional(),
    }),
  ),
})
export const series = z.object({
  service: z.string(),
  step: z.number(),
  points: list(z.object({ at: moment, lines: z.number(), errors: z.number(), ...latency })),
})
export const templateList = z.object({
  templates: list(
    z.object({
      templateId: z.string(),
      template: z.string(),
      service: z.string(),
      count: z.number(),
      errors: z.number(),
      lastSeen: moment,
    }),
  ),
})
export const logList = z.object({
  logs: list(
    z.object({
      at: moment,
      service: z.string(),
      host: z.string(),
      level: z.string(),
      templateId: z.string(),
      raw: z.string(),
    }),
  ),
})

const sensitivity = z.enum(sensitivities)

export const detectorList = z.object({
  detectors: list(
    z.object({ name: z.string(), enabled: z.boolean(), simulate: z.boolean(), sensitivity: sensitivity.nullable() }),
  ),
})

const step = z.object({
  sensitivity,
  incidents: z.number(),
  detectors: list(z.object({ detector: z.string(), incidents: z.number() })),
})

export const preview = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('running'), done: z.number() }),
  z.object({ state: z.literal('failed') }),
  z.object({ state: z.literal('done'), from: moment, to: moment, steps: list(step) }),
])

export const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

const DAY_MINUTES = 24 * 60
/** How far back a question may reach: what the store keeps, and no scan without an end. */
export const minutes = z.coerce
  .number()
  .int()
  .min(1)
  .max(90 * DAY_MINUTES)
export const limit = (usual: number, most: number) => z.coerce.number().int().min(1).max(most).default(usual)
export const name = z.string().min(1).max(300)

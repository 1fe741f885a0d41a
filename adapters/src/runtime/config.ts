/**
 * Settings: the environment (names as in .env.example), and one YAML file for what has structure. Both are checked at
 * once; every complaint names the place and what to write.
 */
import { readFileSync } from 'node:fs'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { isAddressEntry } from '@errorsense/core/security/allow.ts'
import { severities } from '@errorsense/core/wire/incident.ts'
import { z } from 'zod'
import { detectorSettings } from './detector-settings.ts'
import { rulesSchema } from './rules.ts'
import { readYaml } from './yaml-file.ts'
import { type RawText, rawTexts } from '../store/log-packer.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = z.preprocess(blank, z.string().optional())

/** Of the log topic on Kafka, where nothing else is said. */
const KAFKA_PARTITIONS = 6

const environmentSchema = z.object({
  KAFKA_BROKER: optional,
  KAFKA_TOPIC: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[\w.-]+$/, 'letters, digits, . _ - only')
      .default('app-logs'),
  ),
  KAFKA_GROUP_ID: z.preprocess(blank, z.string().default('anomaly-processor-group')),
  KAFKA_PARTITIONS: z.preprocess(blank, z.coerce.number().int().min(1).max(1000).optional()),
  DETECTION_SHARDS: z.preprocess(blank, z.coerce.number().int().min(1).max(100).default(1)),
  KAFKA_SASL_MECHANISM: z.preprocess(blank, z.enum(['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']).optional()),
  KAFKA_SASL_USERNAME: optional,
  KAFKA_SASL_PASSWORD: optional,
  KAFKA_TLS_CA: optional,
  KAFKA_TLS_CERT: optional,
  KAFKA_TLS_KEY: optional,
  KAFKA_ISOLATION_LEVEL: z.preprocess(
    blank,
    z.enum(['read_uncommitted', 'read_committed']).default('read_uncommitted'),
  ),
  CLICKHOUSE_URL: z.preprocess(blank, z.url({ protocol: /^https?$/, message: 'write http://host:8123' }).optional()),
  CLICKHOUSE_USER: z.preprocess(blank, z.string().default('default')),
  CLICKHOUSE_PASSWORD: z.preprocess(blank, z.string().default('')),
  CLICKHOUSE_DATABASE: z.preprocess(blank, z.string().regex(/^\w+$/, 'letters, digits and _ only').default('default')),
  CLICKHOUSE_CLUSTER: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[\w-]+$/, 'letters, digits, _ and - only')
      .optional(),
  ),
  RAW_TEXT: z.preprocess(blank, z.enum(rawTexts).default('all')),
  OBSERVER_THREADS: z.preprocess(blank, z.coerce.number('write a number from 1 to 64').int().min(1).max(64).default(1)),
  HOST: z.preprocess(blank, z.string().default('127.0.0.1')),
  PORT: z.preprocess(blank, z.coerce.number('write a number from 1 to 65535').int().min(0).max(65535).default(3000)),
  COLLECTOR_PORT: z.preprocess(
    blank,
    z.coerce.number('write a number from 0 to 65535; 0 turns HTTP off').int().min(0).max(65535).default(3001),
  ),
  METRICS_PORT: z.preprocess(
    blank,
    z.coerce.number('write a number from 0 to 65535; 0 turns it off').int().min(0).max(65535).default(0),
  ),
  DATA_DIR: z.preprocess(blank, z.string().default('.errorsense')),
  API_SECRET_KEY: z.preprocess(blank, z.string().min(16, 'at least 16 characters').optional()),
  LOG_LEVEL: z.preprocess(
    blank,
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ),
  CONFIG_FILE: optional,
  WEBHOOK_URL: z.preprocess(blank, z.url({ protocol: /^https?$/ }).optional()),
  WEBHOOK_SECRET: optional,
})

const allowed = z.string().refine(isAddressEntry, 'not an address, a network like 10.0.0.0/8 or a host name')

const fileSchema = z.strictObject({
  sources: z
    .array(
      z.union([
        z.strictObject({ file: z.string(), service: z.string().optional() }),
        z.strictObject({ http: z.strictObject({ host: z.string().default('127.0.0.1'), port: z.number().int() }) }),
      ]),
    )
    .default([]),
  notify: z
    .array(
      z.strictObject({
        webhook: z.url({ protocol: /^https?$/ }),
        /** Name of the environment variable that holds the secret: secrets do not stand in files. */
        secretEnv: z.string().default('WEBHOOK_SECRET'),
        minSeverity: z.enum(severities).default('medium'),
        services: z.array(z.string()).optional(),
        allowPrivate: z.boolean().default(false),
      }),
    )
    .default([]),
  sessions: z.strictObject({ pattern: z.string().refine(isPattern, 'not a regular expression') }).optional(),
  security: z
    .strictObject({
      allow: z.array(allowed).default([]),
      feeds: z.array(z.string()).default([]),
      geoip: z.string().optional(),
    })
    .default({ allow: [], feeds: [] }),
  rules: rulesSchema,
  detectors: detectorSettings,
})

export type FileConfig = z.infer<typeof fileSchema>

export interface Config {
  readonly kafka?: {
    readonly brokers: string[]
    readonly sasl?: { mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512'; username: string; password: string }
    /** Without `ca` the authorities of the system are trusted; `cert` and `key` say who we are. */
    readonly tls?: { ca?: string; cert?: string; key?: string }
    readonly isolation: 'read_uncommitted' | 'read_committed'
  }
  readonly topic: string
  readonly group: string
  readonly partitions: number
  /** Parts of detection, each with services of its own. */
  readonly shards: number
  readonly clickhouse?: {
    readonly url: string
    readonly username: string
    readonly password: string
    readonly database: string
    /** Of servers that hold the same rows. */
    readonly cluster?: string
  }
  /** Which rows of the log keep their text. */
  readonly rawText: RawText
  /** In which lines are read; each has its share of the partitions. */
  readonly observerThreads: number
  readonly host: string
  readonly port: number
  /** Where the collector takes lines over HTTP; 0 = nowhere. */
  readonly collectorPort: number
  /** Where a processor of its own tells its metrics; 0 = nowhere. */
  readonly metricsPort: number
  readonly dataDir: string
  readonly apiKey?: string
  readonly logLevel: string
  readonly file: FileConfig
  /** Secrets named by the file. */
  secret(name: string): string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Throws ErrorSenseError('config') that lists everything that is wrong. */
export function loadConfig(environment: Environment = process.env, configFile?: string): Config {
  const env = withSecretFiles(environment)
  const parsed = environmentSchema.safeParse(env)
  if (!parsed.success) throw new ErrorSenseError('config', parsed.error.issues.map(environmentIssue).join('\n'))
  const e = parsed.data
  const kafka = kafkaOf(e)
  return {
    ...(kafka && { kafka }),
    topic: e.KAFKA_TOPIC,
    group: e.KAFKA_GROUP_ID,
    // Within one process more partitions than threads only make more and smaller inserts.
    partitions: e.KAFKA_PARTITIONS ?? (kafka ? KAFKA_PARTITIONS : e.OBSERVER_THREADS),
    shards: e.DETECTION_SHARDS,
    ...(e.CLICKHOUSE_URL !== undefined && {
      clickhouse: {
        url: e.CLICKHOUSE_URL,
        username: e.CLICKHOUSE_USER,
        password: e.CLICKHOUSE_PASSWORD,
        database: e.CLICKHOUSE_DATABASE,
        ...(e.CLICKHOUSE_CLUSTER !== undefined && { cluster: e.CLICKHOUSE_CLUSTER }),
      },
    }),
    rawText: e.RAW_TEXT,
    observerThreads: e.OBSERVER_THREADS,
    host: e.HOST,
    port: e.PORT,
    collectorPort: e.COLLECTOR_PORT,
    metricsPort: e.METRICS_PORT,
    dataDir: e.DATA_DIR,
    ...(e.API_SECRET_KEY !== undefined && { apiKey: e.API_SECRET_KEY }),
    logLevel: e.LOG_LEVEL,
    file: withWebhook(loadConfigFile(configFile ?? e.CONFIG_FILE), e.WEBHOOK_URL),
    secret: (name) => secretOf(name, env) ?? '',
  }
}

/** The YAML file alone; without a name all defaults. Errors are `file:line:column: what is wrong`. */
export function loadConfigFile(name?: string): FileConfig {
  if (name === undefined) return fileSchema.parse({})
  const { value, place } = readYaml(name, 'the configuration')
  const parsed = fileSchema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  throw new ErrorSenseError(
    'config',
    parsed.error.issues.map((issue) => `${place(pathOf(issue))}: ${wording(issue)}`).join('\n'),
  )
}

/** Where in the file the issue is: at the unknown key itself. */
function pathOf(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : [...issue.path]
}

function wording(issue: z.core.$ZodIssue): string {
  const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
  if (issue.code === 'unrecognized_keys')
    return `${where}unknown setting ${issue.keys.map((key) => `"${key}"`).join(', ')}`
  return `${where}${issue.message}`
}

function environmentIssue(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])}: ${issue.message}`
}

function kafkaOf(e: z.infer<typeof environmentSchema>): Config['kafka'] {
  if (e.KAFKA_BROKER === undefined) return undefined
  const brokers = e.KAFKA_BROKER.split(',').map((broker) => broker.trim())
  for (const broker of brokers) {
    if (!/^[^:\s]+:\d+$/.test(broker)) throw new ErrorSenseError('config', `KAFKA_BROKER: "${broker}" is not host:port`)
  }
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = e
  if (mechanism && (username === undefined || password === undefined)) {
    throw new ErrorSenseError(
      'config',
      `KAFKA_SASL_MECHANISM=${mechanism} needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD`,
    )
  }
  const tls = tlsOf(e)
  return {
    brokers,
    ...(mechanism && username !== undefined && password !== undefined && { sasl: { mechanism, username, password } }),
    ...(tls && { tls }),
    isolation: e.KAFKA_ISOLATION_LEVEL,
  }
}

/** The word that stands for the authorities which the machine trusts anyway. */
const SYSTEM = 'system'

function tlsOf(e: z.infer<typeof environmentSchema>): NonNullable<Config['kafka']>['tls'] {
  const { KAFKA_TLS_CA: authority, KAFKA_TLS_CERT, KAFKA_TLS_KEY } = e
  if ((KAFKA_TLS_CERT === undefined) !== (KAFKA_TLS_KEY === undefined))
    throw new ErrorSenseError('config', 'KAFKA_TLS_CERT and KAFKA_TLS_KEY belong together: set both or none')
  if (authority === undefined) {
    if (KAFKA_TLS_CERT === undefined) return undefined
    throw new ErrorSenseError('config', `KAFKA_TLS_CERT needs KAFKA_TLS_CA: a file, or "${SYSTEM}"`)
  }
  const ca = authority === SYSTEM ? undefined : readNamed('KAFKA_TLS_CA', authority)
  const [cert, key] = [readNamed('KAFKA_TLS_CERT', KAFKA_TLS_CERT), readNamed('KAFKA_TLS_KEY', KAFKA_TLS_KEY)]
  return { ...(ca !== undefined && { ca }), ...(cert !== undefined && { cert }), ...(key !== undefined && { key }) }
}

/** Each may come in a file instead, as containers are given secrets. */
const SECRETS = ['KAFKA_SASL_PASSWORD', 'CLICKHOUSE_PASSWORD', 'API_SECRET_KEY', 'WEBHOOK_SECRET']

function withSecretFiles(env: Environment): Environment {
  const fromFiles = SECRETS.map((name) => [name, secretOf(name, env)])
  return { ...env, ...Object.fromEntries(fromFiles) }
}

function secretOf(name: string, env: Environment): string | undefined {
  return env[name] || readNamed(`${name}_FILE`, env[`${name}_FILE`])?.trim()
}

/** The text of the file that the setting names. */
function readNamed(setting: string, name: string | undefined): string | undefined {
  if (name === undefined || name === '') return undefined
  try {
    return readFileSync(name, 'utf8')
  } catch (cause) {
    throw new ErrorSenseError('config', `${setting}=${name} can not be read: ${(cause as Error).message}`, { cause })
  }
}

function withWebhook(file: FileConfig, url: string | undefined): FileConfig {
  if (url === undefined) return file
  return {
    ...file,
    notify: [...file.notify, { webhook: url, secretEnv: 'WEBHOOK_SECRET', minSeverity: 'medium', allowPrivate: false }],
  }
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}

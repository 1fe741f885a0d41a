/** The list of verbs, in the order of the help. A new one is a file here and an entry below. */
import type { Verb } from './verb.ts'

export interface VerbEntry {
  readonly name: string
  readonly description: string
  /** Loaded when it is named: the roles behind some verbs take longer to load than a small file to parse. */
  load(): Promise<Verb>
}

export const verbs: readonly VerbEntry[] = [
  {
    name: 'all',
    description: 'every role in one process; what npm start runs, with demo traffic',
    load: async () => (await import('./all.ts')).all,
  },
  {
    name: 'generate',
    description: 'the role log-generator: logs of a believable shop, with labelled anomalies',
    load: async () => (await import('./generate.ts')).generate,
  },
  {
    name: 'collect',
    description: 'the role log-collector: takes lines from files, HTTP and standard input, writes app-logs',
    load: async () => (await import('./collect.ts')).collect,
  },
  {
    name: 'process',
    description: 'the role anomaly-processor: reads app-logs, finds incidents',
    load: async () => (await import('./process.ts')).process,
  },
  {
    name: 'notify',
    description: 'the role alert-notifier: tells people of incidents',
    load: async () => (await import('./notify.ts')).notify,
  },
  {
    name: 'serve',
    description: 'the role realtime-api: REST, live feed and the page',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'parse',
    description: 'what every line of a log is: one row per line, or a table of templates with counts',
    load: async () => (await import('./parse.ts')).parse,
  },
  {
    name: 'analyze',
    description: 'finds incidents in log files, as the live system would have',
    load: async () => (await import('./analyze.ts')).analyze,
  },
  {
    name: 'score-series',
    description: 'anomaly score (0..1) for each row of one metric series, without looking ahead',
    load: async () => (await import('./score-series.ts')).scoreSeries,
  },
  {
    name: 'check-config',
    description: 'says what a configuration would do, or file:line:column of what is wrong',
    load: async () => (await import('./check-config.ts')).checkConfig,
  },
  {
    name: 'migrate',
    description: 'brings the ClickHouse schema up to date, then ends',
    load: async () => (await import('./migrate.ts')).migrate,
  },
  {
    name: 'topics',
    description: 'makes the topics that are missing, then ends; those that exist stay as they are',
    load: async () => (await import('./topics.ts')).topics,
  },
]

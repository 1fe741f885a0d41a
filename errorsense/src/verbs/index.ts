/** The list of verbs, in the order of the help. A new one is a file here and a line below. */
import { all } from './all.ts'
import { analyze } from './analyze.ts'
import { checkConfig } from './check-config.ts'
import { collect } from './collect.ts'
import { generate } from './generate.ts'
import { migrate } from './migrate.ts'
import { notify } from './notify.ts'
import { parse } from './parse.ts'
import { process } from './process.ts'
import { scoreSeries } from './score-series.ts'
import { serve } from './serve.ts'
import { topics } from './topics.ts'
import type { Verb } from './verb.ts'

export const verbs: readonly Verb[] = [
  all,
  generate,
  collect,
  process,
  notify,
  serve,
  parse,
  analyze,
  scoreSeries,
  checkConfig,
  migrate,
  topics,
]

import type { Command } from 'commander'
import type { Config } from '@errorsense/adapters/runtime/config.ts'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'

/** What every verb may ask for; settings are read when asked, so that `--help` works whatever they are. */
export interface Context {
  config(file?: string): Config
  logger(config: Config, role: string): Logger
}

/** Adds one verb to the program. */
export type Verb = (program: Command, context: Context) => void

import type { Command } from 'commander'
import type { Config } from '@errorsense/adapters/runtime/config.ts'
import type { Logger } from '@errorsense/adapters/runtime/logger.ts'

/** What every verb may ask for; settings are read when asked, so that `--help` works whatever they are. */
export interface Context {
  config(file?: string): Config
  logger(config: Config, role: string): Logger
}

/** Gives the command of this verb its arguments, options and action. */
export type Verb = (command: Command, context: Context) => void

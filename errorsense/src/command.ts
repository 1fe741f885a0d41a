/** The command: all roles in one process, one role by argument, and the file tools. */
import { Command, CommanderError } from 'commander'
import { loadConfig } from '@errorsense/adapters/runtime/config.ts'
import { makeLogger } from '@errorsense/adapters/runtime/logger.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { verbs } from './verbs/index.ts'
import type { Context } from './verbs/verb.ts'
import { version } from './version.ts'

const FAILED = 1
const WRONG_USE = 2

const program = new Command('errorsense')
  .description(
    'Real-time log anomaly detection: learns what is normal in your logs and says why when something is not.',
  )
  .version(version)
  .configureHelp({ showGlobalOptions: false })
  .showHelpAfterError('(add --help for what is possible)')
  .exitOverride()
  .addHelpText(
    'after',
    '\nStart everything with demo traffic:  npm start\nFind incidents in a file:            npx errorsense analyze FILE',
  )

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Who stops reading, as `head` does, has what was wanted.
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`errorsense: standard output can not be written: ${error.message}\n`)
  process.exit(FAILED)
})

const context: Context = {
  config: (file) => loadConfig(process.env, file),
  logger: (config, role) => makeLogger({ level: config.logLevel, readable: process.stderr.isTTY }).child({ role }),
}
for (const { name, description, load } of verbs) {
  const command = program.command(name).description(description)
  if (process.argv.includes(name)) (await load())(command, context)
  command.exitOverride().showHelpAfterError('(add --help for what is possible)')
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCode(error)
}

/** What went wrong is one message for a person; a stack is for us, and only when asked for. */
function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE
  if (error instanceof ErrorSenseError) {
    process.stderr.write(`errorsense: ${error.message}\n`)
    if (process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${error.stack}\n`)
    return error.code === 'config' || error.code === 'usage' ? WRONG_USE : FAILED
  }
  process.stderr.write(`errorsense: unexpected failure, please report it: ${(error as Error).stack ?? String(error)}\n`)
  return FAILED
}

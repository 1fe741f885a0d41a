/** `--engine`: what turns bytes into records. The same for every verb that reads lines. */
import { DEFAULT_ENGINE, engineNames, isEngine, type EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { Option } from 'commander'

/** Asked for by who wants the fastest there is; this version has none, and reads with the next best. */
const KERNEL = 'kernel'

export function engineOption(): Option {
  return new Option('--engine <name>', `how lines are read: ${engineNames.join(' or ')}; both tell the same`)
    .argParser(engineOf)
    .default(DEFAULT_ENGINE)
}

function engineOf(name: string): EngineName {
  if (isEngine(name)) return name
  if (name === KERNEL) {
    process.stderr.write(
      `there is no kernel in this version; reading with the ${DEFAULT_ENGINE} engine, which tells the same\n`,
    )
    return DEFAULT_ENGINE
  }
  const known = engineNames.map((one) => `--engine ${one}`).join(' or ')
  throw new ErrorSenseError('usage', `there is no engine "${name}" in this version: use ${known}`)
}

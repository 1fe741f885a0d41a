/** What the settings say of detecting, as every verb that detects takes it. */
import { readFileSync } from 'node:fs'
import { openCountries } from '@errorsense/adapters/geoip/maxmind.ts'
import type { FileConfig } from '@errorsense/adapters/runtime/config.ts'
import type { DetectorOptions } from '@errorsense/core/detectors/index.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'

export function detectorOptions({ security, rules, detectors: settings }: FileConfig): DetectorOptions {
  const { allow, geoip } = security
  const country = geoip === undefined ? undefined : openCountries(geoip)
  return { allow, feed: feedOf(security), rules, settings, ...(country && { country }) }
}

/** Finds the session id in a message; undefined: learnt. */
export function sessionPattern({ sessions }: FileConfig): RegExp | undefined {
  return sessions && new RegExp(sessions.pattern)
}

/** Addresses and networks of the feed files, one a line; what follows `#` or `;` is a remark. */
function feedOf({ feeds }: FileConfig['security']): string[] {
  return feeds.flatMap((name) => {
    try {
      const lines = readFileSync(name, 'utf8').split('\n')
      return lines.map((line) => line.replace(/[#;].*/, '').trim()).filter((line) => line !== '')
    } catch (cause) {
      throw new ErrorSenseError('config', `security.feeds: ${name} can not be read: ${(cause as Error).message}`, {
        cause,
      })
    }
  })
}

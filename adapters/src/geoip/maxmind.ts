/** Countries of addresses, from a file in MaxMind's DB format: GeoLite2 Country, DB-IP Lite and others. */
import { readFileSync } from 'node:fs'
import { Reader, type CountryResponse } from 'maxmind'
import { ErrorSenseError } from '@errorsense/core/errors.ts'

/** ISO code of the country, else of the one the network is registered in; undefined where the file knows none. */
export type CountryOf = (ip: string) => string | undefined

/** Read whole, once. A damaged place in the file names no country. */
export function openCountries(file: string): CountryOf {
  const reader = open(file)
  return (ip) => {
    try {
      const found = reader.get(ip)
      return (found?.country ?? found?.registered_country)?.iso_code
    } catch {
      return undefined
    }
  }
}

function open(file: string): Reader<CountryResponse> {
  try {
    return new Reader<CountryResponse>(readFileSync(file))
  } catch (cause) {
    throw new ErrorSenseError('config', `security.geoip: ${file} can not be read: ${(cause as Error).message}`, {
      cause,
    })
  }
}

/**
 * Keeps requests to addresses that users configured out of our own network. The check is on the resolved address, and
 * the socket connects to that very address: a name that resolves differently the second time gains nothing.
 */
import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { DeliveryError } from '@errorsense/core/errors.ts'

/** Where clouds serve credentials under an address that looks public. */
const METADATA = new Set(['168.63.129.16'])
/** All of IPv6 that is handed out to hosts; the rest is special in one way or another. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GLOBAL_UNICAST) : !METADATA.has(parsed.toString())
}

/** A name with one private address among others is refused as a whole. */
export function publicLookup(lookup: typeof systemLookup = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const refused = addresses.find(({ address }) => !isPublicAddress(address))
      if (refused) return callback(privateAddress(hostname), '')
      if (options.all) return callback(null, addresses)
      return callback(null, addresses[0].address, addresses[0].family)
    })
  }
}

/** A literal address is never looked up, so it is checked here; brackets are the URL's. */
export function refusePrivateLiteral(hostname: string): void {
  const address = hostname.replace(/^\[|\]$/g, '')
  if (isIP(address) !== 0 && !isPublicAddress(address)) throw privateAddress(hostname)
}

function privateAddress(hostname: string): DeliveryError {
  return new DeliveryError(`${hostname} is an address of a private network; set allowPrivate to send there`)
}

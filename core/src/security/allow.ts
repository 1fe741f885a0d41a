/** Lists of addresses, networks (CIDR) and host names; an entry nobody can read is no entry. */
import { parseAddress, parseV6 } from './addresses.ts'

export type AddressList = (address: string) => boolean

interface Network {
  readonly groups: readonly number[]
  readonly bits: number
}

/** A feed may hold very many networks: they are looked up by each length that occurs, not one by one. */
export function addressList(entries: readonly string[]): AddressList {
  const names = new Set(entries.filter(Boolean).map((entry) => parseAddress(entry) ?? entry.toLowerCase()))
  const prefixes = new Map<number, Set<string>>()
  for (const { groups, bits } of entries.flatMap(networkIn)) {
    const known = prefixes.get(bits) ?? new Set()
    prefixes.set(bits, known.add(prefixOf(groups, bits)))
  }
  return (address) => {
    if (names.has(address.toLowerCase())) return true
    const groups = prefixes.size === 0 ? undefined : groupsOf(address)
    if (groups === undefined) return false
    for (const [bits, known] of prefixes) if (known.has(prefixOf(groups, bits))) return true
    return false
  }
}

/** Whether an entry can stand for anybody. */
export function isAddressEntry(entry: string): boolean {
  const [network] = networkIn(entry)
  return entry.includes('/') ? network !== undefined : /^[\w.:-]+$/.test(entry)
}

const LENGTH = /^\d{1,3}$/

function networkIn(entry: string): Network[] {
  const [text, length = '', ...more] = entry.split('/')
  const groups = text === '::' ? NO_ADDRESS : groupsOf(parseAddress(text) ?? '')
  if (groups === undefined || !LENGTH.test(length) || more.length > 0) return []
  const bits = text.includes(':') ? Number(length) : Number(length) + 96
  return bits > 128 ? [] : [{ groups, bits }]
}

/** `::`, which nobody has but every IPv6 network may begin with. */
const NO_ADDRESS = [0, 0, 0, 0, 0, 0, 0, 0]

/** IPv4 as IPv4-mapped IPv6, so that one comparison does. */
function groupsOf(address: string): number[] | undefined {
  return parseV6(address.includes(':') ? address : `::ffff:${address}`)
}

function prefixOf(groups: readonly number[], bits: number): string {
  const whole = groups.slice(0, bits >> 4)
  const rest = bits % 16
  return (rest === 0 ? whole : [...whole, groups[bits >> 4] >> (16 - rest)]).join(':')
}

/** Lists of addresses, networks (CIDR) and host names; an entry nobody can read is no entry. */
import { parseAddress, parseV6 } from './addresses.ts'

export type AddressList = (address: string) => boolean

interface Network {
  readonly groups: readonly number[]
  readonly bits: number
}

export function addressList(entries: readonly string[]): AddressList {
  const names = new Set(entries.map((entry) => parseAddress(entry) ?? entry.toLowerCase()))
  const networks = entries.flatMap(networkIn)
  return (address) => {
    if (names.has(address.toLowerCase())) return true
    if (networks.length === 0) return false
    const groups = groupsOf(address)
    return groups !== undefined && networks.some((network) => contains(network, groups))
  }
}

/** Whether an entry can stand for anybody. */
export function isAddressEntry(entry: string): boolean {
  const [network] = networkIn(entry)
  return entry.includes('/') ? network !== undefined && network.bits <= 128 : /^[\w.:-]+$/.test(entry)
}

function networkIn(entry: string): Network[] {
  const [text, length] = entry.split('/')
  const address = parseAddress(text)
  const groups = address === undefined ? undefined : groupsOf(address)
  const bits = Number(length)
  if (groups === undefined || length === undefined || !Number.isInteger(bits) || bits < 0) return []
  return [{ groups, bits: text.includes(':') ? bits : bits + 96 }]
}

/** IPv4 as IPv4-mapped IPv6, so that one comparison does. */
function groupsOf(address: string): number[] | undefined {
  return parseV6(address.includes(':') ? address : `::ffff:${address}`)
}

function contains({ groups, bits }: Network, address: readonly number[]): boolean {
  for (let i = 0; i < 8 && i * 16 < bits; i++) {
    const shift = Math.max(0, 16 - (bits - i * 16))
    if (groups[i] >> shift !== address[i] >> shift) return false
  }
  return true
}

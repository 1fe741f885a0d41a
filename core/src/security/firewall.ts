/** Records of packet filters: source, target and port by key or by place, no sentence. */
import { findAddresses, parseAddress } from './addresses.ts'

export interface Packet {
  readonly ip: string
  readonly target: string
  readonly port?: number
}

/** Behind an IPv4 address a port may follow. */
const VALUE = String.raw`[=:]["[]?(\d{1,3}(?:\.\d{1,3}){3}|[\da-f.:]{2,45})(?::(\d{1,5})(?!\d))?`
const SOURCE = new RegExp(String.raw`\b(?:src|srcip|src_ip|source(?:_?ip)?|srcaddr|saddr)${VALUE}`, 'i')
const TARGET = new RegExp(String.raw`\b(?:dst|dstip|dst_ip|dest(?:ination)?(?:_?ip)?|dstaddr|daddr)${VALUE}`, 'i')
const PORT = /\b(?:dpt|dport|dst_?port|dest(?:ination)?_?port|service)[=:]"?(\d{1,5})\b/i
const PROTOCOL = /\b(?:proto(?:col)?|service)[=:]/i
const PASSED = /\b(?:allow|accept|pass|permit|close|start|end|server-rst|client-rst|timeout)(?:ed)?\b/i
/** An open door is where a verdict word would stand; one behind the addresses may be anything. */
const ACTION = /\b(?:action|act|disposition|policyaction)[=:]"?(\w{1,32})/i

/** `192.0.2.7:4711 to 192.0.2.1 ports 22, 23, 25, 80`: told by something that watches for scans. */
const PORT_LIST = /(?:^|\s)([\da-f.:]{7,51}) (?:to|->) ([\da-f.:]{7,51})\S* ports \d{1,5}(?:, ?\d{1,5}){3}/i

export function readPortList(text: string): Packet | undefined {
  const match = PORT_LIST.exec(text)
  const ip = match === null ? undefined : findAddresses(match[1])[0]?.ip
  const target = match === null ? undefined : findAddresses(match[2])[0]?.ip
  return ip === undefined || target === undefined ? undefined : { ip, target }
}

/** An action among values apart by commas; somewhere behind it two addresses side by side, and later two ports. */
const ACTION_FIELD = /,(block|deny|drop|reject|allow|pass|permit|accept)(?:ed)?,/i
const FIELD = String.raw`,((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}:[\da-f:.]{1,42})`
const ADDRESS_FIELDS = new RegExp(`${FIELD}${FIELD},`, 'i')
/** Whoever asks does so from a port above the well-known ones. */
const PORT_FIELDS = /,([1-9]\d{3,4}),([1-9]\d{0,4}),/

/** As `readPacket`, of records whose values have no names. */
export function readPositional(text: string): Packet | 'passed' | undefined {
  const action = ACTION_FIELD.exec(text)
  const addresses = action === null ? null : ADDRESS_FIELDS.exec(text)
  if (action === null || addresses === null) return undefined
  const ip = parseAddress(addresses[1])
  const target = parseAddress(addresses[2])
  if (ip === undefined || target === undefined) return undefined
  if (PASSED.test(action[1])) return 'passed'
  const port = PORT_FIELDS.exec(text.slice(addresses.index + addresses[0].length - 1))?.[2]
  return port === undefined ? { ip, target } : { ip, target, port: Number(port) }
}

/** `192.0.2.7/4711 -> 192.0.2.1/22`, `192.0.2.7.4711 > 192.0.2.1.22`, `src outside:192.0.2.7/4711 dst inside:192.0.2.1/22`. */
const SIDE = String.raw`((?:\d{1,3}\.){3}\d{1,3}|[\da-f:]{3,45})[/(:#.,](\d{1,5})(?!\d)`
const DIRECTED = new RegExp(String.raw`(?:^|[\s:])${SIDE}\)? ?(?:->|>|to|dst) ?(?:[\w-]{1,32}:)?${SIDE}`, 'i')

/** `192.0.2.7 192.0.2.1 4711 22` */
const SIDE_BY_SIDE = /(?<![\w.:])(\d{1,3}(?:\.\d{1,3}){3})( )(\d{1,3}(?:\.\d{1,3}){3}) \d{1,5} (\d{1,5})(?![\w.])/

/** Whose packets to whom a sentence speaks of. */
export function readDirected(text: string): Packet | undefined {
  const [, from = '', , to = '', port] = DIRECTED.exec(text) ?? SIDE_BY_SIDE.exec(text) ?? []
  const ip = parseAddress(from)
  const target = parseAddress(to)
  return ip === undefined || target === undefined ? undefined : { ip, target, port: Number(port) }
}

/** Undefined: no packet record. `passed` records are nobody's offence. */
export function readPacket(text: string): Packet | 'passed' | undefined {
  const source = SOURCE.exec(text)
  const target = TARGET.exec(text)
  if (source === null || target === null) return undefined
  const ip = parseAddress(source[1])
  const aim = parseAddress(target[1])
  const port = target[2] ?? PORT.exec(text)?.[1]
  if (ip === undefined || aim === undefined || (port === undefined && !PROTOCOL.test(text))) return undefined
  const action = ACTION.exec(text)?.[1] ?? text.slice(0, source.index)
  if (PASSED.test(action)) return 'passed'
  return port === undefined ? { ip, target: aim } : { ip, target: aim, port: Number(port) }
}

/**
 * Countries of addresses, from a file in MaxMind's DB format (https://maxmind.github.io/MaxMind-DB/): a binary tree over
 * the bits of the address, whose leaves point into a section of values. Read whole; only what names a country is
 * decoded. A damaged file is refused when it is opened, and a damaged place in it names no country.
 */
import { readFileSync } from 'node:fs'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { addressBits } from '@errorsense/core/security/addresses.ts'

export type CountryOf = (ip: string) => string | undefined

type Value = string | number | boolean | Uint8Array | Map<string, Value> | Value[] | undefined

const MARKER = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1')
/** Between tree and values. */
const SEPARATOR = 16
/** Values are in values no deeper than this; pointers that go round end here as well. */
const DEEPEST = 16
const MOST_ITEMS = 10_000

export function openCountries(file: string): CountryOf {
  try {
    return countries(readFileSync(file))
  } catch (cause) {
    throw new ErrorSenseError('config', `security.geoip: ${file} can not be read: ${(cause as Error).message}`, {
      cause,
    })
  }
}

/** Throws when the bytes are no such file. */
export function countries(bytes: Buffer): CountryOf {
  const { nodes, recordBits, isV6 } = metadataOf(bytes)
  const values = (nodes * recordBits * 2) / 8 + SEPARATOR
  const record = recordReader(bytes, recordBits)
  const decode = decoder(bytes, values)
  const names = new Map<number, string | undefined>()

  function leafOf(bits: readonly number[]): number {
    let node = 0
    for (let i = 0; i < bits.length && node < nodes; i++) node = record(node, bits[i])
    return node
  }

  function nameAt(leaf: number): string | undefined {
    const at = values + leaf - nodes - SEPARATOR
    if (!names.has(at)) names.set(at, nameIn(decode(at, 0)?.value))
    return names.get(at)
  }

  return (ip) => {
    const bits = addressBits(ip)
    if (bits === undefined) return undefined
    // An IPv4 tree knows the last 32 bits only.
    const leaf = leafOf(isV6 ? bits : bits.slice(96))
    try {
      return leaf > nodes ? nameAt(leaf) : undefined
    } catch {
      return undefined
    }
  }
}

interface Metadata {
  readonly nodes: number
  readonly recordBits: number
  readonly isV6: boolean
}

function metadataOf(bytes: Buffer): Metadata {
  const marker = bytes.lastIndexOf(MARKER)
  if (marker < 0) throw new Error('not a MaxMind DB file')
  const begin = marker + MARKER.length
  const fields = decoder(bytes, begin)(begin, 0)?.value
  if (!(fields instanceof Map)) throw new Error('its metadata are damaged')
  const [nodes, recordBits] = [Number(fields.get('node_count')), Number(fields.get('record_size'))]
  if (![24, 28, 32].includes(recordBits) || !(nodes > 0) || (nodes * recordBits) / 4 + SEPARATOR > marker)
    throw new Error('its metadata are damaged')
  return { nodes, recordBits, isV6: fields.get('ip_version') === 6 }
}

/** The left (0) or right (1) record of a node. */
function recordReader(bytes: Buffer, recordBits: number): (node: number, side: number) => number {
  const size = recordBits / 4
  if (recordBits === 28)
    return (node, side) => {
      const at = node * size
      const high = side === 0 ? bytes[at + 3] >> 4 : bytes[at + 3] & 15
      return high * 0x1000000 + bytes.readUIntBE(at + side * 4, 3)
    }
  return (node, side) => bytes.readUIntBE(node * size + side * (size / 2), size / 2)
}

interface Decoded {
  readonly value: Value
  readonly next: number
}

/** Reads the value at an offset; pointers count from `base`. */
function decoder(bytes: Buffer, base: number): (at: number, depth: number) => Decoded | undefined {
  function decode(at: number, depth: number): Decoded {
    if (depth > DEEPEST) throw new Error('values too deep')
    const control = bytes.readUInt8(at)
    if (control >> 5 === POINTER) return { ...pointed(at, control, depth), next: at + 2 + ((control >> 3) & 3) }
    const isExtended = control >> 5 === 0
    const type = isExtended ? bytes.readUInt8(at + 1) + 7 : control >> 5
    return valueOf(type, ...sizeAt(at + (isExtended ? 2 : 1), control & 31), depth)
  }

  function pointed(at: number, control: number, depth: number): Pick<Decoded, 'value'> {
    const length = (control >> 3) & 3
    const high = length === 3 ? 0 : (control & 7) * 2 ** (8 * (length + 1))
    const target = high + bytes.readUIntBE(at + 1, length + 1) + POINTER_OFFSETS[length]
    return { value: decode(base + target, depth + 1).value }
  }

  function sizeAt(at: number, size: number): [size: number, begin: number] {
    if (size < 29) return [size, at]
    const bytesOfSize = size - 28
    return [bytes.readUIntBE(at, bytesOfSize) + SIZE_OFFSETS[bytesOfSize], at + bytesOfSize]
  }

  function valueOf(type: number, size: number, at: number, depth: number): Decoded {
    switch (type) {
      case MAP:
        return mapAt(at, size, depth)
      case ARRAY:
        return arrayAt(at, size, depth)
      case BOOLEAN:
        return { value: size === 1, next: at }
      case TEXT:
        return { value: bytes.toString('utf8', at, at + size), next: at + size }
      case UINT16:
      case UINT32:
        return { value: size === 0 ? 0 : bytes.readUIntBE(at, size), next: at + size }
      default:
        // Doubles, bytes and larger integers name no country.
        return { value: undefined, next: at + size }
    }
  }

  function mapAt(at: number, size: number, depth: number): Decoded {
    if (size > MOST_ITEMS) throw new Error('too many values')
    const value = new Map<string, Value>()
    let next = at
    for (let i = 0; i < size; i++) {
      const key = decode(next, depth + 1)
      const held = decode(key.next, depth + 1)
      if (typeof key.value === 'string') value.set(key.value, held.value)
      next = held.next
    }
    return { value, next }
  }

  function arrayAt(at: number, size: number, depth: number): Decoded {
    if (size > MOST_ITEMS) throw new Error('too many values')
    const value: Value[] = []
    let next = at
    for (let i = 0; i < size; i++) {
      const held = decode(next, depth + 1)
      value.push(held.value)
      next = held.next
    }
    return { value, next }
  }

  return decode
}

const POINTER = 1
const TEXT = 2
const UINT16 = 5
const UINT32 = 6
const MAP = 7
const ARRAY = 11
const BOOLEAN = 14
const POINTER_OFFSETS = [0, 2048, 526_336, 0]
const SIZE_OFFSETS = [0, 29, 285, 65_821]

/** ISO code of the country, else of the country the network is registered in. */
function nameIn(value: Value): string | undefined {
  if (!(value instanceof Map)) return undefined
  for (const field of ['country', 'registered_country']) {
    const country = value.get(field)
    const code = country instanceof Map ? country.get('iso_code') : undefined
    if (typeof code === 'string') return code
  }
  return undefined
}

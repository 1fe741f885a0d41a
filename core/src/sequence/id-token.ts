/**
 * Words of a message that look like the id of something: `blk_-1608999687919862906`, a uuid, `req-<uuid>`, a trace id
 * in hex, `order-100482`. Not addresses, paths, dates, versions, plain numbers. Read from bytes, for it is asked of
 * very many lines.
 *
 * Ids of one form are of one kind: the word before them is not looked at, for the same id is a `block` here and a
 * `src` there.
 */
import { hashOfSpan, viewOf } from '../byte-span.ts'
import { HashIndex } from '../hash-index.ts'

export interface IdToken {
  start: number
  end: number
  /** Its form as a number: index into `kinds`; negative when the table was full. */
  kind: number
  /** So long that chance would not bring it back: an id whatever the message is about. */
  isStrong: boolean
}

export interface IdTokens {
  /** Finds the ids in a span that is at most `SCANNED_LENGTH` long; gives how many. */
  scan(bytes: Uint8Array, start: number, end: number): number
  /** What the last scan found; as many as it told, overwritten by the next. */
  readonly tokens: readonly IdToken[]
  /** Forms: the text with numbers as `#`, or what alphabet and length it has. */
  readonly kinds: readonly string[]
}

export const SCANNED_LENGTH = 1_000
const SHORTEST = 6
const LONGEST = 80
const STRONG_HEX = 16
const STRONG_DIGITS = 6
const STRONG_MIXED = 20
const UUID_LENGTH = 36
const LONGEST_PREFIX = 12

const DIGIT = 1
const HEX = 2
const LETTER = 4
const JOINT = 8
const classes = new Uint8Array(256)
for (const char of '0123456789') classes[char.charCodeAt(0)] = DIGIT | HEX
for (const char of 'abcdefghijklmnopqrstuvwxyz') {
  const isHex = char <= 'f'
  classes[char.charCodeAt(0)] = classes[char.toUpperCase().charCodeAt(0)] = isHex ? LETTER | HEX : LETTER
}
classes[0x2d] = classes[0x5f] = JOINT

const DASH = 0x2d
const DOT = 0x2e
const COLON = 0x3a
const NUMBER_SIGN = 0x23
/** What stands before or behind parts of paths, addresses, decimals and mail addresses. */
const partBefore = tableOf('/\\.@%+')
const partAfter = tableOf('/\\@')

function tableOf(chars: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const char of chars) table[char.charCodeAt(0)] = 1
  return table
}

export function idTokens(mostKinds: number): IdTokens {
  const tokens: IdToken[] = []
  const kinds: string[] = []
  const index = new HashIndex()
  // The form of the token at hand, as text.
  const form = new Uint8Array(LONGEST + 16)
  const formView = viewOf(form)
  let formLength = 0

  function write(text: string): void {
    for (let i = 0; i < text.length; i++) form[formLength++] = text.charCodeAt(i)
  }

  function kindOfForm(): number {
    const hash = hashOfSpan(formView, 0, formLength)
    let kind = index.first(hash)
    while (kind >= 0 && !isForm(kinds[kind])) kind = index.next(kind)
    if (kind >= 0 || kinds.length >= mostKinds) return kind
    kinds.push(String.fromCharCode(...form.subarray(0, formLength)))
    return index.add(hash)
  }

  function isForm(kind: string): boolean {
    if (kind.length !== formLength) return false
    for (let i = 0; i < formLength; i++) if (kind.charCodeAt(i) !== form[i]) return false
    return true
  }

  /** Writes the form of a word and tells whether it is strong; undefined when it is no id. */
  function readForm(bytes: Uint8Array, start: number, end: number, digits: number): boolean | undefined {
    const length = end - start
    formLength = 0
    if (isUuid(bytes, start, end)) {
      for (let i = start; i < end - UUID_LENGTH; i++) form[formLength++] = lowerCase(bytes[i])
      write('uuid')
      return true
    }
    if (digits === length) return undefined
    if (length >= 8 && isHex(bytes, start, end)) {
      write(`hex${length}`)
      return length >= STRONG_HEX
    }
    if (digits >= 3 && writeNamed(bytes, start, end)) return digits >= STRONG_DIGITS
    formLength = 0
    if (isMixed(bytes, start, end) && digits >= 2 && length >= 8 && length - digits >= 2) {
      write(`mixed${length}`)
      return length >= STRONG_MIXED
    }
    return undefined
  }

  /**
   * Letters, then at least once a joint, letters or none, digits or none: written with numbers as `#`, to which a minus
   * belongs. False for other words.
   */
  function writeNamed(bytes: Uint8Array, start: number, end: number): boolean {
    if ((classes[bytes[start]] & LETTER) === 0) return false
    let hasJoint = false
    let inNumber = false
    for (let i = start; i < end; i++) {
      const byte = bytes[i]
      if ((classes[byte] & DIGIT) === 0) {
        const isJoint = classes[byte] === JOINT
        if (inNumber && !isJoint) return false
        hasJoint ||= isJoint
        inNumber = false
        form[formLength++] = byte
      } else if (!inNumber) {
        if (!hasJoint) return false
        inNumber = true
        form[form[formLength - 1] === DASH ? formLength - 1 : formLength++] = NUMBER_SIGN
      }
    }
    return hasJoint
  }

  function keep(count: number, start: number, end: number, isStrong: boolean): void {
    if (count === tokens.length) tokens.push({ start, end, kind: -1, isStrong })
    const token = tokens[count]
    token.start = start
    token.end = end
    token.kind = kindOfForm()
    token.isStrong = isStrong
  }

  return {
    tokens,
    kinds,
    scan(bytes, from, to) {
      let count = 0
      // No word that is long enough fits between two places this far apart.
      for (let probe = from + SHORTEST - 1; probe < to; probe += SHORTEST) {
        if (classes[bytes[probe]] === 0) continue
        let start = probe
        let digits = classes[bytes[probe]] & DIGIT
        for (; start > from && classes[bytes[start - 1]] !== 0; start--) digits += classes[bytes[start - 1]] & DIGIT
        while (++probe < to && classes[bytes[probe]] !== 0) digits += classes[bytes[probe]] & DIGIT
        if (probe - start < SHORTEST || probe - start > LONGEST) continue
        if (digits === 0 || isPartOfMore(bytes, from, start, probe, to)) continue
        const isStrong = readForm(bytes, start, probe, digits)
        if (isStrong !== undefined) keep(count++, start, probe, isStrong)
      }
      return count
    },
  }
}

function isHex(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((classes[bytes[i]] & HEX) === 0) return false
  return true
}

/** Parts of paths, addresses (IPv6 too), host names, decimals and mail addresses. */
function isPartOfMore(bytes: Uint8Array, from: number, start: number, end: number, to: number): boolean {
  if (start > from && partBefore[bytes[start - 1]] === 1) return true
  if (start > from + 1 && bytes[start - 1] === COLON && bytes[start - 2] === COLON) return true
  if (end >= to) return false
  const after = bytes[end]
  if (partAfter[after] === 1) return true
  if (end + 1 >= to) return false
  return (after === COLON && bytes[end + 1] === COLON) || (after === DOT && classes[bytes[end + 1]] !== 0)
}

/** Behind a name of a few letters, or none. */
function isUuid(bytes: Uint8Array, start: number, end: number): boolean {
  const begin = end - UUID_LENGTH
  if (begin < start || begin - start > LONGEST_PREFIX + 1) return false
  for (let i = 0; i < UUID_LENGTH; i++) {
    const isDash = i === 8 || i === 13 || i === 18 || i === 23
    if (isDash ? bytes[begin + i] !== DASH : (classes[bytes[begin + i]] & HEX) === 0) return false
  }
  return isName(bytes, start, begin)
}

function isName(bytes: Uint8Array, start: number, end: number): boolean {
  const letters = end > start && classes[bytes[end - 1]] === JOINT ? end - 1 : end
  if (letters - start > LONGEST_PREFIX) return false
  for (let i = start; i < letters; i++) if ((classes[bytes[i]] & LETTER) === 0) return false
  return true
}

function isMixed(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (classes[bytes[i]] === JOINT) return false
  return true
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
}

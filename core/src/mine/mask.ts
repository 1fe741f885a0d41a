/**
 * What is a value by its form alone: addresses, paths, times, numbers. A mask begins where no letter, digit or `_`
 * stands before it and ends where none follows. The first that fits counts, so the longer forms come first.
 */
import { isDigit, isUpper } from '../ascii.ts'

const END = '(?![A-Za-z0-9_\\u0080-\\uffff])'

/** Written so that it fits text with UTF-8 a byte per char as well: no blank and no sign beyond ASCII but the micro. */
function mask(source: string, flags = ''): RegExp {
  return new RegExp(source + END, `y${flags}`)
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}'
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}'
const CLOCK = '\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: ?(?:Z|UTC|GMT|[AaPp][Mm]|[+-]\\d\\d:?\\d\\d))?'

const STOPS = ' \\t\\r\\n\\v\\f"\'<>()[\\]{}|,;'
const url = mask(`[a-z][a-z0-9+.-]{1,15}:\\/\\/[^${STOPS}]*[^${STOPS}.:!?]`, 'i')
const uuid = mask('[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'i')
const namedDate = mask(
  `(?:${DAY},? )?(?:${MONTH} {1,2}\\d{1,2}|\\d{1,2}[ -]${MONTH})(?:,? (?!\\d\\d:)\\d{4}|-\\d{4})?(?:,? ${CLOCK})?(?: [A-Z]{3,4}(?= \\d{4}))?(?: \\d{4})?`,
)
const date = mask(
  `\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ]?${CLOCK})?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}(?:[T ]${CLOCK})?|\\d{1,2}[/-]${MONTH}[/-]\\d{2,4}(?:[ :]${CLOCK})?`,
)
const clock = mask(CLOCK)
/** Minutes and seconds: how long it took. */
const shortClock = mask('\\d\\d:\\d\\d')
const mac = mask('[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5,7}', 'i')
const ipv6 = mask(
  '(?:(?:[0-9a-f]{1,4}:){4,8}[0-9a-f]{1,5}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?|::(?:[0-9a-f]{1,4}:){0,5}(?:[0-9a-f]{1,4}|\\d{1,3}(?:\\.\\d{1,3}){3}))(?:%\\w+)?',
  'i',
)
const email = mask('[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+')
const ip = mask('(?:[\\w.-]*\\/)?\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?:\\/\\d{1,2})?')
/** A source file with its line is no host with its port: which file it is tells statements apart. */
const SOURCE_FILE = '(?![\\w.-]*\\.(?:c|cc|cpp|cs|cxx|go|h|hpp|java|js|kt|php|pl|py|rb|rs|scala|swift|ts):)'
const authority = mask(`${SOURCE_FILE}[A-Za-z][\\w-]*(?:\\.[\\w-]+)+:\\d{1,5}`)
/** `core.5` is a name and its number. */
const NUMBERED_NAME = `(?![A-Za-z]{2,}\\.\\d+(?!:\\d)${END}(?!\\.\\w))`
const hostWithDigit = mask(`${NUMBERED_NAME}(?=[A-Za-z_.-]*\\d)[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+(?::\\d{1,5})?`)
/** Folders whose names go on behind a blank do so in capitals: `Program Files (x86)`. */
const FOLDER_BEHIND_BLANK = '(?:(?: (?:[A-Z][\\w.&-]{0,40}|\\(\\w{1,8}\\))){1,3}\\\\[\\w.$\\\\~-]*)'
const path = mask(
  `(?:[A-Za-z]:\\\\[\\w.$\\\\~-]+${FOLDER_BEHIND_BLANK}{0,4}|(?:~|\\.{1,2})?(?:\\/[\\w.@%+~$*=#:-]*[\\w@%+~$*=#-])+\\/?(?:\\?[^${STOPS}]*)?)`,
)
const relativePath = mask('[\\w.@%+~-]+(?:\\/[\\w.@%+~:-]*[\\w@%+~-]){2,}\\/?')
const dottedName = mask('[A-Za-z_][\\w$-]*(?:\\.[A-Za-z_][\\w$-]*){2,}')
const hex = mask('0x[0-9a-f]+', 'i')
const truth = mask('(?:true|false)', 'i')
const number = mask(
  '[-+]?(?:(?:\\d+(?:\\.\\d+)?(?:[a-z]|Â?µ){1,2}){2,5}|(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:(?:[a-z]|Â?µ){1,3}|[KMGT]i?[Bb]?(?:\\/s)?|%)?)',
  'i',
)

const startsWithDigit = [
  uuid,
  mac,
  ipv6,
  date,
  namedDate,
  clock,
  shortClock,
  ip,
  email,
  hostWithDigit,
  hex,
  relativePath,
  number,
]
const startsWithSlash = [ip, path]
/** Of a word that goes on behind its letters, digits, `_` and `-`: what may follow tells what it may be. */
const wordThenDot = [email, ip, authority, hostWithDigit, relativePath, dottedName]
const wordThenSlash = [ip, relativePath]
const wordThenColon = [mac, ipv6]

/** Names of classes and errors are what a statement says, not what it says it about. */
const STATEMENT = /(?:Exception|Error|Throwable)$/

/** Offset behind the value at `at`, or -1. The caller knows that a value may begin there. */
export function maskAt(text: string, at: number): number {
  const c = text.charCodeAt(at)
  if (isDigit(c)) return digitMask(text, at)
  if (isLetter(c)) return letterMask(text, at)
  if (c === SLASH || c === TILDE) return firstOf(startsWithSlash, text, at)
  if (c === MINUS || c === PLUS) return fits(number, text, at)
  if (c === DOT) return fits(path, text, at)
  return c === COLON ? fits(ipv6, text, at) : -1
}

const BLANK = 32
const PLUS = 43
const COMMA = 44
const MINUS = 45
const DOT = 46
const SLASH = 47
const COLON = 58
const AT = 64
const BACKSLASH = 92
const TILDE = 126

/** Most numbers are followed by a blank; a month behind it makes a date of them. */
function digitMask(text: string, at: number): number {
  let end = at
  while (isDigit(text.charCodeAt(end))) end++
  const c = text.charCodeAt(end)
  const isPlain = c === BLANK ? !isUpper(text.charCodeAt(end + 1)) : Number.isNaN(c) || c === 41 || c === 93
  return isPlain ? end : firstOf(startsWithDigit, text, at)
}

/** Most words are words: they are told by what follows their letters before any pattern is tried. */
function letterMask(text: string, at: number): number {
  let end = at
  while (isLetter(text.charCodeAt(end))) end++
  const letters = end - at
  if (letters === 4 || letters === 5) {
    const found = fits(truth, text, at)
    if (found >= 0) return found
  }
  if (letters >= 3 && text.charCodeAt(end) <= COMMA)
    return isUpper(text.charCodeAt(at)) ? fits(namedDate, text, at) : -1
  while (isWordChar(text.charCodeAt(end)) || text.charCodeAt(end) === MINUS) end++
  const length = end - at
  const c = text.charCodeAt(end)
  if (length === UUID_LENGTH) return fits(uuid, text, at)
  if (length === MAC_LENGTH && letters <= 2) return fits(mac, text, at)
  if (c === DOT) return firstOf(wordThenDot, text, at)
  if (c === SLASH) return firstOf(wordThenSlash, text, at)
  if (c === AT || c === PLUS) return fits(email, text, at)
  return c === COLON ? colonMask(text, at, end, length) : -1
}

const UUID_LENGTH = 36
const MAC_LENGTH = 17

function colonMask(text: string, at: number, colon: number, length: number): number {
  const next = text.charCodeAt(colon + 1)
  if (next === SLASH) return fits(url, text, at)
  if (next === BACKSLASH) return length === 1 ? fits(path, text, at) : -1
  return length <= 4 ? firstOf(wordThenColon, text, at) : -1
}

function firstOf(masks: readonly RegExp[], text: string, at: number): number {
  for (const mask of masks) {
    const end = fits(mask, text, at)
    if (end >= 0 && !(mask === dottedName && STATEMENT.test(text.slice(at, end)))) return end
  }
  return -1
}

function fits(mask: RegExp, text: string, at: number): number {
  mask.lastIndex = at
  return mask.test(text) ? mask.lastIndex : -1
}

export function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c >= 128
}

export function isWordChar(c: number): boolean {
  return isLetter(c) || isDigit(c) || c === 95
}

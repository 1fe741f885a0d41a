/**
 * What is a value by its form alone: addresses, paths, times, numbers. A mask begins where no letter, digit or `_`
 * stands before it and ends where none follows. The first that fits counts, so the longer forms come first.
 */
const END = '(?![A-Za-z0-9_\\u0080-\\uffff])'

function mask(source: string, flags = ''): RegExp {
  return new RegExp(source + END, `y${flags}`)
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}'
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}'
const CLOCK = '\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: ?(?:Z|UTC|GMT|[AaPp][Mm]|[+-]\\d\\d:?\\d\\d))?'

const url = mask('[a-z][a-z0-9+.-]{1,15}:\\/\\/[^\\s"\'<>()[\\]{}|,;]*[^\\s"\'<>()[\\]{}|,;.:!?]', 'i')
const uuid = mask('[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'i')
const namedDate = mask(
  `(?:${DAY},? )?(?:${MONTH} {1,2}\\d{1,2}|\\d{1,2}[ -]${MONTH})(?:,? (?!\\d\\d:)\\d{4}|-\\d{4})?(?:,? ${CLOCK})?(?: [A-Z]{3,4}(?= \\d{4}))?(?: \\d{4})?`,
)
const date = mask(
  `\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ]?${CLOCK})?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}(?:[T ]${CLOCK})?|\\d{1,2}[/-]${MONTH}[/-]\\d{2,4}(?:[ :]${CLOCK})?`,
)
const clock = mask(CLOCK)
const mac = mask('[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5,7}', 'i')
const ipv6 = mask(
  '(?:(?:[0-9a-f]{1,4}:){4,8}[0-9a-f]{1,5}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?|::(?:[0-9a-f]{1,4}:){0,5}(?:[0-9a-f]{1,4}|\\d{1,3}(?:\\.\\d{1,3}){3}))(?:%\\w+)?',
  'i',
)
const email = mask('[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+')
const ip = mask('(?:[\\w.-]*\\/)?\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?:\\/\\d{1,2})?')
const hostWithDigit = mask('(?=[A-Za-z_.-]*\\d)[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+(?::\\d{1,5})?')
const path = mask(
  '(?:[A-Za-z]:\\\\[\\w.$\\\\~-]+|(?:~|\\.{1,2})?(?:\\/[\\w.@%+~$*=#:-]*[\\w@%+~$*=#-])+\\/?(?:\\?[^\\s"\'<>()[\\]{}|,;]*)?)',
)
const relativePath = mask('[\\w.@%+~-]+(?:\\/[\\w.@%+~:-]+){2,}\\/?')
const dottedName = mask('[A-Za-z_][\\w$-]*(?:\\.[A-Za-z_][\\w$-]*){2,}')
const hex = mask('0x[0-9a-f]+', 'i')
const truth = mask('(?:true|false)', 'i')
const number = mask(
  '[-+]?(?:(?:\\d+(?:\\.\\d+)?[a-zµ]{1,2}){2,5}|(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:[a-zµ]{1,3}|[KMGT]i?[Bb]?(?:\\/s)?|%)?)',
  'i',
)

const startsWithDigit = [uuid, date, namedDate, clock, mac, ipv6, ip, email, hostWithDigit, hex, relativePath, number]
const startsWithLetter = [uuid, mac, ipv6, email, ip, hostWithDigit, relativePath, dottedName]
const startsWithSlash = [ip, path]

/** Names of classes and errors are what a statement says, not what it says it about. */
const STATEMENT = /(?:Exception|Error|Throwable)$/

/** Offset behind the value at `at`, or -1. The caller knows that a value may begin there. */
export function maskAt(text: string, at: number): number {
  const c = text.charCodeAt(at)
  if (c >= 48 && c <= 57) return firstOf(startsWithDigit, text, at)
  if (c === 47 || c === 126) return firstOf(startsWithSlash, text, at)
  if (c === 45 || c === 43) return fits(number, text, at)
  if (c === 46) return fits(path, text, at)
  if (c === 58) return fits(ipv6, text, at)
  return isLetter(c) ? letterMask(text, at) : -1
}

/** Most words are words: they are told by what follows their letters before any pattern is tried. */
function letterMask(text: string, at: number): number {
  let end = at
  while (isLetter(text.charCodeAt(end))) end++
  const c = text.charCodeAt(end)
  const length = end - at
  if (length === 4 || length === 5) {
    const found = fits(truth, text, at)
    if (found >= 0) return found
  }
  if (length >= 3 && c <= 44) return fits(namedDate, text, at)
  if (
    c !== 58 &&
    c !== 46 &&
    c !== 47 &&
    c !== 64 &&
    c !== 45 &&
    c !== 43 &&
    c !== 95 &&
    c !== 92 &&
    !(c >= 48 && c <= 57)
  )
    return -1
  if (c === 58 && text.charCodeAt(end + 1) === 47) {
    const found = fits(url, text, at)
    if (found >= 0) return found
  }
  if (c === 58 && length === 1 && text.charCodeAt(end + 1) === 92) return fits(path, text, at)
  if (c === 58 && length > 4) return -1
  return firstOf(startsWithLetter, text, at)
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

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57
}

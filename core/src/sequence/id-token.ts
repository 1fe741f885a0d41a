/**
 * Words of a message that look like the id of something: `blk_-1608999687919862906`, a uuid, `req-<uuid>`, a trace id
 * in hex, `order-100482`. Not addresses, paths, dates, versions, plain numbers. A pure function of the message.
 *
 * Ids of one form are of one kind: the word before them is not looked at, for the same id is a `block` here and a
 * `src` there.
 */
export interface IdToken {
  readonly start: number
  readonly end: number
  /** Its form: the text with numbers as `#`, or what alphabet and length it has. */
  readonly kind: string
  /** So long that chance would not bring it back: an id whatever the message is about. */
  readonly isStrong: boolean
}

const SCANNED_LENGTH = 1_000
const SHORTEST = 6
const LONGEST = 80
const STRONG_HEX = 16
const STRONG_DIGITS = 6
const STRONG_MIXED = 20

const RUN = /[\w-]+/g
const UUID = /^([a-z]{0,12}[-_]?)[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const HEX = /^[\da-f]+$/i
const NAMED_NUMBERS = /^[a-z][a-z]*(?:[-_][a-z]*\d*)*$/i
const MIXED = /^[\da-z]+$/i

export function idTokens(message: string): IdToken[] {
  const found: IdToken[] = []
  const scanned = message.slice(0, SCANNED_LENGTH)
  for (const { 0: run, index: start } of scanned.matchAll(RUN)) {
    const end = start + run.length
    if (run.length < SHORTEST || run.length > LONGEST || isPartOfMore(scanned, start, end)) continue
    const form = formOf(run)
    if (form) found.push({ start, end, ...form })
  }
  return found
}

/** Parts of paths, addresses (IPv6 too), host names, decimals and mail addresses. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  if ('/\\.@%+'.includes(before) || '/\\@'.includes(after)) return true
  if (text.endsWith('::', start) || text.startsWith('::', end)) return true
  return after === '.' && /[\w-]/.test(text[end + 1] ?? ' ')
}

function formOf(run: string): Pick<IdToken, 'kind' | 'isStrong'> | undefined {
  const digits = countDigits(run)
  if (digits === 0) return undefined
  const uuid = UUID.exec(run)
  if (uuid) return { kind: `${uuid[1].toLowerCase()}uuid`, isStrong: true }
  if (digits === run.length) return undefined
  if (HEX.test(run) && run.length >= 8) return { kind: `hex${run.length}`, isStrong: run.length >= STRONG_HEX }
  if (digits >= 3 && NAMED_NUMBERS.test(run) && /[-_]/.test(run)) {
    return { kind: run.replace(/-?\d+/g, '#'), isStrong: digits >= STRONG_DIGITS }
  }
  if (MIXED.test(run) && digits >= 2 && run.length >= 8 && run.length - digits >= 2) {
    return { kind: `mixed${run.length}`, isStrong: run.length >= STRONG_MIXED }
  }
  return undefined
}

function countDigits(run: string): number {
  let digits = 0
  for (let i = 0; i < run.length; i++) {
    const code = run.charCodeAt(i)
    if (code >= 48 && code <= 57) digits++
  }
  return digits
}

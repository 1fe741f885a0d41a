/**
 * Written times. Each form is a pattern and the order of its parts:
 * Y year, y two-digit year, b month name, m d H M S, f fraction, p am/pm, z zone, and e for epoch digits.
 * Times without zone are taken as UTC; a missing year or day is the latest that does not lie in the future of the chunk.
 */
export interface TimeForm {
  readonly name: string
  /** Sticky. */
  readonly pattern: RegExp
  readonly parts: string
}

/** Minutes east of Greenwich. Names that stand for several zones are not among them. */
export const zones: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
}
const ZONE_NAMES = Object.keys(zones).join('|')
const MONTH = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}'
const DAY_NAME = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? '
const CLOCK = '(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,:](\\d{1,9}))?'
const HALF = '(?: ?([AaPp])\\.?[Mm]\\b\\.?)?'
const ZONE = `(?: ?(Z|z|${ZONE_NAMES}|[+-]\\d\\d(?::?\\d\\d)?)(?![\\w:]))?`
const END = '(?![\\w])'

function form(name: string, parts: string, source: string): TimeForm {
  return { name, parts, pattern: new RegExp(source + END, 'y') }
}

/** In the order they are tried: forms that say more come first. */
export const timeForms: readonly TimeForm[] = [
  form('iso', 'YmdHMSfpz', `(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T_:-]|, ?| {1,2})${CLOCK}${HALF}${ZONE}`),
  form('iso-minutes', 'YmdHMz', `(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})[T ](\\d\\d):(\\d\\d)(?!:)${ZONE}`),
  form('iso-dots', 'YmdHMSf', '(\\d{4})-(\\d\\d)-(\\d\\d)-(\\d{1,2})\\.(\\d\\d)\\.(\\d\\d)(?:\\.(\\d{1,9}))?'),
  form('iso-month', 'YbdHMSfz', `(\\d{4})[-/ ]${MONTH}[-/ ](\\d{1,2})[T: ]${CLOCK}${ZONE}`),
  form(
    'basic',
    'YmdHMSfz',
    `((?:19|20)\\d\\d)(0[1-9]|1[0-2])([0-3]\\d)[T_ -]?(\\d{1,2}):?(\\d{1,2}):?(\\d{1,2})(?:[.,:](\\d{1,9}))?${ZONE}`,
  ),
  form('clf', 'dbYHMSfz', `(?:${DAY_NAME})?(\\d{1,2})[/ -]${MONTH}[/ -](\\d{4}|\\d\\d)[: T]${CLOCK}${ZONE}`),
  form('ctime', 'bdHMSfzY', `(?:${DAY_NAME})?${MONTH} {1,2}(\\d{1,2}) ${CLOCK}(?: ([A-Z]{3,4}|[+-]\\d{4}))? (\\d{4})`),
  form('month-year', 'bdYHMSfpz', `(?:${DAY_NAME})?${MONTH} {1,2}(\\d{1,2}),? (\\d{4}),? ${CLOCK}${HALF}${ZONE}`),
  form('syslog', 'bdHMSfz', `(?:${DAY_NAME})?${MONTH} {1,2}(\\d{1,2}) ${CLOCK}${ZONE}`),
  form('month-dot', 'bdHMSf', `${MONTH}[.-](\\d{1,2}) ${CLOCK}`),
  form('mdy', 'mdYHMSfpz', `(0?[1-9]|1[0-2])/([0-3]?\\d)/(\\d{4})(?:,? |[T:-])${CLOCK}${HALF}${ZONE}`),
  form('dmy', 'dmYHMSfpz', `([0-3]?\\d)[-/.](0?[1-9]|1[0-2])[-/.](\\d{4})(?:,? |[T:-])${CLOCK}${HALF}${ZONE}`),
  form('ymd2', 'ymdHMSfz', `(\\d\\d)[-/.](0\\d|1[0-2])[-/.](\\d\\d)[T ]${CLOCK}${ZONE}`),
  form('dmy2', 'dmyHMSfz', `(\\d\\d)[-/.](0\\d|1[0-2])[-/.](\\d\\d),? ${CLOCK}${ZONE}`),
  form('mdy2', 'mdyHMSfpz', `(0?\\d|1[0-2])/(\\d{1,2})/(\\d\\d),? ${CLOCK}${HALF}${ZONE}`),
  form('basic2', 'ymdHMS', '(\\d\\d)([01]\\d)([0-3]\\d) {1,2}(\\d{1,2}):?(\\d\\d):?(\\d\\d)'),
  form('md', 'mdHMSf', `(0?\\d|1[0-2])[-/.]([0-3]?\\d) ${CLOCK}`),
  form('glog', 'lmdHMSf', `([VDIWEF])(\\d\\d)(\\d\\d) {1,2}${CLOCK}`),
  form('glog-year', 'lYmdHMSf', `([VDIWEF])(\\d{4})(\\d\\d)(\\d\\d) ${CLOCK}`),
  form('epoch', 'e', '([1-4]\\d{9}(?:\\d{3}|\\d{6}|\\d{9})?(?:\\.\\d{1,9})?)'),
  form('date', 'Ymd', '(\\d{4})[-/.](0\\d|1[0-2])[-/.]([0-3]\\d)'),
  form('clock', 'HMSfpz', `${CLOCK}${HALF}${ZONE}`),
]

const byName = new Map(timeForms.map((form) => [form.name, form]))

export function timeForm(name: string): TimeForm | undefined {
  return byName.get(name)
}

export interface WrittenTime {
  /** ms since epoch. */
  readonly time: number
  /** Behind the last character of it. */
  readonly end: number
}

/** The time in one form at an offset; undefined when the form does not fit there or names no day. */
export function readTime(form: TimeForm, line: string, at: number, receivedAt: number): WrittenTime | undefined {
  form.pattern.lastIndex = at
  const match = form.pattern.exec(line)
  if (!match) return undefined
  return { time: resolve(form.parts, match, receivedAt), end: form.pattern.lastIndex }
}

/** The name of a zone behind its offset, as Java writes it. */
const ZONE_ID = /\[[\w/+-]+\]$/

/** A whole text that is a time in any form, as in a JSON value; NaN when it is none. */
export function parseTime(text: string, receivedAt: number): number {
  const trimmed = text.trim().replace(ZONE_ID, '')
  for (const form of timeForms) {
    const read = readTime(form, trimmed, 0, receivedAt)
    if (read && read.end === trimmed.length) return read.time
  }
  return Number.NaN
}

/** Seconds, milli-, micro- or nanoseconds since epoch, told apart by size: all lie between 1990 and 2100. */
export function epochMs(value: number): number {
  if (value >= 6.3e17 && value < 4.2e18) return Math.floor(value / 1e6)
  if (value >= 6.3e14 && value < 4.2e15) return Math.floor(value / 1e3)
  if (value >= 6.3e11 && value < 4.2e12) return Math.floor(value)
  // Halves of a microsecond are what a double loses of seconds with fraction.
  if (value >= 6.3e8 && value < 4.2e9) return Math.floor(value * 1e3 + 5e-4)
  return Number.NaN
}

const LONG = /^\d{16}(?:\d{3})?$/
const WITH_FRACTION = /^(\d{10})\.(\d{1,9})$/

/** The same from digits: what a double cannot hold must not be rounded up to the next ms. */
export function timeOfEpoch(text: string): number {
  if (LONG.test(text)) return epochMs(Number(text.slice(0, 13)))
  const [, seconds, fraction] = WITH_FRACTION.exec(text) ?? []
  return epochMs(Number(seconds === undefined ? text : seconds + fraction.slice(0, 3).padEnd(3, '0')))
}

const months = new Map(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, i) => [name, i]),
)

interface Parts {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
  zone: number
}

function resolve(order: string, match: RegExpExecArray, receivedAt: number): number {
  if (order === 'e') return timeOfEpoch(match[1])
  const parts: Parts = { year: -1, month: -1, day: -1, hour: 0, minute: 0, second: 0, ms: 0, zone: 0 }
  for (let i = 0; i < order.length; i++) {
    const text = match[i + 1]
    if (text !== undefined) readPart(parts, order[i], text)
  }
  if (parts.day < 0) return withoutDay(parts, receivedAt)
  if (parts.year < 0) return withoutYear(parts, receivedAt)
  return ms(parts, parts.year)
}

function readPart(parts: Parts, part: string, text: string): void {
  if (part === 'Y' || part === 'y') parts.year = text.length === 2 ? centuryOf(Number(text)) : Number(text)
  else if (part === 'b') parts.month = months.get(text) ?? 0
  else if (part === 'm') parts.month = Number(text) - 1
  else if (part === 'd') parts.day = Number(text)
  else if (part === 'H') parts.hour = Number(text)
  else if (part === 'M') parts.minute = Number(text)
  else if (part === 'S') parts.second = Number(text)
  else if (part === 'f') parts.ms = Number(`0.${text}`) * 1000
  else if (part === 'p') parts.hour = (parts.hour % 12) + (text === 'p' || text === 'P' ? 12 : 0)
  else if (part === 'z') parts.zone = zoneMs(text)
}

function centuryOf(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year
}

/** `+01:00`, `+01` or a name. */
export function zoneMs(zone: string): number {
  const sign = zone[0]
  if (sign !== '+' && sign !== '-') return (zones[zone] ?? 0) * 60_000
  const minutes = Number(zone.slice(1, 3)) * 60 + (zone.length > 3 ? Number(zone.slice(-2)) : 0)
  return (sign === '-' ? -minutes : minutes) * 60_000
}

/** Logs are younger; what lies outside stands for "no time" (0001-01-01, 9999-12-31) or is broken. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2199

function ms(p: Parts, year: number): number {
  const isClock = p.hour <= 24 && p.minute <= 59 && p.second <= 60
  const isDay = p.month >= 0 && p.month <= 11 && p.day >= 1 && p.day <= daysOf(year, p.month)
  if (!isClock || !isDay || year < FIRST_YEAR || year > LAST_YEAR) return Number.NaN
  return Math.floor(Date.UTC(year, p.month, p.day, p.hour, p.minute, p.second) + p.ms - p.zone)
}

function daysOf(year: number, month: number): number {
  if (month === 1) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 3 || month === 5 || month === 8 || month === 10 ? 30 : 31
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Late December read in January belongs to the year before; a sender's clock may run a day ahead, not more. */
function withoutYear(parts: Parts, receivedAt: number): number {
  const latest = receivedAt + DAY_MS
  const year = new Date(latest).getUTCFullYear()
  for (let back = 0; back <= 8; back++) {
    const time = ms(parts, year - back)
    if (time <= latest) return time
  }
  return Number.NaN
}

function withoutDay(parts: Parts, receivedAt: number): number {
  const latest = receivedAt + HOUR_MS
  const day = new Date(latest)
  parts.month = day.getUTCMonth()
  parts.day = day.getUTCDate()
  const time = ms(parts, day.getUTCFullYear())
  return time <= latest ? time : time - DAY_MS
}

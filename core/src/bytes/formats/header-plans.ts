/**
 * Headers that come again: read once by the layouts, then known by their bytes. Programs write few different headers, but for
 * the time, so the key of a header is all its bytes with zeros for the digits of times; of a line with a known header the
 * time is read and nothing else.
 *
 * Why that is right: what is known is kept only if nobody looked at bytes that are not part of the key (`reach.ts`), and if
 * nobody minded which digits a time has but who reads it. How far a key goes is known before the header is: as many blanks
 * as it had in the lines of that source before.
 */
import { viewOf, withoutDigits } from '../../byte-span.ts'
import type { Layout } from '../../parse/header/layout.ts'
import type { ByteFields } from '../byte-fields.ts'
import { reach } from '../reach.ts'
import { HashCache } from '../../hash-cache.ts'
import { written } from './time-parts.ts'
import type { ByteTimeForm } from './time.ts'

const MAX_HEADERS = 1 << 14
const MAX_PLANS = 1 << 15
const FRAMES_PER_SOURCE = 3
const LONGEST = 400
const SPACE = 32
const PRIME_A = 0x9e3779b1
const PRIME_B = 0x85ebca6b
/** When so many headers of a source were looked up and few were known, they differ too much to be kept. */
const PATIENCE = 512
const FEWEST_KNOWN = PATIENCE / 4

/** How the headers of some lines are built. Offsets count from the beginning of the line. */
interface Frame {
  readonly number: number
  /** Before it, digits of times count as well. */
  readonly tellingEnd: number
  readonly times: readonly { readonly form: ByteTimeForm; readonly start: number; readonly end: number }[]
  /** Blanks behind the last time, the last of which ends the header. */
  readonly blanks: number
  lookedUp: number
  known: number
}

/** What a header tells, its time apart. */
interface Plan {
  readonly format: number
  readonly level: number
  readonly service: number
  readonly host: number
  readonly component: number
  readonly messageStart: number
  /** Where the line with the header begins in its line. */
  readonly innerStart: number
}

export class HeaderPlans {
  #framesOf = new WeakMap<readonly Layout[], Frame[]>()
  #frames: Frame[] = []
  #layouts: readonly Layout[] | undefined
  #cache = new HashCache(MAX_HEADERS)
  #plans: Plan[] = []
  #frameCount = 0
  #bytes: Uint8Array | undefined
  #view = viewOf(new Uint8Array(0))
  #a = 0
  #b = 0

  /** What is known of the header of the line, whose time is then in `written.time`; undefined where it has to be read. */
  find(
    bytes: Uint8Array,
    start: number,
    end: number,
    isQuoted: boolean,
    layouts: readonly Layout[],
    receivedAt: number,
  ): Plan | undefined {
    this.#enter(bytes, layouts)
    for (const frame of this.#frames) {
      if (isHopeless(frame)) continue
      if (!this.#hash(frame, start, end, isQuoted)) continue
      const number = this.#cache.find(this.#a, this.#b)
      frame.lookedUp++
      if (number < 0) continue
      frame.known++
      return readTimes(frame, bytes, start, end, receivedAt) ? this.#plans[number] : undefined
    }
    return undefined
  }

  /** Keeps what was read of the header of a line, if `reach` tells that it depends on nothing else. */
  keep(
    bytes: Uint8Array,
    start: number,
    end: number,
    isQuoted: boolean,
    layouts: readonly Layout[],
    innerStart: number,
    lookedTo: number,
    fields: ByteFields,
  ): void {
    const { messageStart } = fields
    const isOwn = !reach.isOdd && lookedTo <= messageStart + 1 && hasOneTime(innerStart) && tellsHeaderOnly(fields)
    if (!isOwn || messageStart - start > LONGEST || bytes[messageStart - 1] !== SPACE) return
    this.#enter(bytes, layouts)
    const frame = this.#frameFor(bytes, start, messageStart)
    if (!frame || isHopeless(frame) || !this.#hash(frame, start, end, isQuoted)) return
    if (this.#plans.length >= MAX_PLANS) {
      this.#plans = []
      this.#cache = new HashCache(MAX_HEADERS)
    }
    const { format, level, service, host, component } = fields
    const known = { format, level, service, host, component }
    this.#cache.keep(this.#a, this.#b, this.#plans.length)
    this.#plans.push({ ...known, messageStart: messageStart - start, innerStart: innerStart - start })
  }

  #enter(bytes: Uint8Array, layouts: readonly Layout[]): void {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#view = viewOf(bytes)
    }
    if (layouts === this.#layouts) return
    this.#layouts = layouts
    this.#frames = this.#framesOf.get(layouts) ?? []
    this.#framesOf.set(layouts, this.#frames)
  }

  /** The frame of the header that was read last; undefined when there are too many. */
  #frameFor(bytes: Uint8Array, start: number, messageStart: number): Frame | undefined {
    const tellingEnd = tellingEndOf(start)
    const blanks = blanksIn(bytes, reach.timeEnds[reach.times - 1], messageStart)
    for (const frame of this.#frames)
      if (frame.tellingEnd === tellingEnd && frame.blanks === blanks && hasTimes(frame, start)) return frame
    if (this.#frames.length >= FRAMES_PER_SOURCE) return undefined
    const times = Array.from({ length: reach.times }, (_, i) => ({
      form: reach.forms[i],
      start: reach.timeStarts[i] - start,
      end: reach.timeEnds[i] - start,
    }))
    const frame = { number: this.#frameCount++, tellingEnd, times, blanks, lookedUp: 0, known: 0 }
    this.#frames.push(frame)
    return frame
  }

  /** Whether the line is long enough to have such a header. */
  #hash({ number, tellingEnd, times, blanks }: Frame, start: number, end: number, isQuoted: boolean): boolean {
    const behind = start + times[times.length - 1].end
    const keyEnd = behind < end ? this.#endOfBlanks(behind, end, blanks) + 1 : 0
    if (keyEnd === 0 || keyEnd > end) return false
    this.#a = Math.imul(number ^ (isQuoted ? 0x811c9dc5 : 0x9747b28c), PRIME_A)
    this.#b = Math.imul(number ^ 0x5bd1e995, PRIME_B)
    let at = start
    for (let i = 0; i < times.length; i++) {
      const digits = start + Math.max(times[i].start, Math.min(times[i].end, tellingEnd))
      this.#mix(at, digits, false)
      at = start + times[i].end
      this.#mix(digits, at, true)
    }
    this.#mix(at, keyEnd, false)
    return true
  }

  /** Offset behind so many blanks; -1 where there are not so many nearby. */
  #endOfBlanks(from: number, end: number, blanks: number): number {
    const bytes = this.#bytes
    if (bytes === undefined) return -1
    const stop = Math.min(end, from + LONGEST)
    let left = blanks
    for (let i = from; i < stop; i++) if (bytes[i] === SPACE && --left === 0) return i + 1
    return -1
  }

  #mix(from: number, to: number, isTime: boolean): void {
    const view = this.#view
    let a = this.#a
    let b = this.#b
    let at = from
    for (; at + 4 <= to; at += 4) {
      const four = view.getInt32(at, true)
      const word = isTime ? withoutDigits(four) : four
      a = Math.imul(((a << 5) | (a >>> 27)) ^ word, PRIME_A)
      b = Math.imul(((b >>> 7) | (b << 25)) ^ word, PRIME_B)
    }
    let rest = to - from
    for (; at < to; at++) {
      const byte = view.getUint8(at)
      rest = (rest << 8) | (isTime && byte >= 48 && byte < 58 ? 48 : byte)
    }
    this.#a = Math.imul(((a << 5) | (a >>> 27)) ^ rest, PRIME_A)
    this.#b = Math.imul(((b >>> 7) | (b << 25)) ^ rest, PRIME_B)
  }
}

function isHopeless({ lookedUp, known }: Frame): boolean {
  return lookedUp >= PATIENCE && known < FEWEST_KNOWN
}

function readTimes({ times }: Frame, bytes: Uint8Array, start: number, end: number, receivedAt: number): boolean {
  for (let i = 0; i < times.length; i++) {
    const { form, start: from, end: to } = times[i]
    if (form.read(bytes, start + from, end, receivedAt) !== start + to) return false
  }
  return true
}

/** Of a line within a line the time of its own counts, whatever the other is. */
function hasOneTime(innerStart: number): boolean {
  const { times, timeStarts, timeEnds } = reach
  return times > 0 && timeStarts[times - 1] >= innerStart && (times === 1 || timeEnds[times - 2] <= innerStart)
}

/** Only the last of the times counts, and no value of the header but its time may differ from line to line. */
function tellsHeaderOnly(fields: ByteFields): boolean {
  const { time, latency, status, isEscaped, ipStart, ipEnd, userStart, userEnd, sessionStart, sessionEnd } = fields
  const hasSpan = ipStart !== ipEnd || userStart !== userEnd || sessionStart !== sessionEnd
  return time === written.time && Number.isNaN(latency) && status === 0 && !isEscaped && !hasSpan
}

/** Of the header that was read last: how far digits of its times mattered to somebody. */
function tellingEndOf(start: number): number {
  const end = reach.timeEnds[reach.times - 1]
  let tellingEnd = 0
  for (let i = 0; i < reach.telling; i++)
    if (reach.tellingStarts[i] < end) tellingEnd = Math.max(tellingEnd, reach.tellingEnds[i] - start)
  return tellingEnd
}

function blanksIn(bytes: Uint8Array, from: number, to: number): number {
  let blanks = 0
  for (let i = from; i < to; i++) if (bytes[i] === SPACE) blanks++
  return blanks
}

function hasTimes({ times }: Frame, start: number): boolean {
  if (times.length !== reach.times) return false
  for (let i = 0; i < times.length; i++) {
    const { form, start: from, end } = times[i]
    const isSame = form === reach.forms[i] && from === reach.timeStarts[i] - start && end === reach.timeEnds[i] - start
    if (!isSame) return false
  }
  return true
}

/** Formats that one pattern describes (`parse/written.ts`), over bytes: whoever writes such a pattern has both. */
import type { Writing } from '../../parse/format.ts'
import { levelOfStatus } from '../../parse/level.ts'
import { levelOfGroup } from '../../parse/written.ts'
import type { ByteFields } from '../byte-fields.ts'
import { OTHER, READ, UNSURE, type ByteContext, type ByteFormat } from '../byte-format.ts'
import { ByteMap } from '../byte-map.ts'
import { ByteGroups } from '../pattern/byte-groups.ts'
import { latin1 } from './chars.ts'
import { decimalAt } from './numbers.ts'
import { hashRequest, hashRequestLine } from './request.ts'
import { written } from './time-parts.ts'
import { readWholeTime } from './time.ts'
import { durationOfValue } from './values.ts'

const MAX_LEVELS = 200
const TAB = 9
const BLANK = 32
const DASH = 45

/** Undefined where bytes cannot tell what the pattern asks for. */
export function byteWritten(writing: Writing): ByteFormat | undefined {
  const groups = ByteGroups.of(writing.pattern)
  return groups && new WrittenFormat(writing, groups)
}

class WrittenFormat implements ByteFormat {
  readonly name: string
  readonly #groups: ByteGroups
  readonly #unit: number
  readonly #levels: ByteMap
  readonly #latencies: readonly number[]
  /** Indexes of groups. */
  readonly #time: number
  readonly #level: number
  readonly #service: number
  readonly #host: number
  readonly #component: number
  readonly #ip: number
  readonly #user: number
  readonly #session: number
  readonly #status: number
  readonly #message: number
  readonly #request: number
  readonly #method: number
  readonly #target: number
  // Of the line at hand.
  #bytes: Uint8Array = new Uint8Array()

  constructor(writing: Writing, groups: ByteGroups) {
    const { name, unit = 1 } = writing
    this.name = name
    this.#groups = groups
    this.#unit = unit
    this.#levels = new ByteMap(MAX_LEVELS, latin1, (word) => levelOfGroup(word, writing))
    this.#latencies = ['latency', 'latency2', 'latency3'].map((group) => groups.indexOf(group))
    this.#time = groups.indexOf('time')
    this.#level = groups.indexOf('level')
    this.#service = groups.indexOf('service')
    this.#host = groups.indexOf('host')
    this.#component = groups.indexOf('component')
    this.#ip = groups.indexOf('ip')
    this.#user = groups.indexOf('user')
    this.#session = groups.indexOf('session')
    this.#status = groups.indexOf('status')
    this.#message = groups.indexOf('message')
    this.#request = groups.indexOf('request')
    this.#method = groups.indexOf('method')
    this.#target = groups.indexOf('target')
  }

  read(bytes: Uint8Array, start: number, end: number, fields: ByteFields, context: ByteContext): number {
    const found = this.#groups.match(bytes, start, end)
    if (found < 0) return found === -1 ? OTHER : UNSURE
    this.#bytes = bytes
    this.#readNames(fields, context)
    this.#readSpans(fields)
    fields.status = this.#statusOf()
    fields.level = this.#levelOf(fields.status)
    return this.#readTime(fields, context) && this.#readLatency(fields) && this.#readRequest(fields) ? READ : UNSURE
  }

  #isTold(group: number): boolean {
    return group >= 0 && this.#groups.starts[group] >= 0
  }

  #readNames(fields: ByteFields, { names, components }: ByteContext): void {
    const { starts, ends } = this.#groups
    if (this.#isNamed(this.#service)) fields.service = names.of(this.#bytes, starts[this.#service], ends[this.#service])
    if (this.#isNamed(this.#host)) fields.host = names.of(this.#bytes, starts[this.#host], ends[this.#host])
    if (this.#isTold(this.#component))
      fields.component = components.of(this.#bytes, starts[this.#component], ends[this.#component])
  }

  #isNamed(group: number): boolean {
    return this.#isTold(group) && !this.#isDash(group)
  }

  #isDash(group: number): boolean {
    const { starts, ends } = this.#groups
    return ends[group] - starts[group] === 1 && this.#bytes[starts[group]] === DASH
  }

  #readSpans(fields: ByteFields): void {
    const { starts, ends } = this.#groups
    if (this.#isTold(this.#ip)) {
      fields.ipStart = starts[this.#ip]
      fields.ipEnd = ends[this.#ip]
    }
    if (this.#isTold(this.#user)) {
      fields.userStart = starts[this.#user]
      fields.userEnd = ends[this.#user]
    }
    if (this.#isTold(this.#session)) {
      fields.sessionStart = starts[this.#session]
      fields.sessionEnd = ends[this.#session]
    }
    if (this.#isTold(this.#message)) this.#setMessage(fields, starts[this.#message], ends[this.#message])
  }

  #setMessage(fields: ByteFields, start: number, end: number): void {
    fields.messageStart = start
    fields.messageEnd = end
  }

  #statusOf(): number {
    if (!this.#isTold(this.#status)) return 0
    const status = decimalAt(this.#bytes, this.#groups.starts[this.#status], this.#groups.ends[this.#status])
    return status >= 100 ? status : 0
  }

  #levelOf(status: number): number {
    const { starts, ends } = this.#groups
    const told = this.#isTold(this.#level) ? this.#levels.of(this.#bytes, starts[this.#level], ends[this.#level]) : 0
    return told || (status > 0 ? levelOfStatus(status) : 0)
  }

  #readTime(fields: ByteFields, { receivedAt }: ByteContext): boolean {
    if (!this.#isTold(this.#time)) return true
    const isRead = readTime(this.#bytes, this.#groups.starts[this.#time], this.#groups.ends[this.#time], receivedAt)
    fields.time = written.time
    return isRead
  }

  /** The sum of what took any time; what never happened is written as -1 or `-`. */
  #readLatency(fields: ByteFields): boolean {
    const [first] = this.#latencies
    if (!this.#isTold(first) || this.#isDash(first)) return true
    let sum = Number.NaN
    for (const group of this.#latencies) {
      if (!this.#isTold(group) || this.#isDash(group)) continue
      const start = this.#groups.starts[group]
      const end = this.#groups.ends[group]
      const isNegative = this.#bytes[start] === DASH
      const part = decimalAt(this.#bytes, isNegative ? start + 1 : start, end)
      if (Number.isNaN(part)) return group === first && this.#readDuration(start, end, fields)
      // Where it is -0, that is a number as any other.
      if (isNegative && part === 0) return false
      if (!isNegative) sum = Number.isNaN(sum) ? part : sum + part
    }
    fields.latency = sum * this.#unit
    return true
  }

  #readDuration(start: number, end: number, fields: ByteFields): boolean {
    fields.latency = durationOfValue(this.#bytes, start, end)
    return fields.latency !== -1
  }

  /** The message is what was asked for, unless the pattern says what it is. */
  #readRequest(fields: ByteFields): boolean {
    const { starts, ends } = this.#groups
    const bytes = this.#bytes
    const { status } = fields
    if (this.#isTold(this.#request)) {
      const start = starts[this.#request]
      const end = ends[this.#request]
      if (!this.#isTold(this.#message)) this.#setMessage(fields, start, end)
      return hashRequestLine(bytes, start, end, status, fields)
    }
    if (!this.#isTold(this.#method)) return true
    const target = starts[this.#target]
    const end = ends[this.#target]
    // What stands behind a blank within it would be the protocol.
    for (let i = target; i < end; i++) if (bytes[i] === BLANK) return false
    const start = starts[this.#method]
    if (!this.#isTold(this.#message)) this.#setMessage(fields, Math.min(start, target), end)
    return hashRequest(bytes, start, ends[this.#method], target, end, true, status, fields)
  }
}

const LONGEST_TIME = 64
const scratch = new Uint8Array(LONGEST_TIME)

/** Into `written.time`; what stands between day and clock may be more than a blank. */
function readTime(bytes: Uint8Array, start: number, end: number, receivedAt: number): boolean {
  for (let i = start; i < end; i++) {
    const width = unusualBlankAt(bytes, i, end)
    if (width === 0) continue
    const length = end - start - width + 1
    if (length > LONGEST_TIME) return false
    scratch.set(bytes.subarray(start, i))
    scratch[i - start] = BLANK
    scratch.set(bytes.subarray(i + width, end), i - start + 1)
    return readWholeTime(scratch, 0, length, receivedAt)
  }
  return readWholeTime(bytes, start, end, receivedAt)
}

/** Bytes of `UNUSUAL_BLANK` of parse/written.ts; 0 where none begins. */
function unusualBlankAt(bytes: Uint8Array, at: number, end: number): number {
  const c = bytes[at]
  if (c === TAB) return 1
  if (at + 3 > end) return 0
  if (c === BLANK && bytes[at + 1] === DASH && bytes[at + 2] === BLANK) return 3
  return c === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xaf ? 3 : 0
}

/** Collects the best value of every role of a record over bytes, then writes them; the counterpart of parse/told.ts. */
import { isDigit } from '../../ascii.ts'
import { levelOfStatus } from '../../parse/level.ts'
import type { ByteFields } from '../byte-fields.ts'
import { READ, UNSURE, type ByteContext } from '../byte-format.ts'
import { address, addressIn } from './address.ts'
import { isTextAt } from './chars.ts'
import { FieldNames, NO_ROLE } from './field-names.ts'
import { decimalAt, isNoNumber } from './numbers.ts'
import { hashRequest, hashRequestLine, isMethod, isRequestLine } from './request.ts'
import { roleIndex, ROLES } from './role-index.ts'
import { resolveEpoch, written } from './time-parts.ts'
import { readWholeTime } from './time.ts'
import {
  durationOfValue,
  isNobody,
  isSecondsWithFraction,
  levelOfValue,
  sessionStart,
  statusOfValue,
} from './values.ts'

const ABSENT = 1e9
const NANOSECONDS_FROM = 1e6
const LONGEST_CHECKED = 40
const { time, nanos, level, service, host, session, status, latency, ip, user, method, target, request } = roleIndex

export class ByteTold {
  readonly names = new FieldNames()
  /** By role. */
  readonly start = new Int32Array(ROLES)
  readonly end = new Int32Array(ROLES)
  readonly node = new Int32Array(ROLES)
  readonly #rank = new Int32Array(ROLES)
  /** Level, status, latency, and where an address begins, by role. */
  readonly #judged = new Float64Array(ROLES)
  #addressEnd = 0
  /** Latency only: a number without unit. */
  #isBareNumber = false
  /** A value was seen that the readable reader is to judge. */
  isUnsure = false

  forget(): void {
    this.#rank.fill(ABSENT)
    this.isUnsure = false
    if (this.names.isFull) this.names.forget()
  }

  has(role: number): boolean {
    return this.#rank[role] < ABSENT
  }

  /** Notes a value under the role of its name, if it has one and no better value is there. */
  note(node: number, bytes: Uint8Array, start: number, end: number): void {
    const role = this.names.role[node]
    if (role === NO_ROLE || end <= start) return
    const rank = this.names.rank[node]
    if (rank >= this.#rank[role] || !this.#mayBe(role, node, bytes, start, end)) return
    this.start[role] = start
    this.end[role] = end
    this.#rank[role] = rank
    this.node[role] = node
  }

  /** What cannot be meant leaves the place to the next best name. What was found out on the way is kept in `#judged`. */
  #mayBe(role: number, node: number, bytes: Uint8Array, start: number, end: number): boolean {
    switch (role) {
      case time:
        return hasTwoDigits(bytes, start, Math.min(end, start + LONGEST_CHECKED))
      case level:
        return this.#isPositive(role, levelOfValue(bytes, start, end, this.names.path[node]), end - start)
      case status:
        return this.#isPositive(role, statusOfValue(bytes, start, end), end - start)
      case latency:
        return this.#mayTake(bytes, start, end)
      case ip:
        return this.#isPositive(role, addressIn(bytes, start, end), 0)
      case user:
      case session:
      case service:
      case host:
        return !isNobody(bytes, start, end)
      default:
        return true
    }
  }

  /** Of long values only the beginning counts. */
  #isPositive(role: number, value: number, length: number): boolean {
    if (value < 0 || length > LONGEST_CHECKED) this.isUnsure = true
    if (value <= 0) return false
    this.#judged[role] = role === ip ? address.start : value
    if (role === ip) this.#addressEnd = address.end
    return true
  }

  #mayTake(bytes: Uint8Array, start: number, end: number): boolean {
    const number = decimalAt(bytes, start, end)
    const value = Number.isNaN(number) ? durationOfValue(bytes, start, end) : number
    if (value < 0 || end - start > LONGEST_CHECKED) this.isUnsure = true
    if (Number.isNaN(value)) return false
    this.#judged[latency] = value
    this.#isBareNumber = !Number.isNaN(number)
    return true
  }

  /** Everything but message, service, host and component. READ or UNSURE. */
  write(bytes: Uint8Array, fields: ByteFields, context: ByteContext): number {
    if (this.isUnsure || this.names.isFull || this.has(nanos)) return UNSURE
    if (this.has(time) && !this.#writeTime(bytes, fields, context.receivedAt)) return UNSURE
    if (this.has(level)) fields.level = this.#judged[level]
    if (this.has(status)) fields.status = this.#judged[status]
    if (this.has(latency)) fields.latency = this.#latencyIn(bytes)
    return this.#writeSpans(bytes, fields)
  }

  #writeTime(bytes: Uint8Array, fields: ByteFields, receivedAt: number): boolean {
    const start = this.start[time]
    const end = this.end[time]
    const isSure = isNoNumber(bytes, start, end)
      ? readWholeTime(bytes, start, end, receivedAt)
      : resolveEpoch(bytes, start, end)
    if (isSure) fields.time = written.time
    return isSure
  }

  /** Loggers that write their time as seconds with fraction write durations so, too. */
  #latencyIn(bytes: Uint8Array): number {
    const value = this.#judged[latency]
    if (!this.#isBareNumber) return value
    const unit = this.names.unit[this.node[latency]]
    if (!Number.isNaN(unit)) return value * unit
    const isWhole = Number.isInteger(value)
    if (!isWhole && this.has(time) && isSecondsWithFraction(bytes, this.start[time], this.end[time])) return value * 1e3
    return isWhole && value >= NANOSECONDS_FROM ? value / 1e6 : value
  }

  #writeSpans(bytes: Uint8Array, fields: ByteFields): number {
    if (this.has(ip)) {
      fields.ipStart = this.#judged[ip]
      fields.ipEnd = this.#addressEnd
    }
    if (this.has(user)) {
      fields.userStart = this.start[user]
      fields.userEnd = this.end[user]
    }
    if (this.has(session)) {
      const start = sessionStart(bytes, this.start[session], this.end[session])
      if (start < 0) return UNSURE
      if (start === this.end[session]) return READ
      fields.sessionStart = start
      fields.sessionEnd = this.end[session]
    }
    return READ
  }

  /** A record without words that tells of a request: the request is what it says. READ or UNSURE. */
  writeRequest(bytes: Uint8Array, fields: ByteFields): number {
    if (this.has(request)) return this.#writeLine(bytes, fields)
    if (!this.has(method) || !this.has(target)) return READ
    const start = this.start[target]
    const end = this.end[target]
    if (!isWritten(bytes, this.start[method], this.end[method]) || !isWritten(bytes, start, end)) return UNSURE
    if (!isMethod(bytes, this.start[method], this.end[method])) return READ
    const isSure = hashRequest(bytes, this.start[method], this.end[method], start, end, true, fields.status, fields)
    return isSure ? this.#isAsked(start, end, fields) : UNSURE
  }

  #writeLine(bytes: Uint8Array, fields: ByteFields): number {
    const start = this.start[request]
    const end = this.end[request]
    if (fields.status === 0 && !isRequestLine(bytes, start, end)) return READ
    return hashRequestLine(bytes, start, end, fields.status, fields) ? this.#isAsked(start, end, fields) : UNSURE
  }

  #isAsked(start: number, end: number, fields: ByteFields): number {
    fields.messageStart = start
    fields.messageEnd = end
    if (fields.level === 0 && fields.status > 0) fields.level = levelOfStatus(fields.status)
    return READ
  }

  isPath(role: number, path: string): boolean {
    return this.names.path[this.node[role]] === path
  }

  isList(role: number): boolean {
    return this.names.path[this.node[role]].endsWith('[]')
  }

  /** Whether a level is written as a number; undefined where that is not sure. */
  tellsLevelNumber(bytes: Uint8Array): boolean | undefined {
    const start = this.start[level]
    const end = this.end[level]
    if (isNoNumber(bytes, start, end)) return false
    return Number.isNaN(decimalAt(bytes, start, end)) ? undefined : true
  }

  /** Units of journald are services by a longer name. */
  endOfService(bytes: Uint8Array): number {
    const end = this.end[service]
    const isUnit =
      this.isPath(service, '_SYSTEMD_UNIT') && isTextAt(bytes, Math.max(this.start[service], end - 8), end, '.service')
    return isUnit ? end - 8 : end
  }
}

function hasTwoDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (isDigit(bytes[i]) && isDigit(bytes[i - 1])) return true
  return false
}

/** One word of ASCII. */
function isWritten(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] <= 32 || bytes[i] >= 128) return false
  return true
}

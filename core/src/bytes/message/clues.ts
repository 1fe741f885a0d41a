/**
 * Where in a message stands what its words promise (`parse/evidence.ts`), as a list of integers:
 *
 *   how many tokens may tell address, account, session, sure session; how many a duration; how many spans follow;
 *   those tokens, counted as the cutter does; each token of a duration with its unit and what stands before it;
 *   spans, so that these tokens are found in a message that was not cut, since its key is known.
 */
import { isValueLike, type Tokens } from '../../mine/tokens.ts'
import type { Evidence, Timed } from '../../parse/evidence.ts'
import type { MessageCutter } from './message-cutter.ts'
import type { MessageKey } from './message-key.ts'

/** Offsets of the counts. */
export const ADDRESSES = 0
export const ACCOUNTS = 1
export const SESSIONS = 2
export const SURE_SESSIONS = 3
export const DURATIONS = 4
const SPANS = 5
/** Offset of the first token. */
export const TOKENS = 6

/** Of each duration: token, number of the unit, flags. */
export const DURATION_WIDTH = 3
const IS_WORDED = 1
const IS_TIME = 2

/** Of each span: its token, the value it is or stands behind (-1: the beginning), and offsets from there. */
const SPAN_WIDTH = 4
/** In place of offsets: the token is the value itself. */
const ITSELF = -1

/** Few, as `parse/evidence.ts` knows them all. */
const units: string[] = []

function unitNumber(unit: string): number {
  const known = units.indexOf(unit)
  return known < 0 ? units.push(unit) - 1 : known
}

/** Empty where the words promise nothing. */
export function cluesOf({ ip, user, session, sureSession, latency }: Evidence, tokens: Tokens): number[] {
  if (ip.length + user.length + session.length + sureSession.length + latency.length === 0) return []
  let count = 0
  const counted = tokens.texts.map((token) => (isValueLike(token) ? count++ : -1))
  const clues = [ip.length, user.length, session.length, sureSession.length, latency.length, 0]
  for (const places of [ip, user, session, sureSession]) for (const token of places) clues.push(counted[token])
  for (const { token, unit, isWorded, isTime } of latency)
    clues.push(counted[token], unitNumber(unit), (isWorded ? IS_WORDED : 0) | (isTime ? IS_TIME : 0))
  return clues
}

/** The word behind the number of the duration at `at`, or part of the name before it. */
export function unitAt(clues: Int32Array, at: number): string {
  return units[clues[at + 1]]
}

export function isWordedAt(clues: Int32Array, at: number): boolean {
  return (clues[at + 2] & IS_WORDED) !== 0
}

export function isTimeAt(clues: Int32Array, at: number): boolean {
  return (clues[at + 2] & IS_TIME) !== 0
}

export function timedAt(clues: Int32Array, at: number): Timed {
  return {
    token: clues[at],
    unit: unitAt(clues, at),
    isWorded: isWordedAt(clues, at),
    isTime: isTimeAt(clues, at),
  }
}

/** With spans, for the message that was cut last, which has this key. */
export function withSpans(clues: readonly number[], key: MessageKey, start: number, cutter: MessageCutter): number[] {
  const durations = firstDuration(clues, 0)
  const tokens = new Set(clues.slice(TOKENS, durations))
  for (let at = durations; at < clues.length; at += DURATION_WIDTH) tokens.add(clues[at])
  const placed = [...clues]
  placed[SPANS] = tokens.size
  for (const token of tokens) placed.push(...spanOf(token, key, start, cutter))
  return placed
}

function spanOf(token: number, key: MessageKey, start: number, { starts, ends }: MessageCutter): number[] {
  let value = key.count - 1
  while (value >= 0 && key.starts[value] > starts[token]) value--
  if (value >= 0 && key.ends[value] > starts[token]) return [token, value, ITSELF, ITSELF]
  const origin = value < 0 ? start : key.ends[value]
  return [token, value, starts[token] - origin, ends[token] - origin]
}

export function firstDuration(clues: ArrayLike<number>, at: number): number {
  return at + TOKENS + clues[at] + clues[at + ACCOUNTS] + clues[at + SESSIONS] + clues[at + SURE_SESSIONS]
}

/**
 * Gives the cutter the spans that the clues at `at` tell of the message that begins at `start`, whose key was read last.
 * Without spans it has them already, since it cut the message.
 */
export function fillSpans(
  clues: Int32Array,
  at: number,
  key: MessageKey,
  start: number,
  { starts, ends }: MessageCutter,
): void {
  const first = firstDuration(clues, at) + clues[at + DURATIONS] * DURATION_WIDTH
  const end = first + clues[at + SPANS] * SPAN_WIDTH
  for (let i = first; i < end; i += SPAN_WIDTH) {
    const token = clues[i]
    const value = clues[i + 1]
    if (clues[i + 2] === ITSELF) {
      starts[token] = key.starts[value]
      ends[token] = key.ends[value]
    } else {
      const origin = value < 0 ? start : key.ends[value]
      starts[token] = origin + clues[i + 2]
      ends[token] = origin + clues[i + 3]
    }
  }
}

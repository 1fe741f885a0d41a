/** Pieces that headers are made of. */
import type { Random } from './values.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

export const iso = (at: number): string => new Date(at).toISOString()
export const day = (at: number): string => iso(at).slice(0, 10)
export const clock = (at: number): string => iso(at).slice(11, 19)
export const millis = (at: number): string => iso(at).slice(20, 23)
export const month = (at: number): string => MONTHS[new Date(at).getUTCMonth()]
export const dayOfMonth = (at: number): number => new Date(at).getUTCDate()
/** `Mar  3 08:30:00` */
export const stamp = (at: number): string => `${month(at)} ${String(dayOfMonth(at)).padStart(2)} ${clock(at)}`
/** Mostly the first. */
export const level = (random: Random, words = 'INFO INFO INFO WARN ERROR DEBUG'): string => random.of(words.split(' '))

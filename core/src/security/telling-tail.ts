/**
 * What fields behind the sentence of a record say of how it went: `msg="call finished" error="invalid password"`. Of all
 * that may stand there (paths, queries, names) only these are about the deed.
 */
import { wordFilter } from './word-filter.ts'

/** By the last letters of the keys. */
export const mayTell = wordFilter({ fours: ['err=', 'ror=', 'son=', 'use=', 'ult=', 'ome='] })

const TELLING =
  /(?:^|[\s,;"])(?:\w{1,32}[._])?(?:err(?:or)?|reason|cause|result|outcome)=(?:"((?:[^"\\]|\\.){0,256})"|([^\s,;"]{1,128}))/gi

/** Of longer ones, the beginning says it. */
export const LONGEST_TAIL = 512

/** The values, `;` between them. */
export function toldBehind(tail: string): string {
  return Array.from(tail.matchAll(TELLING), ([, quoted, bare = '']) => quoted ?? bare).join(' ; ')
}

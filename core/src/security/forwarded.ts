/**
 * For whom a proxy of our own asked. Each proxy adds at the end of the list by whom it was asked, so the last one that is
 * not ours counts; what stands before may be the stranger's own words. An access log has the list in its last column.
 */
import { isOurs, parseAddress } from './addresses.ts'

const LAST_COLUMN = /"([\da-f.:, ]{3,200})"$/i
const LONGEST = 200
const QUOTE = 0x22
const ofList = new Uint8Array(256)
for (const char of '0123456789abcdefABCDEF.:, ') ofList[char.charCodeAt(0)] = 1

export function lastForwarded(list: string): string | undefined {
  return list
    .split(',')
    .map((entry) => parseAddress(entry.trim()))
    .findLast((ip) => ip !== undefined && !isOurs(ip))
}

export function forwardedInLastColumn(record: string): string | undefined {
  const list = LAST_COLUMN.exec(record.trimEnd().slice(-LONGEST))?.[1]
  return list === undefined ? undefined : lastForwarded(list)
}

/** Where in the bytes of a record the list in the last column may begin, just before its last quote; -1 for none. */
export function lastColumn(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[end - 1] !== QUOTE) return -1
  const first = Math.max(start, end - LONGEST)
  let at = end - 2
  while (at > first && ofList[bytes[at]] === 1) at--
  return bytes[at] === QUOTE && at < end - 2 ? at + 1 : -1
}

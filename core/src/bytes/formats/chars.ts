/** What scanners ask about single bytes. */
export const isWord = new Uint8Array(256)
isWord.fill(1, 48, 58)
isWord.fill(1, 65, 91)
isWord.fill(1, 97, 123)
isWord[95] = 1

/** Two digits as a number; negative when they are none. */
export function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at] - 48
  const ones = bytes[at + 1] - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}

/** A char per byte; for spans that are seen for the first time. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i])
  return text
}

/** Whether all is ASCII and none is a backslash: what is written is what is meant. */
export function isVerbatim(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] >= 128 || bytes[i] === 92) return false
  return true
}

export function isTextAt(bytes: Uint8Array, at: number, end: number, text: string): boolean {
  if (at + text.length > end) return false
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

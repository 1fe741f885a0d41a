/** What a char code or a byte is, of ASCII only. */
export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57
}

export function isUpper(c: number): boolean {
  return c >= 65 && c <= 90
}

/** `a` to `f` in either case. */
export function isHexLetter(c: number): boolean {
  return (c >= 97 && c <= 102) || (c >= 65 && c <= 70)
}

export function isHex(c: number): boolean {
  return isHexLetter(c) || isDigit(c)
}

export function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || isUpper(c)
}

/** What `\w` stands for. */
export function isWordChar(c: number): boolean {
  return isLetter(c) || isDigit(c) || c === 95
}

/** Space, tab and line ends. */
export function isBlank(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13)
}

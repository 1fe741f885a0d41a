/** A slice of a line keeps the whole chunk alive for as long as it lives; a fresh copy does not. */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}

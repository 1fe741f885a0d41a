/** A message of format 1, or what is wrong with it: newer and foreign ones are told apart from damaged ones. */
export function versioned(text: string, what: string): object | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'not JSON'
  }
  if (typeof value !== 'object' || value === null || !('v' in value)) return `not ${what}`
  if (value.v !== 1) return `written in format ${String(value.v)}, this version knows format 1: update this processor`
  return value
}

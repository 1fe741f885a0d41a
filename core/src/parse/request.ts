/**
 * Shape of a request line: method, path with its ids masked, class of the status. What a client invents (a path nobody
 * serves, a query, a broken request) must not become patterns, so there only the kind of request remains.
 */
const METHOD = /^[A-Z]{3,12}$/
const MAX_SEGMENTS = 5
const MAX_SEGMENT = 32
const WILDCARD = '<*>'
const NOBODY_SERVES = new Set([400, 404, 405, 410, 414])

export function isRequest(text: string): boolean {
  return /^[A-Z]{3,12} \S/.test(text)
}

export function requestTokens(request: string, status: number): string[] {
  const [method, target = '', protocol = ''] = request.split(' ', 3)
  const statusClass = status === 0 ? '-' : `${Math.floor(status / 100)}xx`
  if (!METHOD.test(method) || target === '') return ['bad', ' ', 'request', ' ', statusClass]
  const path = NOBODY_SERVES.has(status) ? [WILDCARD] : pathTokens(target)
  return [method, ' ', ...path, ' ', ...(protocol === '' ? [] : ['HTTP', ' ']), statusClass]
}

function pathTokens(target: string): string[] {
  const path = target.replace(/^[a-z]+:\/\/[^/]+/i, '')
  const query = path.search(/[?#;]/)
  const segments = (query < 0 ? path : path.slice(0, query)).split('/').slice(1)
  const tokens = segments.slice(0, MAX_SEGMENTS).flatMap((segment) => ['/', ...maskSegment(segment)])
  if (segments.length > MAX_SEGMENTS) tokens.push('/', WILDCARD)
  return tokens.length === 0 ? [WILDCARD] : tokens
}

const VERSION = /^v\d{1,2}$/
const VARIABLE = /\d|%|^.{33,}$|^[^\w.~@+-]/

function maskSegment(segment: string): string[] {
  if (segment === '') return []
  if (segment.length > MAX_SEGMENT) return [WILDCARD]
  return [VARIABLE.test(segment) && !VERSION.test(segment) ? WILDCARD : segment]
}

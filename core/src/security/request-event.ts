/** A request as a security event: who asked, and what it means. */
import { findAddresses, isOurs, parseAddress } from './addresses.ts'
import type { SecurityEvent } from './event.ts'
import { forwardedInLastColumn } from './forwarded.ts'
import { judgeRequest } from './judge-request.ts'
import { isScanner } from './scanner-agents.ts'
import type { Request } from './requests.ts'
import { askedFor, findParties } from './roles.ts'

/** Of what a client invents, so much is kept. */
const LONGEST_PATH = 300

export interface Asker {
  readonly ip?: string
  readonly user?: string
}

export type RequestEvent = Pick<SecurityEvent, 'kind' | 'count' | 'method' | 'path' | 'status' | 'ip' | 'user'>

/** Undefined when nobody can be named, or when it was served well. */
export function requestEvent(request: Request, text: string, known: Asker): RequestEvent | undefined {
  const user = known.user ?? remoteUser(text)
  const judged = judgeRequest(request, user)
  if (judged === undefined) return undefined
  const kind = judged === 'request' && isScanner(text) ? 'probe' : judged
  const peer = (known.ip === undefined ? undefined : parseAddress(known.ip)) ?? askerIn(text, request)
  if (peer === undefined) return undefined
  const ip = isOurs(peer) ? (forwardedInLastColumn(text) ?? askedFor(text) ?? peer) : peer
  const { method, path, status } = request
  return { kind, ip, count: 1, method, path: path.slice(0, LONGEST_PATH), status, ...(user !== undefined && { user }) }
}

/** An access log begins with who asked; elsewhere roles decide. The path is the stranger's own text. */
function askerIn(text: string, { path }: Request): string | undefined {
  const rest = text.replace(path, '')
  const first = findAddresses(rest.slice(0, 200))[0]
  if (first !== undefined && /^(?:[\w.:-]+ )?["[(]?$/.test(rest.slice(0, first.start))) return first.ip
  return findParties(rest).ip
}

/** Of an access log: address, identity, account. */
const FIRST_COLUMNS = /^\S{1,255} \S{1,64} (\S{1,128}) \[/
/** Of a proxy: account, then by which way it went. */
const BEFORE_ROUTE = / (\S{1,128}) [A-Z_]{4,32}\/\S{1,255} \S{1,128}$/

function remoteUser(text: string): string | undefined {
  const user = (FIRST_COLUMNS.exec(text) ?? BEFORE_ROUTE.exec(text))?.[1]
  return user === '-' || user === '""' ? undefined : user
}

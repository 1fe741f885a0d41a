/** What a request means by method, path and status alone; its text is never read as words. */
import type { SecurityEvent } from './event.ts'
import { hasPayload, isSensitive, isSignIn } from './paths.ts'
import type { Request } from './requests.ts'

/** Statuses of somebody looking for what is not for him. */
const MISSED = new Set([403, 404, 405, 410, 444])
/** Answers to somebody who takes us for a proxy of his. */
const NO_PROXY = new Set([403, 405])
const SIGN_IN_FAILED = new Set([400, 401, 403, 422])
const SIGN_IN_DONE = new Set([204, 302, 303])

export type RequestKind = Extract<
  SecurityEvent['kind'],
  'auth_failure' | 'auth_success' | 'probe' | 'abuse' | 'request'
>

/** Whether an answer is of interest whatever was asked for. */
export function isTelling(status: number): boolean {
  return status === 401 || status === 407 || status === 429 || MISSED.has(status)
}

/** Undefined: served well, and only counted. */
export function judgeRequest(
  { method, path, status, isForward = false }: Request,
  user: string | undefined,
): RequestKind | undefined {
  if (method === '') return 'probe'
  if (hasPayload(path, status < 400)) return 'probe'
  if (status === 429) return 'abuse'
  if (method === 'POST' && isSignIn(path)) {
    if (SIGN_IN_FAILED.has(status)) return 'auth_failure'
    if (SIGN_IN_DONE.has(status)) return 'auth_success'
    return 'request'
  }
  if (status === 401 || status === 407) return user !== undefined || method === 'POST' ? 'auth_failure' : 'request'
  if (isForward && (NO_PROXY.has(status) || (method === 'CONNECT' && status === 400))) return 'probe'
  if (!MISSED.has(status)) return undefined
  return isSensitive(path) ? 'probe' : 'request'
}

/**
 * What a page in answer to a posted sign-in means, learnt per service: where refusals come as 401 or 403 a page is a
 * success, where successes redirect it is the form once more.
 */
import type { SecurityEvent } from './event.ts'
import { isSensitive } from './paths.ts'
import { recent } from './recent.ts'

const MOST_SERVICES = 10_000

interface Answers {
  refuses: boolean
  redirects: boolean
}

/** Neither seen yet: half a failure, a whole one where a script serves forms. */
const UNDECIDED = 0.5

export interface SignInAnswers {
  see(event: SecurityEvent): void
  /** How much of a failure a 200 is; 0 = a success. */
  weightOfPage(event: SecurityEvent): number
  keep(): ReadonlyMap<string, Answers>
  recall(kept: ReadonlyMap<string, Answers>): void
}

export function signInAnswers(): SignInAnswers {
  const services = recent<Answers>(MOST_SERVICES, () => ({ refuses: false, redirects: false }))
  return {
    see({ kind, method, status = 0, service }) {
      if (method !== 'POST') return
      if (kind === 'auth_failure' && status >= 400) services.of(service).refuses = true
      if (kind === 'auth_success' && status >= 300) services.of(service).redirects = true
    },
    weightOfPage({ service, path = '' }) {
      const { refuses, redirects } = services.of(service)
      if (redirects) return 1
      if (refuses) return 0
      return isSensitive(path) ? 1 : UNDECIDED
    },
    keep: () => services.keep(),
    recall: (kept) => services.recall(kept),
  }
}

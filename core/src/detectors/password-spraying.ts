/** One account tried from many addresses, each of which keeps below every limit of its own. */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Detector, Finding } from '../finding.ts'
import { attackerBook, type Act, type AttackerBook } from '../security/attackers.ts'
import { CaseFile, certainty } from '../security/case-file.ts'
import { recent } from '../security/recent.ts'

const HOUR_MS = 60 * MINUTE_MS
const MOST_ACCOUNTS = 10_000
const MOST_PARTIES = 1_000

export interface PasswordSprayingOptions {
  readonly book?: AttackerBook
  /** Different addresses within the hour. */
  readonly addresses?: number
}

interface Target {
  readonly file: CaseFile
  /** By party, its last failure; in order of time. */
  readonly tried: Map<string, Act>
}

export function passwordSpraying({ book = attackerBook(), addresses = 8 }: PasswordSprayingOptions = {}): Detector {
  const targets = recent<Target>(MOST_ACCOUNTS, () => ({ file: new CaseFile(), tried: new Map() }))
  const open = new Set<Target>()

  function failed(target: Target, act: Act): void {
    const { tried, file } = target
    tried.delete(act.party.key)
    tried.set(act.party.key, act)
    forget(tried, act.at)
    if (file.isOpen) return file.note(act)
    const offenders = strangers(target)
    if (offenders.length < addresses) return
    file.open(offenders)
    open.add(target)
  }

  function tell(now: number, pause?: number): Finding[] {
    const findings: Finding[] = []
    for (const target of open) {
      if (target.file.isDue(now, pause)) findings.push(render(target, now))
      if (!target.file.isOver(now)) continue
      target.file.close()
      open.delete(target)
    }
    return findings
  }

  function render(target: Target, now: number): Finding {
    const offenders = strangers(target)
    const seen = Math.max(addresses, offenders.length)
    const evidence = { seen, usual: 0, high: addresses - 1, unit: 'addresses', score: certainty(seen, addresses - 1) }
    const ips = offenders.flatMap(({ party }) => [...party.addresses])
    return target.file.tell('password-spraying', 'password_spraying', ips, now, evidence)
  }

  return {
    name: 'password-spraying',
    judge(window) {
      for (const act of book.acts(window)) {
        if (act.deed === 'failure' && act.user !== undefined && !act.known) failed(targets.of(act.user), act)
      }
      return tell(window.end)
    },
    finish: (at) => tell(at, 0),
  }
}

/** Addresses from where nobody ever signed in. */
function strangers({ tried }: Target): Act[] {
  return [...tried.values()].filter(({ party }) => party.successes.size === 0)
}

function forget(tried: Map<string, Act>, now: number): void {
  for (const [key, { at }] of tried) {
    if (now - at < HOUR_MS && tried.size <= MOST_PARTIES) break
    tried.delete(key)
  }
}

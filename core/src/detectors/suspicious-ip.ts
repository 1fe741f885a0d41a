/** An address from a list of known offenders shows up, whatever it does. Allow lists win: they are asked before. */
import type { Detector, Finding, Glance } from '../finding.ts'
import { memory } from '../memory.ts'
import { addressList } from '../security/allow.ts'
import { attackerBook, type AttackerBook } from '../security/attackers.ts'
import { note, charge } from '../security/case-file.ts'
import { cases, type Case } from '../security/cases.ts'

export interface SuspiciousIpOptions {
  readonly book?: AttackerBook
  /** Addresses and networks of the feed. */
  readonly feed?: readonly string[]
}

export function suspiciousIp({ book = attackerBook(), feed = [] }: SuspiciousIpOptions = {}): Detector {
  const isListed = addressList(feed)
  const all = cases<undefined>(() => undefined)

  function render(now: number): (subject: Case<undefined>) => Finding {
    return ({ party, file }) =>
      charge(file, 'suspicious-ip', 'suspicious_ip', party.addresses, now, {
        seen: file.count,
        usual: 0,
        high: 0,
        unit: 'lines',
        score: 0.9,
      })
  }

  function look(window: Glance): Finding[] {
    if (feed.length === 0) return []
    for (const act of book.acts(window)) {
      if (!isListed(act.event.ip ?? act.event.host ?? '')) continue
      const subject = all.of(act.party)
      if (subject.file.isOpen) note(subject.file, act)
      else all.open(subject, [act])
    }
    return all.tell(window.end, render(window.end))
  }

  return {
    name: 'suspicious-ip',
    judge: look,
    glance: look,
    finish: (at) => all.tellAll(at, render(at)),
    memories: [book.memory, memory('suspicious-ip', 1, all)],
  }
}

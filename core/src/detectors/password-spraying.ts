/**
 * One account tried from many addresses, each of which keeps below every limit of its own. A campaign goes on while
 * addresses come at half the pace it began with; whoever mistypes the account's password later takes no part in it.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Detector, Finding, Glance } from '../finding.ts'
import { memory } from '../memory.ts'
import { attackerBook, type Act, type AttackerBook, type Party } from '../security/attackers.ts'
import { certainty, emptyFile, isDue, note, openFile, charge, type CaseFile } from '../security/case-file.ts'
import { recent } from '../security/recent.ts'

const HOUR_MS = 60 * MINUTE_MS
/** However quickly it began, so long it may pause. */
const SHORTEST_MS = 2 * MINUTE_MS
const MOST_ACCOUNTS = 10_000
const MOST_PARTIES = 1_000

export interface PasswordSprayingOptions {
  readonly book?: AttackerBook
  /** Different addresses within the hour. */
  readonly addresses?: number
}

interface Target {
  readonly file: CaseFile
  /** By party, its last failure within the hour; in order of time. */
  readonly tried: Map<string, Act>
  readonly campaign: Campaign
}

interface Campaign {
  /** Who took part, by key. */
  readonly parties: Map<string, Party>
  /** The time that as many addresses as make one took at its beginning. */
  pace: number
  /** The latest tries, one of each party. */
  latest: Act[]
}

export function passwordSpraying({ book = attackerBook(), addresses = 8 }: PasswordSprayingOptions = {}): Detector {
  const targets = recent<Target>(MOST_ACCOUNTS, () => ({
    file: emptyFile(),
    tried: new Map(),
    campaign: { parties: new Map(), pace: 0, latest: [] },
  }))
  let open = new Set<Target>()

  function failed(target: Target, act: Act): void {
    const { tried, file } = target
    if (file.isOpen) return goOn(target, act)
    tried.delete(act.party.key)
    tried.set(act.party.key, act)
    forget(tried, act.at)
    const offenders = [...tried.values()].filter(isStranger)
    if (offenders.length >= addresses) begin(target, offenders)
  }

  function begin({ file, tried, campaign }: Target, offenders: Act[]): void {
    openFile(file, offenders)
    campaign.pace = Math.max(SHORTEST_MS, file.last - file.start)
    campaign.latest = offenders
    campaign.parties.clear()
    for (const { party } of offenders) campaign.parties.set(party.key, party)
    tried.clear()
  }

  function goOn({ file, campaign }: Target, act: Act): void {
    if (!isStranger(act)) return
    const others = campaign.latest.filter(({ party }) => party !== act.party)
    campaign.latest = [...others, act].slice(-addresses / 2)
    if (act.at - campaign.latest[0].at > campaign.pace) return
    note(file, act)
    campaign.parties.set(act.party.key, act.party)
    if (campaign.parties.size > MOST_PARTIES) campaign.parties.delete(campaign.parties.keys().next().value ?? '')
  }

  function tell(now: number, pause?: number): Finding[] {
    const findings: Finding[] = []
    for (const target of open) {
      if (isDue(target.file, now, pause)) findings.push(render(target, now))
      if (now - target.file.last <= target.campaign.pace) continue
      target.file.isOpen = false
      open.delete(target)
    }
    return findings
  }

  function render({ file, campaign }: Target, now: number): Finding {
    const offenders = [...campaign.parties.values()].filter(({ successes }) => successes.size === 0)
    const seen = Math.max(addresses, offenders.length)
    const evidence = { seen, usual: 0, high: addresses - 1, unit: 'addresses', score: certainty(seen, addresses - 1) }
    const ips = offenders.flatMap((party) => [...party.addresses])
    return charge(file, 'password-spraying', 'password_spraying', ips, now, evidence)
  }

  function look(window: Glance): Finding[] {
    for (const act of book.acts(window)) {
      if (act.deed !== 'failure' || act.user === undefined || act.known) continue
      const target = targets.of(act.user)
      failed(target, act)
      if (target.file.isOpen) open.add(target)
    }
    return tell(window.end)
  }

  const keep = () => ({ targets: targets.keep(), open })

  function recall(kept: ReturnType<typeof keep>): void {
    targets.recall(kept.targets)
    open = new Set(kept.open)
  }

  return {
    name: 'password-spraying',
    judge: look,
    glance: look,
    finish: (at) => tell(at, 0),
    memories: [book.memory, memory('password-spraying', 1, { keep, recall })],
  }
}

/** From where nobody ever signed in. */
function isStranger({ party }: Act): boolean {
  return party.successes.size === 0
}

function forget(tried: Map<string, Act>, now: number): void {
  for (const [key, { at }] of tried) {
    if (now - at < HOUR_MS && tried.size <= MOST_PARTIES) break
    tried.delete(key)
  }
}

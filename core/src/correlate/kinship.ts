/** Which findings are of one incident. */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Finding } from '../finding.ts'
import type { IncidentKind } from '../wire/incident.ts'
import type { Draft } from './draft.ts'
import { kindOf } from './kinds/index.ts'
import { LOW, type Family } from './kinds/kind.ts'

export interface Thread {
  family: Family
  readonly draft: Draft
}

/** What a release brings along shows within so long of what it brought before. */
const RELEASE_MS = 60 * MINUTE_MS
/** Trouble in another service joins an incident that began this long before at most. */
const JOIN_MS = 2 * MINUTE_MS
/** Sessions are judged when they are over: the trouble that broke them may have been told long before, or just now. */
const BROKEN_BEFORE_MS = 10 * MINUTE_MS
export function familyOf(kind: IncidentKind): Family {
  return kindOf(kind).family
}

function isShadow(kind: IncidentKind): boolean {
  return kindOf(kind).shadow === true
}

/** Noise that a deed makes is no incident of its own, whichever of the two was seen first. A sign-in makes none. */
export function shadows(family: Family, finding: Finding, { family: other, draft }: Thread): boolean {
  if (draft.over || !draft.services.has(finding.service) || !overlaps(finding, draft)) return false
  if (family === 'operations') return other === 'deeds' && !draft.isNote && isShadow(finding.kind)
  const isNote = kindOf(finding.kind).grade(finding) === LOW
  return family === 'deeds' && !isNote && other === 'operations' && draft.kinds().every(isShadow)
}

/** A long span still holds the deed when it is long done. */
function overlaps({ start, at }: Finding, draft: Draft): boolean {
  return start <= draft.end + JOIN_MS && at >= draft.start - JOIN_MS
}

export function belongs(finding: Finding, { family, draft }: Thread): boolean {
  if (family === 'deeds') {
    const offenders = finding.entities.ip ?? []
    return offenders.length > 0
      ? offenders.some((ip) => draft.ips.has(ip)) || isSameCampaign(finding, draft)
      : draft.ips.size === 0 && draft.services.has(finding.service)
  }
  if (family === 'rules') return draft.rule?.name === finding.rule?.name && draft.rule?.group === finding.rule?.group
  if (draft.services.has(finding.service)) return true
  if (family === 'sessions') return (finding.services ?? []).some((service) => draft.services.has(service))
  return family === 'operations' && !draft.over && isSameMoment(finding, draft)
}

/** Long spans begin before what they found: what is noticed together belongs together as well. */
function isSameMoment({ start, at }: Finding, draft: Draft): boolean {
  return Math.abs(start - draft.start) <= JOIN_MS || Math.abs(at - draft.detected) <= JOIN_MS
}

/** A release shows in many ways, new words and unknown courses among them, and is one note. */
export function isSameRelease({ release, at }: Finding, { draft }: Thread): boolean {
  return release === true && draft.isRelease && !draft.over && at - draft.end <= RELEASE_MS
}

/** One sprayer has many addresses, and shares them out among the accounts. */
function isSameCampaign(finding: Finding, draft: Draft): boolean {
  return (
    finding.kind === 'password_spraying' &&
    !draft.over &&
    draft.services.has(finding.service) &&
    draft.kinds().includes(finding.kind) &&
    finding.start <= draft.end
  )
}

/** The session went through a service in trouble while that lasted: it is evidence of it, no incident of its own. */
export function broke({ kind, start, ...finding }: Finding, { family, draft }: Thread): boolean {
  if (kind !== 'sequence' || family !== 'operations') return false
  const services = finding.services ?? [finding.service]
  return (
    services.some((service) => draft.services.has(service)) &&
    start >= draft.start - JOIN_MS &&
    start <= draft.end + JOIN_MS
  )
}

/** Broken sessions were seen before the trouble that broke them. */
export function foretold(family: Family, finding: Finding, { family: other, draft }: Thread): boolean {
  if (family !== 'operations' || other !== 'sessions' || draft.over) return false
  return (
    draft.services.has(finding.service) && draft.start >= finding.start - BROKEN_BEFORE_MS && draft.start <= finding.at
  )
}

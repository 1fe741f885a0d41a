/**
 * One host of a service says nothing while the others go on. What it should have said is its share of what the service
 * wrote meanwhile, so that nights and quiet hours expect less of it. Hosts come and go on purpose: whoever left for a
 * newcomer was replaced, all that are missing in a service are one finding, and where they leave again and again it is
 * how that service lives.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Detector, Finding, HostLines } from '../finding.ts'
import { memory } from '../memory.ts'
import { MOST_HOSTS } from '../wire/observations.ts'

/** A host teaches for so long. */
const KNOWN_MS = 60 * MINUTE_MS
/** Lines that must be missing, and for how long: quick restarts are nobody's business. */
const MISSING_LINES = 30
const MISSING_MS = 3 * MINUTE_MS
/** Some hosts pause: so many times the longest pause lately. */
const PAUSES = 4
/** A newcomer may have begun so long before the one it replaces left. */
const OVERLAP_MS = 15 * MINUTE_MS
/** Who is away for so long was taken down. */
const GONE_MS = 30 * MINUTE_MS
/** Fewer of the hosts than this are left: then the service is silent, not a host. */
const GOES_ON = 0.5
/** Hosts left this often within so long: the service grows and shrinks. */
const ELASTIC = 2
const ELASTIC_MS = 7 * 24 * 60 * MINUTE_MS
/** Per minute: of shares, and of pauses. */
const MEMORY = 1 / 60
const PAUSE_MEMORY = 1 / (24 * 60)
/** Of all services together; more are not followed. */
const MOST_KNOWN = 50_000
/** A service with too many hosts is looked at again after this. */
const FOLDED_MS = 24 * 60 * MINUTE_MS
const NAMED = 3

interface Host {
  readonly name: string
  readonly since: number
  /** End of the last window it wrote in, and what the service had written by then. */
  last: number
  mark: number
  /** Lines of this minute, and the usual part of the lines of the service. */
  minute: number
  share: number
  minutes: number
  /** Longest pause lately, ms. */
  pause: number
  /** Came for one that left. */
  replaces: boolean
}

interface Service {
  readonly hosts: Map<string, Host>
  lines: number
  minute: number
  foldedUntil: number
  /** When hosts left for good, the last few times. */
  departures: number[]
}

export function hostSilence(): Detector {
  let services = new Map<string, Service>()
  /** Hosts of all of them. */
  let known = 0

  function serviceOf(name: string): Service {
    let service = services.get(name)
    if (service === undefined) {
      service = { hosts: new Map(), lines: 0, minute: 0, foldedUntil: Number.NEGATIVE_INFINITY, departures: [] }
      services.set(name, service)
    }
    return service
  }

  function write(service: Service, hosts: Exclude<HostLines, 'many'>, window: ClosedWindow): void {
    for (const lines of hosts.values()) {
      service.lines += lines
      service.minute += lines
    }
    for (const [name, lines] of hosts) {
      const host = service.hosts.get(name) ?? meet(service, name, window)
      if (host === undefined) continue
      host.pause = Math.max(host.pause, window.start - host.last)
      host.last = window.end
      host.mark = service.lines
      host.minute += lines
    }
    if (service.hosts.size > MOST_HOSTS) fold(service, window.end)
  }

  function meet(service: Service, name: string, { start }: ClosedWindow): Host | undefined {
    if (known >= MOST_KNOWN) return undefined
    const none = { mark: 0, minute: 0, share: 0, minutes: 0, pause: 0, replaces: false }
    const host: Host = { name, since: start, last: start, ...none }
    service.hosts.set(name, host)
    known++
    return host
  }

  function fold(service: Service, now: number): void {
    known -= service.hosts.size
    service.hosts.clear()
    service.foldedUntil = now + FOLDED_MS
  }

  function forget(service: Service, host: Host): void {
    if (service.hosts.delete(host.name)) known--
  }

  function closeMinute(name: string, service: Service, now: number): Finding[] {
    for (const host of service.hosts.values()) learn(host, service, now)
    service.minute = 0
    const missing = [...service.hosts.values()].filter((host) => isMissing(host, service, now))
    const findings = judge(name, service, replace(service, missing), now)
    leave(service, now)
    if (service.hosts.size === 0 && now >= service.foldedUntil) services.delete(name)
    return findings
  }

  /** Takes out whoever left for a newcomer. */
  function replace(service: Service, missing: readonly Host[]): Host[] {
    const newcomers = [...service.hosts.values()].filter(({ minutes, replaces }) => minutes > 0 && !replaces)
    return missing.filter((host) => {
      const successor = newcomers.find(({ since, replaces }) => !replaces && since > host.last - OVERLAP_MS)
      if (successor === undefined) return true
      successor.replaces = true
      forget(service, host)
      return false
    })
  }

  function judge(name: string, service: Service, missing: readonly Host[], now: number): Finding[] {
    if (missing.length === 0 || !goesOn(service, now)) return []
    const recently = service.departures.filter((at) => now - at < ELASTIC_MS)
    return recently.length >= ELASTIC ? [] : [finding(name, service, missing, now)]
  }

  function leave(service: Service, now: number): void {
    const gone = [...service.hosts.values()].filter(({ last }) => now - last >= GONE_MS)
    if (gone.length === 0) return
    const isOwnDeparture = goesOn(service, now) && gone.some(({ minutes }) => minutes * MINUTE_MS >= KNOWN_MS)
    if (isOwnDeparture) service.departures = [...service.departures, now].slice(-ELASTIC)
    for (const host of gone) forget(service, host)
  }

  return {
    name: 'host-silence',
    judge(window) {
      for (const [name, hosts] of window.hosts) {
        const service = serviceOf(name)
        if (hosts === 'many') fold(service, window.end)
        else if (window.end >= service.foldedUntil) write(service, hosts, window)
      }
      if (window.end % MINUTE_MS !== 0) return []
      return [...services].flatMap(([name, service]) => closeMinute(name, service, window.end))
    },
    memories: [
      memory('host-silence', 1, { keep: () => ({ services, known }), recall: (kept) => ({ services, known } = kept) }),
    ],
  }
}

/** Who is away teaches nothing: that is what is to be noticed. */
function learn(host: Host, service: Service, now: number): void {
  if (now - host.last < MISSING_MS && service.minute > 0) {
    host.minutes++
    host.share += Math.max(MEMORY, 1 / host.minutes) * (host.minute / service.minute - host.share)
  }
  host.pause *= 1 - PAUSE_MEMORY
  host.minute = 0
}

function isMissing(host: Host, service: Service, now: number): boolean {
  const away = now - host.last
  if (host.minutes * MINUTE_MS < KNOWN_MS || away < Math.max(MISSING_MS, PAUSES * host.pause)) return false
  return expected(host, service) >= MISSING_LINES
}

/** Lines it should have written since it was last heard of. */
function expected({ share, mark }: Host, { lines }: Service): number {
  return share * (lines - mark)
}

function goesOn({ hosts }: Service, now: number): boolean {
  const writing = [...hosts.values()].filter(({ last }) => now - last < MISSING_MS)
  return writing.length > 0 && writing.length >= GOES_ON * hosts.size
}

function finding(service: string, state: Service, missing: readonly Host[], now: number): Finding {
  const start = Math.min(...missing.map(({ last }) => last))
  const lines = missing.reduce((sum, host) => sum + expected(host, state), 0)
  const perMinute = lines / Math.max(1, (now - start) / MINUTE_MS)
  const names = missing.slice(0, NAMED).map(({ name }) => name)
  const more = missing.length - names.length
  const left = state.hosts.size - missing.length
  return {
    detector: 'host-silence',
    kind: 'silence',
    at: now,
    start,
    service,
    entities: {},
    seen: 0,
    usual: perMinute,
    low: perMinute / 2,
    high: perMinute * 2,
    unit: 'lines/min',
    score: lines / (lines + MISSING_LINES),
    samples: [],
    lines: 0,
    reason: {
      en: `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} went silent while ${left} of its hosts go on`,
      es: `${names.join(', ')}${more > 0 ? ` y ${more} más` : ''} enmudeció mientras siguen ${left} de sus hosts`,
    },
  }
}

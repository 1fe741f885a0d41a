/** What is printed in the holes of statements: guessed from the verb and the names in the expression. */
import type { Random } from '../truth/values.ts'
import { values } from '../truth/values.ts'
import type { Hole } from './statements.ts'

export interface World {
  /** Short texts of the program's own sources: names, states, kinds. */
  readonly names: readonly string[]
  readonly errors: readonly string[]
  readonly random: Random
  /** How a list is written. */
  list(items: readonly string[]): string
}

/** Gives a value each time it is called. */
export type Values = () => string

/** A macro or the name of the function around: the same text in every line of the statement. */
export function isConstant({ expression, verb }: Hole): boolean {
  return (
    'sv'.includes(verb) &&
    (/^(?:[A-Z][A-Z\d_]{2,}|myname|plugin_type)$/.test(expression) || /^__\w+__$|^__func/.test(expression))
  )
}

const CHOICE = /["'`]([^"'`]*)["'`]\s*(?::|if\b.*\belse\b)\s*["'`]([^"'`]*)["'`]/

export function valuesOf({ verb, expression }: Hole, world: World): Values {
  const { random } = world
  const choice = CHOICE.exec(expression)
  if (choice) return () => random.of([choice[1], choice[2]])
  const words = wordsOf(expression)
  if (Object.hasOwn(NUMBERS, verb)) return skewed(NUMBERS[verb](words), world)
  if (verb === 'm') return skewed(() => random.of(world.errors), world)
  return skewed(textOf(words, world), world)
}

/** `inet_ntoa(peer->srcAddr)` as ` inet ntoa peer src addr `. */
function wordsOf(expression: string): string {
  return ` ${expression
    .replaceAll(/["'`].*?["'`]/g, ' ')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, ' ')} `
}

const NUMBERS: Readonly<Record<string, (words: string) => (r: Random) => string>> = {
  ...Object.fromEntries([...'diulzODAoM'].map((verb) => [verb, wholeOf])),
  ...Object.fromEntries([...'fge'].map((verb) => [verb, () => values.float])),
  ...Object.fromEntries([...'xX'].map((verb) => [verb, () => values.short0x])),
  p: () => values.hex0x,
  t: () => values.bool,
  c: () => (r) => 'abcdefgh'[r.int(8)],
}

function wholeOf(words: string): (r: Random) => string {
  if (/ (?:pid|port|uid|gid|sid) /.test(words)) return values.port
  if (/ (?:size|bytes|len|length|offset|pos|total|time|lsn|seq|epoch) /.test(words)) return values.n
  if (/ (?:err|errno|rc|ret|status|code|fd|level|prio\w*|retries|attempts?) /.test(words)) return values.int
  return values.n
}

type Guess = readonly [words: RegExp, make: (world: World) => (r: Random) => string]

const STATES = 'RUNNING IDLE PENDING ACTIVE STOPPED FAILED CLOSED READY INIT UNKNOWN DRAINING SUSPENDED'.split(' ')

/** In order; the first whose words are among those of the expression. */
const guesses: readonly Guess[] = [
  [
    / (?:str ?error\w*|errno|err|error|errors|errmsg|exc|exception|ex|e|cause|throwable|t|message|reason|errstr) /,
    errorText,
  ],
  [/ (?:mac|hwaddr|haddr|hw addr|hardware|ether\w*) /, () => values.mac],
  [/ (?:uuid|guid) /, () => values.uuid],
  [/ (?:url|uri|endpoint) /, () => values.url],
  [/ (?:ports?) /, () => values.port],
  [/ (?:ip|ips|ntop|ntoa|piaddr|inet|addr|address|remote|peer|listen|sock\w*|gateway|saddr) /, addressText],
  [
    / (?:path|paths|file|filename|fname|dir|directory|folder|pidfile|conf\w*|root|cwd|mount\w*|script) /,
    () => values.path,
  ],
  [
    / (?:host|hostname|server|domain|fqdn|zone|dname|master) /,
    (world) => (world.random.int(2) === 0 ? values.domain : values.host),
  ],
  [/ (?:node|nodes|nodename|worker|machine|broker) /, nodeText],
  [/ (?:user|username|login|owner|principal|role) /, () => values.user],
  [/ (?:hash|digest|checksum|fingerprint|sha|token) /, () => values.hash],
  [/ (?:version|ver|release) /, () => values.version],
  [/ (?:elapsed|duration|since|timeout|interval|delay|latency|took|ttl) /, () => values.duration],
  [/ (?:time|date|when|expir\w*|start|end|deadline) /, () => values.date],
  [
    / (?:size|bytes|count|len|num|number|nr|total|offset|length|max|min|limit|index|i|n|port|pid|epoch|generation|seq\w*|millis|usage|counts?|percent\w*|paged|expired) /,
    () => values.n,
  ],
  [/ (?:state|status|phase|mode) /, (world) => oneOf(world, pick(STATES, 2 + world.random.int(6), world))],
  [/ (?:class|clazz|type|get class|executor|factory|listener|handler) /, () => values.short],
  [/ (?:ids?|key|uid|session|handle|xid) /, idText],
  [
    / (?:args|argv|members|peers|keys|names|list|set|topics|partitions|addrs|hosts|options|values|tasks|replicas|items|devices) /,
    listText,
  ],
]

function textOf(words: string, world: World): (r: Random) => string {
  const guess = guesses.find(([pattern]) => pattern.test(words))
  return guess ? guess[1](world) : nameText(world)
}

function errorText(world: World): (r: Random) => string {
  return oneOf(world, pick(world.errors, 1 + world.random.int(8), world))
}

function addressText({ random }: World): (r: Random) => string {
  return [values.ip, values.ip, values.address, values.address][random.int(4)]
}

function nodeText({ random }: World): (r: Random) => string {
  return [values.node, values.host, values.address, values.domain][random.int(4)]
}

function idText({ random }: World): (r: Random) => string {
  const short = (r: Random): string => values.hash(r).slice(0, 12)
  return [values.hex, values.n, values.uuid, short, values.job, values.thread][random.int(6)]
}

function listText(world: World): (r: Random) => string {
  const items = pick(world.names, 6, world)
  return (r) => world.list(items.filter((_item, at) => at === 0 || r.int(3) === 0))
}

/** Mostly names from the program itself, of few or many kinds. */
function nameText(world: World): (r: Random) => string {
  const { random } = world
  const made = [idText, nodeText, () => values.word, () => values.short, () => values.class, listText]
  if (random.int(10) < 3) return made[random.int(made.length)](world)
  const sizes = [1, 2, 3, 4, 6, 10, 20]
  return oneOf(world, pick(world.names, sizes[random.int(sizes.length)], world))
}

function oneOf({ random }: World, list: readonly string[]): () => string {
  return () => list[Math.floor((random.int(10_000) / 10_000) ** 1.5 * list.length)]
}

function pick(list: readonly string[], count: number, { random }: World): string[] {
  return Array.from({ length: count }, () => random.of(list))
}

/** One in five never changes while the log is written. */
function skewed(make: (r: Random) => string, { random }: World): Values {
  if (random.int(5) > 0) return () => make(random)
  const only = make(random)
  return () => only
}

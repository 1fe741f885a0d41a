/**
 * How well hostile lines are told from harmless ones, and by whom they are: on labelled logs in DIR/fail2ban and on the
 * lines of `truth/hostile/`, some of which are looked at when rules are made, while others are only counted. With
 * --leave-one-out every service of DIR/fail2ban is read without the senses (lines of the vocabulary) that nothing but its own
 * lines speak for: none of the other labelled logs, then none of those and of our own lines.
 */
import { parseAddress } from '@errorsense/core/security/addresses.ts'
import { deeds, type SecurityEvent } from '@errorsense/core/security/event.ts'
import type { Role } from '@errorsense/core/security/vocabulary.ts'
import { allWords, anyOf, plainWords, wordsOf, type Words } from '@errorsense/core/security/words.ts'
import { foreignHostileLogs, ownHostileLogs, type HostileLabel, type HostileLog } from './hostile-logs.ts'
import type { Row } from './table.ts'
import { lookedAt, onlyCounted } from './truth/hostile/index.ts'
import { toldLines } from './told-lines.ts'

export interface HostileBench {
  readonly data: string
  readonly leaveOneOut: boolean
}

type Goals = readonly [reach: number, beyond: number]

/** Whoever makes rules does not see which of its lines are told wrongly. */
const ONLY_COUNTED = 'own truth, only counted'

export async function hostile({ data, leaveOneOut }: HostileBench): Promise<Row[]> {
  const foreign = foreignHostileLogs(data)
  const rows = [
    ...rowsOf('labelled logs', foreign, { f1: [0.97, 0.99], specificity: [0.95, 1] }),
    ...rowsOf('own truth, looked at', ownHostileLogs(lookedAt)),
    ...rowsOf(ONLY_COUNTED, ownHostileLogs(onlyCounted)),
  ]
  if (!leaveOneOut) return rows
  const goals = { f1: [0.88, 0.93] } as const
  const own = [...ownHostileLogs(lookedAt), ...ownHostileLogs(onlyCounted)]
  return [
    ...rows,
    ...rowsOf('held out, labelled logs', foreign, goals, heldOut(foreign)),
    ...rowsOf('held out, own truth speaks too', foreign, {}, heldOut([...foreign, ...own])),
  ]
}

function rowsOf(
  title: string,
  logs: readonly HostileLog[],
  goals: { readonly f1?: Goals; readonly specificity?: Goals } = {},
  wordsFor: (log: HostileLog) => Words = () => allWords,
): Row[] {
  if (logs.length === 0) return [{ name: title, value: null, unit: 'share', better: 'higher', why: 'not there' }]
  const counts = logs.map((log) => {
    const count = countOf(log, wordsFor(log), (what, line) => {
      if (title !== ONLY_COUNTED) process.stderr.write(`${title}, ${log.service}: ${what}: ${line}\n`)
    })
    const { hit, missed, wrong, quiet, named } = count
    process.stderr.write(
      `${title}: ${log.service.padEnd(36)} hostile ${hit}/${hit + missed}, wrongly ${wrong}/${wrong + quiet}, named ${named}\n`,
    )
    return count
  })
  const total = (of: (count: Count) => number): number => counts.reduce((sum, count) => sum + of(count), 0)
  const [hit, missed, wrong, quiet] = [
    total((c) => c.hit),
    total((c) => c.missed),
    total((c) => c.wrong),
    total((c) => c.quiet),
  ]
  return [
    row(`${title}, F1`, (2 * hit) / (2 * hit + missed + wrong), goals.f1),
    row(`${title}, harmless lines left alone`, quiet / (quiet + wrong), goals.specificity),
    row(`${title}, offender right`, total((c) => c.named) / total((c) => c.offenders)),
    ...(total((c) => c.users) === 0
      ? []
      : [row(`${title}, account right`, total((c) => c.rightUsers) / total((c) => c.users))]),
  ]
}

function row(name: string, value: number, goals?: Goals): Row {
  const numbers = goals && { reach: goals[0], beyond: goals[1] }
  return { name, value, unit: 'share', better: 'higher', ...numbers }
}

/** Hostile lines: told or not; harmless ones: told or left alone; and who was named. */
interface Count {
  hit: number
  missed: number
  wrong: number
  quiet: number
  offenders: number
  named: number
  users: number
  rightUsers: number
}

const HOSTILE: ReadonlySet<string> = new Set(deeds.filter((deed) => deed !== 'auth_success'))

function countOf({ lines, labels }: HostileLog, words: Words, complain: (what: string, line: string) => void): Count {
  const told = toldLines(lines, words)
  const count: Count = { hit: 0, missed: 0, wrong: 0, quiet: 0, offenders: 0, named: 0, users: 0, rightUsers: 0 }
  for (const [line, label] of labels) {
    const event = told.get(line)
    const isTold = event !== undefined && HOSTILE.has(event.kind)
    if (label.isHostile) count[isTold ? 'hit' : 'missed']++
    else count[isTold ? 'wrong' : 'quiet']++
    if (isTold !== label.isHostile) complain(isTold ? `wrongly ${event.kind}` : 'missed', lines[line])
    if (label.isHostile) name(count, label, isTold ? event : undefined)
    if (isTold && label.user !== undefined && event.user !== label.user)
      complain(`account ${event.user}, not ${label.user}`, lines[line])
  }
  return count
}

function name(count: Count, { offender, user }: HostileLabel, event: SecurityEvent | undefined): void {
  count.offenders += Number(offender !== '')
  count.named += Number(offender !== '' && sameName(event?.ip ?? event?.host, offender))
  count.users += Number(user !== undefined)
  count.rightUsers += Number(user !== undefined && event?.user === user)
}

function sameName(told: string | undefined, offender: string): boolean {
  return told === (parseAddress(offender) ?? offender.toLowerCase())
}

/** The vocabulary without the stems that occur in one log only, and in that one. */
function heldOut(logs: readonly HostileLog[]): (held: HostileLog) => Words {
  const texts = logs.map(({ lines, labels }) => [...labels.keys()].map((line) => plainWords(lines[line])))
  const speakers = new Map<string, HostileLog[]>()
  const speakersFor = (role: Role, stem: string): HostileLog[] => {
    const key = `${role} ${stem}`
    const known = speakers.get(key)
    if (known) return known
    const pattern = anyOf([stem])
    const found = logs.filter((_, i) => texts[i].some((text) => pattern.test(text)))
    speakers.set(key, found)
    return found
  }
  return (held) =>
    wordsOf((role, stem) => {
      const found = speakersFor(role, stem)
      return found.length !== 1 || found[0] !== held
    })
}

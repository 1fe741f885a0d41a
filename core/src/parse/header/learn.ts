/**
 * Learns where the header of a source ends. Every sample line carries a cursor; again and again the first kind of step
 * that fits nearly all cursors is taken and moves them; lines it does not fit leave the sample. What is left behind
 * the last step is the message.
 */
import { fieldStep, steps, symbolStep, timeSteps, type Step } from './steps.ts'

interface Cursor {
  readonly line: string
  at: number
}

interface Learning {
  readonly cursors: Cursor[]
  readonly taken: Step[]
}

const MAX_STEPS = 24
const MAX_LOOK_AHEAD = 6

/** Steps of the header that the lines have in common; empty when they have none. */
export function learnSteps(lines: readonly string[]): Step[] {
  const learning: Learning = { cursors: lines.map((line) => ({ line, at: 0 })), taken: [] }
  while (learning.taken.length < MAX_STEPS) {
    const next = nextSteps(learning)
    if (next.length === 0) break
    for (const step of next) take(learning, step)
  }
  return learning.cursors.every(isAtEnd) ? [] : withoutTail(learning.taken)
}

/** A header with nothing behind it is a message that happens to hold a time. */
function isAtEnd({ line, at }: Cursor): boolean {
  return at >= line.length
}

/** What messages may begin with as well: alone it makes no header. */
const LOOSE: ReadonlySet<Step['kind']> = new Set(['gap', 'symbol', 'component', 'group', 'token', 'closing'])

function withoutTail(taken: Step[]): Step[] {
  return taken.some(({ kind }) => !LOOSE.has(kind)) || isNamed(taken) ? taken : []
}

/** Lines that begin with a name and a colon only: `worker: job done`. */
function isNamed(taken: readonly Step[]): boolean {
  return taken[0]?.kind === 'component'
}

function take(learning: Learning, step: Step): void {
  let kept = 0
  for (const cursor of learning.cursors) {
    const end = step.match(cursor.line, cursor.at)
    if (end < 0 && !step.optional) continue
    if (end >= 0) cursor.at = end
    learning.cursors[kept++] = cursor
  }
  learning.cursors.length = kept
  learning.taken.push(step)
}

function nextSteps(learning: Learning): Step[] {
  const { cursors, taken } = learning
  if (cursors.every(isAtEnd)) return []
  return (
    separator(learning) ??
    only(steps.priority, cursors, 0.95) ??
    (last(taken)?.kind === 'priority' ? only(steps.rfc5424, cursors, 0.9) : undefined) ??
    time(cursors) ??
    (taken.length === 0 ? only(steps.uptime, cursors, 0.95) : undefined) ??
    hostStep(learning) ??
    stampStep(learning) ??
    only(steps.level, cursors, 0.9) ??
    someLevelStep(learning) ??
    letterStep(learning) ??
    only(steps.source, cursors, 0.6) ??
    closingStep(learning) ??
    symbol(cursors) ??
    only(steps.group, cursors, 0.98) ??
    componentStep(learning) ??
    lineStep(learning) ??
    columnStep(learning) ??
    field(learning) ??
    namedBeforeLevel(learning) ??
    lookAhead(learning) ??
    looseStep(learning) ??
    []
  )
}

function only(step: Step, cursors: readonly Cursor[], threshold: number): Step[] | undefined {
  return share(step, cursors) >= threshold ? [step] : undefined
}

function share(step: Step, cursors: readonly Cursor[]): number {
  let fitting = 0
  for (const { line, at } of cursors) if (at < line.length && step.match(line, at) > at) fitting++
  return fitting / cursors.length
}

function last(taken: readonly Step[]): Step | undefined {
  return taken.at(-1)
}

/** What the cursors stand behind, blanks aside. */
function before({ line, at }: Cursor): string {
  let i = at - 1
  while (isBlank(line[i])) i--
  return line[i] ?? ''
}

function lastSolid(taken: readonly Step[]): Step | undefined {
  return taken.findLast((step) => step.kind !== 'gap' && step.kind !== 'symbol')
}

function has(taken: readonly Step[], kind: Step['kind']): boolean {
  return taken.some((step) => step.kind === kind)
}

const ANCHORS: ReadonlySet<Step['kind']> = new Set(['time', 'level', 'letter', 'rfc5424', 'uptime'])

function isAnchored({ taken }: Learning): boolean {
  return taken.some(({ kind }) => ANCHORS.has(kind))
}

function separator({ cursors, taken }: Learning): Step[] | undefined {
  if (taken.length > 0 && last(taken)?.kind !== 'gap') {
    const found = only(steps.symbolGap, cursors, 0.98)
    if (found) return found
  }
  return last(taken)?.kind === 'gap' ? undefined : gapStep(cursors)
}

/** Where what may be missing is missing, the gap before it was taken already. */
function gapStep(cursors: readonly Cursor[]): Step[] | undefined {
  const apart = cursors.filter(({ line, at }) => !isBlank(line[at - 1]))
  return apart.length > 0 ? only(steps.gap, apart, 0.98) : undefined
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

/** The form that fits most lines; of equals the first. */
function time(cursors: readonly Cursor[]): Step[] | undefined {
  let best: Step | undefined
  let bestShare = 0.9
  for (const step of timeSteps) {
    const fitting = share(step, cursors)
    if (fitting > bestShare || (fitting === bestShare && !best)) [best, bestShare] = [step, fitting]
  }
  return best && [best]
}

/** In RFC 3164 the host follows the time; with a time as modern as it may be, if programs follow. */
function hostStep({ cursors, taken }: Learning): Step[] | undefined {
  const before = lastSolid(taken)
  if (before?.kind !== 'time' || before.opener !== '' || has(taken, 'host') || last(taken) !== steps.gap)
    return undefined
  const isSyslog = before.form?.name === 'syslog' || taken[0].kind === 'priority'
  if (isSyslog && namesHosts(cursors)) return only(steps.host, cursors, 0.9)
  const isModern = before === taken[0] && before.form?.name === 'iso' && share(steps.program, jump(cursors, 1)) >= 0.9
  return isModern ? only(steps.host, cursors, 0.98) : undefined
}

/** Behind the name of a program, where only the kernel writes it: whether one was among the first lines says nothing. */
function stampStep({ taken }: Learning): Step[] | undefined {
  const isBehindProgram = has(taken, 'host') && lastSolid(taken)?.kind === 'component' && last(taken) === steps.gap
  return isBehindProgram ? [steps.stamp, steps.gap] : undefined
}

/** Hosts are few, or stand before the program that wrote; first words of messages do neither. */
function namesHosts(cursors: readonly Cursor[]): boolean {
  const hosts = new Set<string>()
  for (const { line, at } of cursors) hosts.add(line.slice(at, Math.max(at, steps.host.match(line, at))))
  return hosts.size <= Math.max(3, cursors.length / 4) || share(steps.component, jump(cursors, 1)) >= 0.4
}

/** Directly behind the time: who wrote what is left out says it before the level or not at all. */
function someLevelStep({ cursors, taken }: Learning): Step[] | undefined {
  if (lastSolid(taken)?.kind !== 'time' || has(taken, 'level')) return undefined
  return only(steps.someLevel, cursors, 0.3)
}

function letterStep(learning: Learning): Step[] | undefined {
  const { cursors, taken } = learning
  if (has(taken, 'level') || has(taken, 'letter')) return undefined
  const isBeforeSlash = cursors.every(({ line, at }) => line[at + 1] === '/')
  return has(taken, 'time') || isBeforeSlash ? only(steps.letter, cursors, 0.97) : undefined
}

/** `[time LEVEL module] text`: the bracket was opened before the time. Or never: `time cpu4:2097)name: text`. */
function closingStep({ cursors, taken }: Learning): Step[] | undefined {
  if (isOnlyTime(taken)) return only(steps.unopened, cursors, 0.98)
  const isOpen = taken.some(
    (step) => step.opener === '[' || step.opener === '(' || step.opener === '<' || step.name === 'symbol:[',
  )
  return isOpen ? only(steps.closing, cursors, 0.98) : undefined
}

function isOnlyTime(taken: readonly Step[]): boolean {
  return taken[0]?.kind === 'time' && taken.length === 2 && last(taken) === steps.gap
}

const OPENING = '[(<{"\''

function symbol(cursors: readonly Cursor[]): Step[] | undefined {
  const first = cursors[0].line[cursors[0].at] ?? ''
  if (first === '' || /[\w\s\u0080-\uffff]/.test(first) || OPENING.includes(first)) return undefined
  return only(symbolStep(first), cursors, 0.98)
}

/** Names of programs and classes need less company than words with a colon, which may begin a message. */
function componentStep({ cursors, taken }: Learning): Step[] | undefined {
  if (has(taken, 'component')) return undefined
  const named = share(steps.component, cursors)
  const isEnough = named >= (has(taken, 'host') ? 0.4 : 0.85)
  return isEnough || (named >= 0.6 && share(steps.structured, cursors) >= named * 0.5) ? [steps.component] : undefined
}

/** `NMP: 285: text` */
function lineStep({ cursors, taken }: Learning): Step[] | undefined {
  return lastSolid(taken)?.kind === 'component' ? only(steps.sourceLine, cursors, 0.98) : undefined
}

const FEWEST_NAMES = 3
const COLUMN_NUMBER = /^\d{3,6}$/

/** Behind the level a name and a number: who tells, and which of its events. Messages that count things name few of them. */
function columnStep({ cursors, taken }: Learning): Step[] | undefined {
  if (lastSolid(taken)?.kind !== 'level' || share(steps.named, cursors) < 0.98) return undefined
  const names = new Set<string>()
  for (const { line, at } of cursors) names.add(line.slice(at, steps.named.match(line, at)))
  const ahead = jump(cursors, 1)
  const areNumbers = ahead.every(({ line, at }) => COLUMN_NUMBER.test(line.slice(at, steps.token.match(line, at))))
  const isColumn = areNumbers && names.size >= FEWEST_NAMES && names.size <= Math.max(FEWEST_NAMES, cursors.length / 2)
  return isColumn ? [steps.named, steps.gap, steps.number, steps.gap] : undefined
}

const DELIMITERS = '|;,\t'

/** Between two equal delimiters; only a bar may have blanks around it. */
function field({ cursors, taken }: Learning): Step[] | undefined {
  const { line, at } = cursors[0]
  const delimiter = before(cursors[0]) === '|' ? '|' : (line[at - 1] ?? ' ')
  const isSame = (cursor: Cursor): boolean =>
    (delimiter === '|' || delimiter === ':' ? before(cursor) : cursor.line[cursor.at - 1]) === delimiter
  if (delimiter === ':' && last(taken)?.kind === 'level' && cursors.every(isSame))
    return only(steps.glued, cursors, 0.98)
  return DELIMITERS.includes(delimiter) && cursors.every(isSame) ? only(fieldStep(delimiter), cursors, 0.98) : undefined
}

/** Tokens of any kind are header when something that can only be header stands behind them in nearly every line. */
function lookAhead(learning: Learning): Step[] | undefined {
  if (has(learning.taken, 'component') && has(learning.taken, 'time')) return undefined
  for (let count = 1; count <= MAX_LOOK_AHEAD; count++) {
    const ahead = jump(learning.cursors, count)
    if (ahead.length < learning.cursors.length * 0.95) return undefined
    if (isHost(learning, ahead, count)) return [steps.host]
    if (isHeaderAhead(learning, ahead, count))
      return Array.from({ length: count * 2 - 1 }, (_, i) => (i % 2 ? steps.gap : steps.token))
  }
  return undefined
}

/** `name - LEVEL`: the only token ahead of a level that is surely a name. */
function namedBeforeLevel({ cursors, taken }: Learning): Step[] | undefined {
  if (!has(taken, 'time') || has(taken, 'level') || share(steps.dashed, cursors) < 0.98) return undefined
  const ahead = cursors.map(({ line, at }) => ({ line, at: steps.gap.match(line, steps.dashed.match(line, at)) }))
  return share(steps.level, ahead) >= 0.98 ? [steps.dashed] : undefined
}

function jump(cursors: readonly Cursor[], count: number): Cursor[] {
  const ahead: Cursor[] = []
  for (const { line, at: from } of cursors) {
    let at = from
    for (let i = 0; i < count && at >= 0; i++) {
      const end = steps.token.match(line, at)
      at = end < 0 ? -1 : steps.gap.match(line, end)
    }
    if (at >= 0) ahead.push({ line, at })
  }
  return ahead
}

/** `TIME host program[pid]:`, with a time as modern as it may be. */
function isHost({ cursors, taken }: Learning, ahead: readonly Cursor[], count: number): boolean {
  if (count > 1 || lastSolid(taken)?.kind !== 'time' || has(taken, 'level')) return false
  return (
    share(steps.host, cursors) >= 0.98 &&
    cursors.every(({ line, at }) => /[A-Za-z]/.test(line[at])) &&
    share(steps.component, ahead) >= 0.4
  )
}

function isHeaderAhead(learning: Learning, ahead: readonly Cursor[], count: number): boolean {
  if (time(ahead)) return true
  const { taken } = learning
  if (!has(taken, 'level') && !has(taken, 'letter')) {
    if (share(steps.level, ahead) >= 0.95) return true
    if (has(taken, 'time') && share(steps.letter, ahead) >= 0.97) return true
  }
  if (isAnchored(learning) && !has(taken, 'source') && share(steps.source, ahead) >= 0.95) return true
  return count <= 2 && isAnchored(learning) && !has(taken, 'component') && share(steps.component, ahead) >= 0.95
}

function looseStep(learning: Learning): Step[] | undefined {
  const { cursors, taken } = learning
  if (!isAnchored(learning)) return undefined
  const hasName = has(taken, 'component') || has(taken, 'dotted') || has(taken, 'dashed')
  return (
    (has(taken, 'component') ? undefined : only(steps.number, cursors, 0.97)) ??
    (hasName ? undefined : only(steps.dotted, cursors, 0.97)) ??
    (has(taken, 'time') ? only(steps.mark, cursors, 0.98) : undefined) ??
    (hasName ? undefined : only(steps.dashed, cursors, 0.97)) ??
    (has(taken, 'padded') || hasName ? undefined : paddedStep(cursors))
  )
}

/** Names set in a column: two or more blanks behind them, and few of them, or all of one width. */
function paddedStep(cursors: readonly Cursor[]): Step[] | undefined {
  if (share(steps.padded, cursors) < 0.9) return undefined
  const names = new Set<string>()
  const widths = new Set<number>()
  for (const { line, at } of cursors) {
    const end = steps.padded.match(line, at)
    names.add(line.slice(at, end))
    widths.add(end < 0 ? -1 : steps.gap.match(line, end) - at)
  }
  const fewNames = names.size <= Math.max(2, cursors.length / 4)
  return fewNames || (widths.size === 1 && names.size <= cursors.length / 2) ? [steps.padded] : undefined
}

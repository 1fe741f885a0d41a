/**
 * What is known about the headers of one source. The first lines are kept until there are enough to trust; lines that
 * begin alike are learnt together, so several programs may write to one source. Bounded: samples are cut and dropped
 * once learnt, layouts are capped.
 */
import { detached } from '../../detached.ts'
import { emptyFields, type Fields } from '../fields.ts'
import type { HeaderReader } from '../format.ts'
import { learnSteps } from './learn.ts'
import { FOREIGN, layoutOf, parseLayout, type Layout } from './layout.ts'
import { timeSteps, type Step } from './steps.ts'

/** Learnt again at each of these numbers of lines; the last one settles it. */
const MILESTONES = [1, 2, 3, 5, 10, 20, 60, 200]
export const SAMPLE_LINES = 200
const SAMPLE_LENGTH = 400
/** A source whose lines describe themselves is not watched for ever; what comes late is met as a stranger. */
const PASSED_LINES = 1000
const MAX_LAYOUTS = 8
/** Of the lines read since settling; above it the strangers are learnt as well. */
const STRANGER_SHARE = 0.1
const STRANGER_LINES = 20
/** Where strangers taught nothing, twice as many are waited for, up to these: most sources of sentences never have a header. */
const MOST_STRANGER_LINES = 10_240
/** So many strangers are enough to read on with a guess at their header, if it tells the time. */
const GUESSES: ReadonlySet<number> = new Set([3, 5, 10, 20])

export interface Headers extends HeaderReader {
  /** Whether lines should be shown to `sample` before they are read. */
  readonly isLearning: boolean
  sample(line: string): undefined
  /** So many lines of the chunk needed no header. */
  pass(lines: number): void
  /** Learns from what was sampled. */
  learn(): void
  /** In the order they are tried. */
  readonly layouts: readonly Layout[]
  /** Whether lines that no layout fits may change how they are read. */
  readonly isGuessing: boolean
  /** One of the lines that were read without `read` fits no layout; true where it is to be shown to `sample`. */
  countStranger(): boolean
  /** So many lines were read without `read`. */
  countRead(lines: number): void
  toString(): string
  restore(text: string): void
}

export function headers(): Headers {
  let samples: string[] = []
  let layouts: readonly Layout[] = []
  /** Guesses at the headers of strangers, until they are many. */
  let guests: readonly Layout[] = []
  let milestone = 0
  /** Since settling, or since strangers were learnt last; samples are kept of the first strangers only. */
  let linesRead = 0
  let strangers = 0
  let enoughStrangers = STRANGER_LINES
  let passed = 0
  /** Layouts and guests. */
  let known: readonly Layout[] = []
  const isSettled = (): boolean => milestone >= MILESTONES.length

  const use = (learnt: readonly Layout[], guessed: readonly Layout[]): void => {
    layouts = learnt.slice(0, MAX_LAYOUTS)
    guests = guessed
    known = [...layouts, ...guests]
  }

  /** The layout that fits best, the first of equals; its reading is in `fields`. */
  const readBest = (line: string, fields: Fields, receivedAt: number): { layout?: Layout; failures: number } => {
    let best: Layout | undefined
    let failures = FOREIGN
    for (const layout of known) {
      const failed = layout.read(line, fields, receivedAt)
      if (failed === 0) return { layout, failures: 0 }
      if (failed < failures) [best, failures] = [layout, failed]
    }
    if (!best) return { failures }
    best.read(line, fields, receivedAt)
    return { layout: best, failures }
  }

  /** Whether a layout was found that is new. */
  const addLayouts = (): boolean => {
    const names = new Set(layouts.map(String))
    const found = learnLayouts(samples).filter((layout) => !names.has(String(layout)))
    use([...layouts, ...found], [])
    return found.length > 0
  }

  const learnStrangers = (): void => {
    const isMany = strangers >= linesRead * STRANGER_SHARE
    if (isMany ? strangers < enoughStrangers : samples.length < SAMPLE_LINES) return
    if (isMany) {
      const isNew = layouts.length < MAX_LAYOUTS && addLayouts()
      enoughStrangers = isNew ? STRANGER_LINES : Math.min(2 * enoughStrangers, MOST_STRANGER_LINES)
    }
    ;[samples, linesRead, strangers] = [[], 0, 0]
  }

  const countStranger = (): boolean => {
    if (!isSettled()) return false
    strangers++
    return samples.length < SAMPLE_LINES
  }

  /** Whether there is another guess to read the line with. */
  const meetStranger = (line: string): boolean => {
    if (countStranger()) samples.push(detached(line.slice(0, SAMPLE_LENGTH)))
    if (!GUESSES.has(samples.length)) return false
    use(
      layouts,
      learnLayouts(samples).filter(({ isDated }) => isDated),
    )
    return guests.length > 0
  }

  return {
    get isLearning() {
      return !isSettled()
    },
    sample(line) {
      if (samples.length < SAMPLE_LINES) samples.push(detached(line.slice(0, SAMPLE_LENGTH)))
      return undefined
    },
    pass(lines) {
      passed += lines
    },
    get layouts() {
      return known
    },
    get isGuessing() {
      return isSettled() && samples.length < Math.max(...GUESSES)
    },
    countStranger,
    countRead(lines) {
      linesRead += lines
    },
    get startsIndented() {
      return layouts.some((layout) => layout.startsIndented)
    },
    learn() {
      if (isSettled()) return learnStrangers()
      if (passed >= PASSED_LINES) milestone = MILESTONES.length
      else if (samples.length < MILESTONES[milestone]) return undefined
      while (milestone < MILESTONES.length && samples.length >= MILESTONES[milestone]) milestone++
      use(learnLayouts(samples), guests)
      if (isSettled()) samples = []
      return undefined
    },
    read(line, fields, receivedAt) {
      linesRead++
      const { layout, failures } = readBest(line, fields, receivedAt)
      const isStranger = failures > 0 && isSettled()
      return isStranger && meetStranger(line) ? readBest(line, fields, receivedAt).layout : layout
    },
    toString: () => (isSettled() ? [...layouts, ...guests].slice(0, MAX_LAYOUTS).join('\n\n') : ''),
    restore(text) {
      const parsed = text.split('\n\n').map(parseLayout)
      if (text === '' || parsed.includes(undefined)) return
      use(
        parsed.filter((layout) => layout !== undefined),
        guests,
      )
      milestone = MILESTONES.length
      samples = []
    },
  }
}

/** One layout for every way that a fair share of the lines begins, the most frequent first. */
function learnLayouts(lines: readonly string[]): Layout[] {
  const groups = new Map<string, string[]>()
  for (const line of lines) {
    const lead = leadOf(line)
    groups.set(lead, [...(groups.get(lead) ?? []), line])
  }
  const few = lines.length * 0.02
  return [...groups.values()]
    .filter((group) => group.length >= few)
    .sort((a, b) => b.length - a.length)
    .flatMap(learnAlike)
    .slice(0, MAX_LAYOUTS)
}

/** Fewer lines are no program of their own. */
const FEWEST_APART = 5
const SHARE_APART = 0.1
/** Who speaks. */
const SPEAKER: ReadonlySet<Step['kind']> = new Set(['component', 'dotted', 'source', 'dashed', 'padded'])

/**
 * Lines of several programs may begin alike and go on differently. What they have in common ends where they differ; those
 * that go on alike there are learnt apart, where that tells who speaks. (Behind who speaks begins what is said.)
 */
function learnAlike(lines: readonly string[]): Layout[] {
  const common = learnSteps(lines)
  if (common.length === 0) return []
  const layout = layoutOf(common)
  if (tellsSpeaker(common)) return [layout]
  const few = Math.max(FEWEST_APART, lines.length * SHARE_APART)
  const parts = [...Map.groupBy(lines, (line) => signBehind(layout, line)).values()].filter(
    ({ length }) => length >= few,
  )
  if (parts.length < 2) return [layout]
  return [...parts.map(learnSteps).filter(tellsSpeaker).map(layoutOf), layout]
}

function tellsSpeaker(steps: readonly Step[]): boolean {
  return steps.some(({ kind }) => SPEAKER.has(kind))
}

/** What kind of char stands behind the header. */
function signBehind(layout: Layout, line: string): string {
  const fields = emptyFields()
  layout.read(line, fields, 0)
  const next = line[fields.message.start] ?? ''
  return /[\w\u0080-\uffff]/.test(next) ? 'word' : next
}

/** The form of time a line begins with, or what its first character is. */
function leadOf(line: string): string {
  const first = line[0] ?? ''
  if (first === '<') return /^<\d{1,3}>\d{1,2} /.test(line) ? '<>1' : '<>'
  for (const step of timeSteps) if (step.match(line, 0) > 0) return step.name
  return /[[({|]/.test(first) ? first : ''
}

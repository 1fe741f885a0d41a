/**
 * Labelled logs: a dialect is how one kind of software writes. Statements are texts with `{slots}`; a slot is what the
 * truth calls a variable. Everything is invented and seeded: the same seed gives the same lines.
 */
import { picker } from '../../core/test/fixtures/random.ts'
import { values, type Random } from './values.ts'

interface Moment {
  /** Number of the line. */
  readonly i: number
  /** ms since epoch. */
  readonly at: number
  readonly component: string
  readonly random: Random
}

export interface Dialect {
  readonly name: string
  /** What stands before the message; blanks included. */
  header(moment: Moment): string
  /** What `{name}` may be; several words are apart by `_`. `{name,}` is a list of any length, `{name*}` one with blanks. */
  readonly lists: Readonly<Record<string, string>>
  /** `component :: text`, one a line; the most frequent are drawn by seed, not by order. */
  readonly statements: string
}

export interface LabelledLine {
  readonly header: string
  readonly message: string
  /** Its statement with `<*>` for every slot. */
  readonly template: string
}

const FIRST = Date.UTC(2026, 2, 3, 8, 30)
const STEP = 1_733

interface Statement {
  readonly component: string
  readonly text: string
}

export function linesOf(dialect: Dialect, { seed, count }: { seed: number; count: number }): LabelledLine[] {
  const random = picker(seed)
  const statements = shuffled(statementsOf(dialect), random)
  const choose = zipf(statements.length, random)
  return Array.from({ length: count }, (_, i) => {
    const { component, text } = statements[i < statements.length ? i : choose()]
    return {
      header: dialect.header({ i, at: FIRST + i * STEP, component, random }),
      message: text.replace(SLOT, (_all, slot: string) => valueOf(slot, dialect, random)),
      template: text.replace(SLOT, '<*>'),
    }
  })
}

const SLOT = /\{([a-z][\w]*[,*]?)\}/gi

function statementsOf({ statements }: Dialect): Statement[] {
  return statements
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [component, text] = line.split(' :: ')
      return { component: component.trim(), text }
    })
}

function valueOf(slot: string, dialect: Dialect, random: Random): string {
  const ending = slot.at(-1) ?? ''
  const isList = ending === ',' || ending === '*'
  const name = isList ? slot.slice(0, -1) : slot
  const words = dialect.lists[name]?.split(' ')
  if (isList && words) return severalOf(words, ending === ',' ? ', ' : ' ', random)
  if (words) return spaced(skewed(words, random))
  if (!Object.hasOwn(values, name)) throw new Error(`${dialect.name}: no such slot: ${slot}`)
  return values[name](random)
}

function severalOf(words: readonly string[], separator: string, random: Random): string {
  const picked = words.filter(() => random.int(3) === 0)
  return (picked.length === 0 ? words.slice(0, 1) : picked).map(spaced).join(separator)
}

function spaced(value: string): string {
  return value.replaceAll('_', ' ').replaceAll('~', '_')
}

/** The first are the most frequent, as with users and hosts of a real system. */
function skewed<T>(list: readonly T[], random: Random): T {
  const share = random.int(10_000) / 10_000
  return list[Math.floor(share ** 1.5 * list.length)]
}

export function shuffled<T>(list: T[], random: Random): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.int(i + 1)
    ;[list[i], list[j]] = [list[j], list[i]]
  }
  return list
}

/** Rank k is drawn in proportion to 1 / k ** skew. */
export function zipf(size: number, random: Random, skew = 1): () => number {
  const sums: number[] = []
  for (let k = 1; k <= size; k++) sums.push((sums.at(-1) ?? 0) + 1 / k ** skew)
  return () => {
    const drawn = (random.int(1_000_000) / 1_000_000) * sums[size - 1]
    return sums.findIndex((sum) => sum > drawn)
  }
}

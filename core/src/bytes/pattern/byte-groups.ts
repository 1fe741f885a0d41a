/**
 * Where the named groups of a pattern lie in bytes. The automata of `byte-pattern.ts` tell that it fits, not how; here it is
 * tried as RegExp tries it: the first way that fits, going back where it must. So it takes as long as RegExp would, without
 * a string and without an array for every group.
 */
import { add, END, type ByteSet } from './byte-set.ts'
import { TOO_LARGE } from './byte-pattern.ts'
import { parsePattern, type Node } from './syntax.ts'

/** The rest of the pattern, from a node on. */
interface Rest {
  /** Offset behind the match when the rest is tried at `at`; -1 where it does not fit. */
  readonly match: (at: number) => number
  /** What it may begin with, and more; the end of the text counts as a byte. */
  readonly first: ByteSet
}

/** Where an end is not known, a repetition is tried so often. */
const MOST_ROUNDS = 100
/** Repetitions of more than one byte are written out up to so many. */
const MOST_COPIES = 10

export class ByteGroups {
  /** Offsets of each group, -1 where it took no part in the match. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly #names: string[] = []
  readonly #opened: Int32Array
  readonly #whole: Rest
  // Of the text at hand.
  #bytes: Uint8Array = new Uint8Array()
  #end = 0
  #rounds = 0
  #isLost = false

  private constructor(tree: Node) {
    this.#whole = this.#compile(tree, { match: (at) => at, first: new Uint8Array(END + 1).fill(1) })
    this.starts = new Int32Array(this.#names.length)
    this.ends = new Int32Array(this.#names.length)
    this.#opened = new Int32Array(this.#names.length)
  }

  /** Undefined where the pattern asks for more than bytes tell, or repeats what has a name. */
  static of(pattern: RegExp): ByteGroups | undefined {
    const tree = parsePattern(pattern)
    return tree && !repeatsGroup(tree) ? new ByteGroups(tree) : undefined
  }

  /** What a text that fits may begin with, and more; the end of the text counts as a byte. */
  get first(): ByteSet {
    return this.#whole.first
  }

  /** Index of a group; -1 for one that is not in the pattern. */
  indexOf(name: string): number {
    return this.#names.indexOf(name)
  }

  /** Offset behind what stands at `at`, -1 where it does not fit; TOO_LARGE: ask the pattern itself. */
  match(bytes: Uint8Array, at: number, end: number): number {
    this.#bytes = bytes
    this.#end = end
    this.#rounds = 0
    this.#isLost = false
    this.starts.fill(-1)
    this.ends.fill(-1)
    const found = this.#whole.match(at)
    return this.#isLost ? TOO_LARGE : found
  }

  #compile(node: Node, next: Rest): Rest {
    switch (node.kind) {
      case 'set':
        return {
          match: (at) => (at < this.#end && node.set[this.#bytes[at]] === 1 ? next.match(at + 1) : -1),
          first: node.set,
        }
      case 'look':
        return { match: (at) => (node.set[this.#byteAt(at)] === 1 ? next.match(at) : -1), first: next.first }
      case 'tail':
        return this.#tail(node.node, next)
      case 'group':
        return this.#group(node.name, node.node, next)
      case 'sequence':
        return this.#sequence(node.nodes, next)
      case 'choice':
        return this.#choice(node.nodes.map((one) => this.#compile(one, next)))
      default:
        return this.#repeat(node, next)
    }
  }

  /** Bytes that follow each other are one step. */
  #sequence(nodes: readonly Node[], next: Rest): Rest {
    let rest = next
    for (let end = nodes.length; end > 0;) {
      let begin = end - 1
      while (begin > 0 && nodes[begin].kind === 'set' && nodes[begin - 1].kind === 'set') begin--
      const sets = setsOf({ kind: 'sequence', nodes: nodes.slice(begin, end) })
      rest = sets && sets.length > 1 ? this.#sets(sets, rest) : this.#compile(nodes[begin], rest)
      end = begin
    }
    return rest
  }

  #sets(sets: readonly ByteSet[], next: Rest): Rest {
    const { length } = sets
    const match = (at: number): number => {
      const bytes = this.#bytes
      if (at + length > this.#end) return -1
      for (let i = 0; i < length; i++) if (sets[i][bytes[at + i]] === 0) return -1
      return next.match(at + length)
    }
    return { match, first: sets[0] }
  }

  #byteAt(at: number): number {
    return at < this.#end ? this.#bytes[at] : END
  }

  #tail(node: Node, next: Rest): Rest {
    const ahead = this.#compile(node, { match: (at) => at, first: next.first })
    return { match: (at) => (ahead.match(at) < 0 ? -1 : next.match(at)), first: next.first }
  }

  #group(name: string, node: Node, next: Rest): Rest {
    const known = this.#names.indexOf(name)
    const group = known < 0 ? this.#names.push(name) - 1 : known
    const inner = this.#compile(node, {
      match: (at) => {
        const start = this.starts[group]
        const end = this.ends[group]
        this.starts[group] = this.#opened[group]
        this.ends[group] = at
        const found = next.match(at)
        if (found >= 0) return found
        this.starts[group] = start
        this.ends[group] = end
        return found
      },
      first: next.first,
    })
    return {
      match: (at) => {
        this.#opened[group] = at
        return inner.match(at)
      },
      first: inner.first,
    }
  }

  #choice(ways: readonly Rest[]): Rest {
    return {
      match: (at) => {
        const byte = this.#byteAt(at)
        for (const { first, match } of ways) {
          const found = first[byte] === 1 ? match(at) : -1
          if (found >= 0) return found
        }
        return -1
      },
      first: union(ways.map(({ first }) => first)),
    }
  }

  #repeat(node: Node & { kind: 'repeat' }, next: Rest): Rest {
    const { min, max, isLazy } = node
    if (node.node.kind === 'set') return this.#run(node.node.set, min, max, isLazy, next)
    if (max <= MOST_COPIES) return this.#copies(node, next)
    const units = max === Number.POSITIVE_INFINITY && min === 0 && !isLazy ? unitsOf(node.node) : undefined
    return units && isApart(units.first, next.first) ? this.#units(units, next) : this.#loop(node, next)
  }

  /** Of one byte. */
  #run(set: ByteSet, min: number, max: number, isLazy: boolean, next: Rest): Rest {
    const first = min > 0 ? set : union([set, next.first])
    const endOf = (at: number): number => {
      const bytes = this.#bytes
      const stop = Math.min(this.#end, at + max)
      let to = at
      while (to < stop && set[bytes[to]] === 1) to++
      return to
    }
    if (isApart(set, next.first)) {
      const match = (at: number): number => {
        const to = endOf(at)
        return to - at < min ? -1 : next.match(to)
      }
      return { match, first }
    }
    const tryAt = (at: number): number => (next.first[this.#byteAt(at)] === 1 ? next.match(at) : -1)
    const match = (at: number): number => {
      const to = endOf(at)
      let found = -1
      if (isLazy) for (let i = at + min; i <= to && found < 0; i++) found = tryAt(i)
      else for (let i = to; i >= at + min && found < 0; i--) found = tryAt(i)
      return found
    }
    return { match, first }
  }

  #copies({ node, min, max, isLazy }: Node & { kind: 'repeat' }, next: Rest): Rest {
    let rest = next
    for (let i = min; i < max; i++) {
      const more = this.#compile(node, rest)
      rest = this.#choice(isLazy ? [next, more] : [more, next])
    }
    for (let i = 0; i < min; i++) rest = this.#compile(node, rest)
    return rest
  }

  /** As many as there are: no other number of them fits. */
  #units({ first, kindOf, kinds }: Units, next: Rest): Rest {
    const match = (at: number): number => {
      const bytes = this.#bytes
      const end = this.#end
      let to = at
      for (;;) {
        const sets = to < end ? kinds[kindOf[bytes[to]]] : undefined
        if (sets === undefined || to + sets.length > end) break
        let i = 1
        while (i < sets.length && sets[i][bytes[to + i]] === 1) i++
        if (i < sets.length) break
        to += i
      }
      return next.match(to)
    }
    return { match, first: union([first, next.first]) }
  }

  #loop({ node, min, isLazy }: Node & { kind: 'repeat' }, next: Rest): Rest {
    const loop: { match: Rest['match']; readonly first: ByteSet } = {
      match: () => -1,
      first: new Uint8Array(END + 1).fill(1),
    }
    const more = this.#compile(node, loop)
    loop.match = this.#choice(isLazy ? [next, this.#counted(more)] : [this.#counted(more), next]).match
    let rest: Rest = loop
    for (let i = 0; i < min; i++) rest = this.#compile(node, rest)
    return rest
  }

  #counted({ match, first }: Rest): Rest {
    return {
      match: (at) => {
        if (this.#rounds === MOST_ROUNDS) this.#isLost = true
        if (this.#isLost) return -1
        this.#rounds++
        const found = match(at)
        this.#rounds--
        return found
      },
      first,
    }
  }
}

/** What repeats in one way only: which byte it begins with says how it goes on. */
interface Units {
  readonly first: ByteSet
  /** Index into `kinds` by first byte; behind its end for bytes that begin none. */
  readonly kindOf: Uint8Array
  readonly kinds: readonly (readonly ByteSet[])[]
}

function unitsOf(node: Node): Units | undefined {
  const kinds = (node.kind === 'choice' ? node.nodes : [node]).map(setsOf)
  const kindOf = new Uint8Array(END + 1).fill(kinds.length)
  for (const [kind, sets] of kinds.entries()) {
    const begin = sets?.at(0)
    if (!begin) return undefined
    for (let byte = 0; byte < END; byte++) {
      if (begin[byte] === 0) continue
      if (kindOf[byte] < kinds.length) return undefined
      kindOf[byte] = kind
    }
  }
  return {
    first: kindOf.map((kind) => (kind < kinds.length ? 1 : 0)),
    kindOf,
    kinds: kinds.flatMap((sets) => (sets ? [sets] : [])),
  }
}

/** Of a node as long as it has sets. */
function setsOf(node: Node): readonly ByteSet[] | undefined {
  if (node.kind === 'set') return [node.set]
  if (node.kind !== 'sequence') return undefined
  const sets = node.nodes.flatMap((one) => (one.kind === 'set' ? [one.set] : []))
  return sets.length === node.nodes.length ? sets : undefined
}

function union(sets: readonly ByteSet[]): ByteSet {
  const all = new Uint8Array(END + 1)
  for (const set of sets) add(all, set)
  return all
}

function isApart(a: ByteSet, b: ByteSet): boolean {
  return a.every((has, byte) => has === 0 || b[byte] === 0)
}

/** Whether a group may take part more than once. */
function repeatsGroup(node: Node, isRepeated = false): boolean {
  switch (node.kind) {
    case 'group':
      return isRepeated || repeatsGroup(node.node, isRepeated)
    case 'sequence':
    case 'choice':
      return node.nodes.some((one) => repeatsGroup(one, isRepeated))
    case 'repeat':
      return repeatsGroup(node.node, isRepeated || node.max > 1)
    case 'tail':
      return repeatsGroup(node.node, true)
    default:
      return false
  }
}

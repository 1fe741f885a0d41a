/**
 * Reads the source of a regular expression into a tree, for matching over bytes that hold one char each. Only what a
 * byte automaton can do exactly is taken; for anything else the answer is undefined, and the pattern stays a RegExp.
 */
import { add, codeOf, END, inverted, only, setOf, type ByteSet } from './byte-set.ts'

export type Node =
  | { readonly kind: 'set'; readonly set: ByteSet }
  /** The next byte is one of these; it is not taken. */
  | { readonly kind: 'look'; readonly set: ByteSet }
  /** These bytes follow the match. */
  | { readonly kind: 'tail'; readonly node: Node; readonly width: number }
  | { readonly kind: 'group'; readonly name: string; readonly node: Node }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | {
      readonly kind: 'repeat'
      readonly node: Node
      readonly min: number
      readonly max: number
      readonly isLazy: boolean
    }

class Unsupported extends Error {}

/** Where `isLoose`, a look-ahead that is too much for bytes counts as met. */
export function parsePattern({ source, flags }: RegExp, isLoose = false): Node | undefined {
  try {
    const parser = new Parser(source.replace(/^\^/, ''), flags, isLoose)
    const node = parser.choice()
    return parser.isDone ? node : undefined
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    throw error
  }
}

const word = setOf((c) => /\w/.test(String.fromCharCode(c)))
const classes: Readonly<Record<string, ByteSet>> = {
  d: setOf((c) => c >= 48 && c <= 57),
  w: word,
  s: setOf((c) => /\s/.test(String.fromCharCode(c))),
}
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, '0': 0 }
const any = setOf(() => true)
const notLineEnd = setOf((c) => c !== 10 && c !== 13)

class Parser {
  readonly #source: string
  readonly #ignoresCase: boolean
  /** What a dot stands for. */
  readonly #dot: ByteSet
  readonly #isLoose: boolean
  #at = 0

  constructor(source: string, flags: string, isLoose: boolean) {
    this.#source = source
    this.#isLoose = isLoose
    this.#ignoresCase = flags.includes('i')
    this.#dot = flags.includes('s') ? any : notLineEnd
  }

  get isDone(): boolean {
    return this.#at === this.#source.length
  }

  choice(): Node {
    const nodes = [this.#sequence()]
    while (this.#takes('|')) nodes.push(this.#sequence())
    return nodes.length === 1 ? nodes[0] : { kind: 'choice', nodes }
  }

  #sequence(): Node {
    const nodes: Node[] = []
    while (!this.isDone && this.#peek() !== '|' && this.#peek() !== ')') nodes.push(this.#repeated(nodes.at(-1)))
    return nodes.length === 1 ? nodes[0] : { kind: 'sequence', nodes }
  }

  #repeated(before: Node | undefined): Node {
    const node = this.#atom(before)
    const [min, max] = this.#quantity()
    return min === 1 && max === 1 ? node : { kind: 'repeat', node, min, max, isLazy: this.#takes('?') }
  }

  #quantity(): readonly [number, number] {
    if (this.#takes('*')) return [0, Number.POSITIVE_INFINITY]
    if (this.#takes('+')) return [1, Number.POSITIVE_INFINITY]
    if (this.#takes('?')) return [0, 1]
    const [whole, min, comma, max] = /^\{(\d+)(,?)(\d*)\}/.exec(this.#source.slice(this.#at)) ?? []
    if (whole === undefined) return [1, 1]
    this.#at += whole.length
    if (comma === '') return [Number(min), Number(min)]
    return [Number(min), max === '' ? Number.POSITIVE_INFINITY : Number(max)]
  }

  #atom(before: Node | undefined): Node {
    if (this.#takes('(')) return this.#group()
    if (this.#takes('$')) return { kind: 'look', set: new Uint8Array(END + 1).fill(1, END) }
    if (this.#takes('.')) return { kind: 'set', set: this.#dot }
    if (this.#takes('[')) return { kind: 'set', set: this.#brackets() }
    if (this.#takes('\\b')) return behind(before)
    const c = this.#peek()
    if ('^*+?{'.includes(c)) throw new Unsupported()
    return { kind: 'set', set: this.#cased(this.#element()) }
  }

  #group(): Node {
    const isLook = this.#takes('?=')
    const isNotLook = !isLook && this.#takes('?!')
    const name = this.#takesName()
    const isPlain = isLook || isNotLook || name !== '' || this.#takes('?:')
    if (!isPlain && this.#peek() === '?') throw new Unsupported()
    const node = this.choice()
    if (!this.#takes(')')) throw new Unsupported()
    if (name !== '') return { kind: 'group', name, node }
    if (!isLook && !isNotLook) return node
    const set = nextOf(node)
    if (set) return { kind: 'look', set: isNotLook ? inverted(set, true) : set }
    if (this.#isLoose) return { kind: 'sequence', nodes: [] }
    return isNotLook ? unsupported() : tailOf(node)
  }

  /** Of a group; empty where it has none. */
  #takesName(): string {
    const [whole = '', name = ''] = /^\?<(\w+)>/.exec(this.#source.slice(this.#at, this.#at + 40)) ?? []
    this.#at += whole.length
    return name
  }

  #brackets(): ByteSet {
    const isNot = this.#takes('^')
    const set = new Uint8Array(END + 1)
    while (!this.#takes(']')) this.#addRange(set)
    const cased = this.#cased(set)
    return isNot ? inverted(cased, false) : cased
  }

  #addRange(set: ByteSet): void {
    const from = this.#at
    const first = this.#element()
    const isRange = this.#peek() === '-' && this.#source[this.#at + 1] !== ']' && !isClass(this.#source, from)
    if (!isRange) return add(set, first)
    this.#at++
    const low = codeOf(first)
    const high = codeOf(this.#element())
    if (low >= 0) set.fill(1, low, Math.max(low, high < 0 ? END : high + 1))
  }

  /** One character or class. */
  #element(): ByteSet {
    const c = this.#source[this.#at++] ?? unsupported()
    if (c !== '\\') return only(c.charCodeAt(0))
    const escaped = this.#source[this.#at++] ?? unsupported()
    const known = classes[escaped.toLowerCase()]
    if (known) return escaped in classes ? known : inverted(known, false)
    if (escaped in controls) return only(controls[escaped])
    if (escaped === 'u' || escaped === 'x') return this.#coded(escaped === 'u' ? 4 : 2)
    if (/\w/.test(escaped)) throw new Unsupported()
    return only(escaped.charCodeAt(0))
  }

  #coded(digits: number): ByteSet {
    this.#at += digits
    return only(Number.parseInt(this.#source.slice(this.#at - digits, this.#at), 16))
  }

  #cased(set: ByteSet): ByteSet {
    if (!this.#ignoresCase) return set
    const both = set.slice()
    for (let c = 65; c <= 90; c++) both[c] = both[c + 32] = set[c] | set[c + 32]
    return both
  }

  #peek(): string {
    return this.#source[this.#at] ?? ''
  }

  #takes(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false
    this.#at += text.length
    return true
  }
}

function unsupported(): never {
  throw new Unsupported()
}

function isClass(source: string, at: number): boolean {
  return /^\\[dwsDWS]/.test(source.slice(at, at + 2))
}

/** A word ends here, when a word character is before. */
function behind(before: Node | undefined): Node {
  const isWord = before?.kind === 'set' && before.set.every((has, c) => has === 0 || word[c] === 1)
  return isWord ? { kind: 'look', set: inverted(word, true) } : unsupported()
}

/** What may come next, where that is all the look-ahead asks; else undefined. */
function nextOf(node: Node): ByteSet | undefined {
  if (node.kind === 'set' || node.kind === 'look') return node.set
  if (node.kind === 'group') return nextOf(node.node)
  if (node.kind !== 'choice') return undefined
  const set = new Uint8Array(END + 1)
  for (const one of node.nodes) {
    const next = nextOf(one)
    if (!next) return undefined
    add(set, next)
  }
  return set
}

/** Of what may go on without end, the least is all that is asked. */
function tailOf(node: Node): Node {
  const least = node.kind === 'repeat' ? { ...node, max: node.min } : node
  return { kind: 'tail', node: least, width: widthOf(least) }
}

function widthOf(node: Node): number {
  if (node.kind === 'set') return 1
  if (node.kind === 'group') return widthOf(node.node)
  if (node.kind === 'sequence') return node.nodes.reduce((sum, one) => sum + widthOf(one), 0)
  return node.kind === 'repeat' && node.min === node.max ? node.min * widthOf(node.node) : unsupported()
}

/** Whether whatever fits holds this byte. */
export function requires(node: Node, byte: number): boolean {
  switch (node.kind) {
    case 'set':
      return node.set[byte] === 1 && node.set.indexOf(1) === byte && node.set.lastIndexOf(1) === byte
    case 'sequence':
      return node.nodes.some((one) => requires(one, byte))
    case 'choice':
      return node.nodes.every((one) => requires(one, byte))
    case 'group':
      return requires(node.node, byte)
    case 'repeat':
      return node.min > 0 && requires(node.node, byte)
    default:
      return false
  }
}

/** A pattern as a program of small states, as in Thompson's construction; the first way through it that fits counts. */
import type { ByteSet } from './byte-set.ts'
import { parsePattern, type Node } from './syntax.ts'

export type State =
  | { readonly kind: 'take' | 'look'; readonly set: ByteSet; readonly next: number }
  | { readonly kind: 'split'; first: number; second: number }
  /** The match ended so many bytes ago. */
  | { readonly kind: 'match'; readonly back: number }

export interface Program {
  readonly states: readonly State[]
  readonly start: number
}

const MAX_STATES = 8000
const MATCH = 0

/** Undefined for a pattern that bytes alone cannot tell, or that is too large. */
export function programOf(pattern: RegExp, isLoose = false): Program | undefined {
  const tree = parsePattern(pattern, isLoose)
  if (!tree) return undefined
  const states: State[] = [{ kind: 'match', back: 0 }]
  const start = compile(tree, MATCH, states)
  return start < 0 || states.length > MAX_STATES ? undefined : { states, start }
}

/** Index of the state that begins `node` and goes on with `next`; -1 when that cannot be. */
function compile(node: Node, next: number, states: State[]): number {
  if (next < 0 || states.length > MAX_STATES) return -1
  switch (node.kind) {
    case 'set':
      return states.push({ kind: 'take', set: node.set, next }) - 1
    case 'look':
      return states.push({ kind: 'look', set: node.set, next }) - 1
    case 'tail':
      return next === MATCH ? compile(node.node, states.push({ kind: 'match', back: node.width }) - 1, states) : -1
    case 'group':
      return compile(node.node, next, states)
    case 'sequence':
      return node.nodes.reduceRight((behind, one) => compile(one, behind, states), next)
    case 'choice':
      return choice(node.nodes, next, states)
    default:
      return repeat(node, next, states)
  }
}

function choice(nodes: readonly Node[], next: number, states: State[]): number {
  const starts = nodes.map((node) => compile(node, next, states))
  if (starts.includes(-1)) return -1
  return starts.reduceRight((second, first) => states.push({ kind: 'split', first, second }) - 1)
}

function repeat({ node, min, max, isLazy }: Node & { kind: 'repeat' }, next: number, states: State[]): number {
  let start = next
  if (max === Number.POSITIVE_INFINITY) start = loop(node, next, isLazy, states)
  else for (let i = min; i < max && start >= 0; i++) start = option(compile(node, start, states), next, isLazy, states)
  for (let i = 0; i < min && start >= 0; i++) start = compile(node, start, states)
  return start
}

function option(first: number, second: number, isLazy: boolean, states: State[]): number {
  if (first < 0) return -1
  return states.push({ kind: 'split', first: isLazy ? second : first, second: isLazy ? first : second }) - 1
}

function loop(node: Node, next: number, isLazy: boolean, states: State[]): number {
  const split = { kind: 'split' as const, first: next, second: next }
  const index = states.push(split) - 1
  const body = compile(node, index, states)
  if (isLazy) split.second = body
  else split.first = body
  return body < 0 ? -1 : index
}

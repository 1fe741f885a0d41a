/** Shapes by what they are made from: masked tokens. What a message of such tokens can tell is decided here. */
import { sharedCopies } from './detached.ts'
import { HashCache } from './hash-cache.ts'
import { foldTokens, shape } from './mine/shape.ts'
import { halves, TokenSums } from './mine/token-hash.ts'
import { asShape, varied } from './mine/varied.ts'
import { evidenceOf, NO_EVIDENCE, type Evidence } from './parse/evidence.ts'
import { levelOfMessage } from './parse/level.ts'
import type { Shape } from './record.ts'

export interface KnownShape {
  /** Index into `list`. */
  readonly index: number
  /** Level that the message itself begins with; 0 when it tells none. */
  readonly level: number
  readonly evidence: Evidence
}

export interface ShapeTable {
  readonly list: readonly Shape[]
  /** `tokens` as `tokenize` cut them. */
  of(component: string, tokens: readonly string[]): KnownShape
  /** Where the format itself knows what varies; such a message is a stranger's request, and no evidence. */
  ready(component: string, tokens: readonly string[]): KnownShape
}

/**
 * Token sequences, in each generation: what a message is told it is told again, though its words were found to vary since.
 * A power of two.
 */
const REMEMBERED = 1 << 16
/** Words of shapes of which one copy is kept. */
const MAX_WORDS = 1 << 16
/** Of all shapes that came when the table was full. */
const OVERFLOW = shape('(other)', ['<*>'])

export function shapeTable(size: number): ShapeTable {
  const list: Shape[] = []
  const byId = new Map<string, number>()
  const places = varied()
  const own = sharedCopies(MAX_WORDS)
  const sums = new TokenSums()
  const known = new HashCache(REMEMBERED)

  const indexOf = (made: Shape): number => {
    const found = byId.get(made.id)
    if (found !== undefined) return found
    if (list.length >= size && made.id !== OVERFLOW.id) return indexOf(OVERFLOW)
    const { id, component, tokens } = made
    byId.set(id, list.length)
    return list.push({ id, component: own(component), tokens: tokens.map(own) }) - 1
  }

  const makeShape = (component: string, tokens: readonly string[]): number => {
    const masked = places.masked(component, tokens)
    const before = list.length
    const index = indexOf(shape(component, asShape(masked)))
    if (index === before) places.see(component, masked)
    return index
  }

  const shapeOf = (component: string, tokens: readonly string[]): number => {
    const [a, b] = halves(sums.take(component, tokens).key())
    const found = known.find(a, b)
    if (found >= 0) return found
    const index = makeShape(component, foldTokens([...tokens]))
    known.keep(a, b, index)
    return index
  }

  return {
    list,
    of(component, tokens) {
      const text = tokens.join('')
      return {
        index: shapeOf(component, tokens),
        level: levelOfMessage(text),
        evidence: evidenceOf(tokens, text),
      }
    },
    ready: (component, tokens) => ({ index: indexOf(shape(component, tokens)), level: 0, evidence: NO_EVIDENCE }),
  }
}

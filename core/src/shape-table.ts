/**
 * Shapes by what they are made from. Messages of one shape mostly differ in masked values only, so the masked tokens are
 * looked up before anything else is done with them; what a message of such tokens can tell is decided once, here.
 */
import { sharedCopies } from './detached.ts'
import { foldTokens, shape } from './mine/shape.ts'
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

/** Token sequences looked up without making their shape again. */
const REMEMBERED = 50_000
/** Words of shapes of which one copy is kept. */
const MAX_WORDS = 1 << 16
/** Of all shapes that came when the table was full. */
const OVERFLOW = shape('(other)', ['<*>'])

export function shapeTable(size: number): ShapeTable {
  const list: Shape[] = []
  const byId = new Map<string, number>()
  const byTokens = new Map<string, KnownShape>()
  const places = varied()
  const own = sharedCopies(MAX_WORDS)

  const indexOf = (made: Shape): number => {
    const found = byId.get(made.id)
    if (found !== undefined) return found
    if (list.length >= size && made.id !== OVERFLOW.id) return indexOf(OVERFLOW)
    const { id, component, tokens } = made
    byId.set(id, list.length)
    return list.push({ id, component: own(component), tokens: tokens.map(own) }) - 1
  }

  const shapeOf = (component: string, tokens: readonly string[]): number => {
    const masked = places.masked(component, tokens)
    const before = list.length
    const index = indexOf(shape(component, asShape(masked)))
    if (index === before) places.see(component, masked)
    return index
  }

  const lookUp = (component: string, tokens: readonly string[], make: () => KnownShape): KnownShape => {
    const key = `${component}\u0001${tokens.join('\u0002')}`
    const found = byTokens.get(key)
    if (found) return found
    if (byTokens.size >= REMEMBERED) byTokens.clear()
    const made = make()
    byTokens.set(key, made)
    return made
  }

  return {
    list,
    of: (component, tokens) =>
      lookUp(component, tokens, () => ({
        index: shapeOf(component, foldTokens([...tokens])),
        ...toldBy(tokens),
      })),
    ready: (component, tokens) =>
      lookUp(component, tokens, () => ({ index: indexOf(shape(component, tokens)), level: 0, evidence: NO_EVIDENCE })),
  }
}

function toldBy(tokens: readonly string[]): Pick<KnownShape, 'level' | 'evidence'> {
  return { level: levelOfMessage(tokens.join('')), evidence: evidenceOf(tokens) }
}

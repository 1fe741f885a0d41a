/**
 * Places where words vary, found where shapes are made, so that their number stays bounded: once so many different words
 * stood at one place with all else equal that no miner takes it for part of the statement, further words there make no
 * shape of their own. The miner comes to the same template for the shapes before and after (it asks for fewer words), so
 * when that happens, and in which observer, changes nothing.
 *
 * Layout: a context is a sequence without one or two of its words, with how often words were seen there. A mask is a set of
 * places that are blanked; masks are kept by frame, which is the sequence without any of its words.
 */
import { HashCache } from '../hash-cache.ts'
import { isVariableWord } from './suspicion.ts'
import { halves, TokenSums, type Cut } from './token-hash.ts'
import { isValue, WILDCARD } from './tokens.ts'

/** More than the miner ever asks for. */
const ENOUGH = 24
/** A value that is written in another way than before is nothing but a value. */
const ENOUGH_FORMS = 2
/** So many sequences that differ in how their values are written: no value shows it. */
const ENOUGH_OF_ALL_FORMS = 4
/** So many sequences that differ in two places only: both vary. Looked for where as many are alike. */
const ENOUGH_OF_TWO = 64
/** In each generation of the table that counts them. */
const MAX_CONTEXTS = 1 << 17
const MAX_FRAMES = 1 << 15
const MASKS_PER_FRAME = 8

/** Stands in sequences of this module where a word was; no message has it. */
const VARIED = '\u0000'

export interface Varied {
  /** The sequence with the places blanked that are known to vary: `asShape` gives it as others know it. */
  masked(component: string, tokens: readonly string[]): readonly string[]
  /** A sequence that is new, as `masked` gave it. */
  see(component: string, tokens: readonly string[]): void
}

export function varied(): Varied {
  /** How often each sequence without some of its words was seen. */
  const contexts = new HashCache(MAX_CONTEXTS)
  /** How many sequences have this frame. */
  const frames = new HashCache(MAX_FRAMES)
  const masks = new Map<number, (readonly number[])[]>()
  /** Sequences that a mask led to. */
  const opened = new Set<number>()
  const sums = new TokenSums()

  /** The sequence that was taken last, without these places. */
  function without(places: readonly number[]): number {
    return sums.key(places.map(cutAt))
  }

  function masked(component: string, tokens: readonly string[]): readonly string[] {
    if (masks.size === 0) return tokens
    sums.take(component, tokens)
    for (const places of masks.get(frameOf(placesOf(tokens))) ?? []) {
      if (opened.has(without(places))) return blanked(tokens, places)
    }
    return tokens
  }

  function see(component: string, tokens: readonly string[]): void {
    const places = placesOf(tokens)
    const { words, forms } = places
    if (words.length + forms.length < 2) return
    sums.take(component, tokens)
    const alike = seenIn(frames, frameOf(places))
    const pairs = alike >= ENOUGH_OF_TWO ? pairsOf(words) : []
    const open = [
      ...enoughOf(words.map(alone), ENOUGH),
      ...enoughOf(forms.map(alone), ENOUGH_FORMS),
      ...enoughOf(forms.length > 1 ? [forms] : [], ENOUGH_OF_ALL_FORMS),
      ...enoughOf(pairs, ENOUGH_OF_TWO),
    ]
    for (const cut of open) openPlaces(component, blanked(tokens, cut))
  }

  /** Those of the cuts that were made often enough by now. */
  function enoughOf(cuts: readonly (readonly number[])[], enough: number): (readonly number[])[] {
    return cuts.filter((cut) => seenIn(contexts, without(cut)) === enough)
  }

  /** Of the sequence that was taken last. */
  function frameOf({ all }: Places): number {
    return sums.key(all.map(cutAt))
  }

  /** `wide`: a sequence whose blanked places all vary. */
  function openPlaces(component: string, wide: readonly string[]): void {
    sums.take(component, wide)
    const places = [...wide.keys()].filter((at) => wide[at] === VARIED)
    const frame = frameOf(placesOf(wide))
    const known = masks.get(frame) ?? []
    if (masks.size >= MAX_FRAMES || known.length >= MASKS_PER_FRAME) return
    if (!known.some((mask) => mask.join() === places.join())) masks.set(frame, [places, ...known])
    opened.add(without(places))
    see(component, wide)
  }

  return {
    masked,
    see,
  }
}

export function asShape(tokens: readonly string[]): string[] {
  return tokens.map((token) => (token === VARIED ? WILDCARD : token))
}

function blanked(tokens: readonly string[], places: readonly number[]): string[] {
  return tokens.map((token, at) => (places.includes(at) ? VARIED : token))
}

/** What a sequence is looked at without, by places. */
interface Places {
  readonly words: readonly number[]
  /** Values that show how they are written. */
  readonly forms: readonly number[]
  /** Both, and what is blanked already. */
  readonly all: readonly number[]
}

function placesOf(tokens: readonly string[]): Places {
  const words: number[] = []
  const forms: number[] = []
  const all: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === WILDCARD) continue
    if (isValue(token)) forms.push(at)
    else if (isVariableWord(token)) words.push(at)
    else if (token !== VARIED) continue
    all.push(at)
  }
  return { words, forms, all }
}

/** How often that key came, this time too. */
function seenIn(counts: HashCache, key: number): number {
  const [low, high] = halves(key)
  return counts.count(low, high)
}

/** Every sequence is looked at without each of its words: the lists of one place are shared. */
const lists: (readonly number[])[] = []

function alone(place: number): readonly number[] {
  return (lists[place] ??= [place])
}

/** At most the last of many words are tried together. */
const PAIRED_WORDS = 12

function pairsOf(places: readonly number[]): number[][] {
  const paired = places.slice(-PAIRED_WORDS)
  if (paired.length < 3) return []
  return paired.flatMap((first, i) => paired.slice(i + 1).map((second) => [first, second]))
}

const cuts: Cut[] = []

function cutAt(at: number): Cut {
  return (cuts[at] ??= { from: at, to: at + 1 })
}

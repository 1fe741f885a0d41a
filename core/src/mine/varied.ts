/**
 * Places where words vary, found where shapes are made, so that their number stays bounded: once so many different words
 * stood at one place with all else equal that no miner takes it for part of the statement, further words there make no
 * shape of their own. The miner comes to the same template for the shapes before and after (it asks for fewer words), so
 * when that happens, and in which observer, changes nothing.
 *
 * Layout: a context is a sequence without one or two of its words, with how often words were seen there. A mask is a set of
 * places that are blanked; masks are kept by frame, which is the sequence without any of its words.
 */
import { isVariableWord } from './suspicion.ts'
import { TokenSums, type Cut } from './token-hash.ts'
import { isValue, WILDCARD } from './tokens.ts'

/** More than the miner ever asks for. */
const ENOUGH = 24
/** A value that is written in another way than before is nothing but a value. */
const ENOUGH_FORMS = 2
/** So many sequences that differ in how their values are written: no value shows it. */
const ENOUGH_OF_ALL_FORMS = 4
/** So many sequences that differ in two places only: both vary. Looked for where as many are alike. */
const ENOUGH_OF_TWO = 64
const MAX_CONTEXTS = 300_000
const MAX_FRAMES = 50_000
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
  const contexts = new Map<number, number>()
  /** Sequences by frame. */
  const frames = new Map<number, number>()
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
    for (const places of masks.get(sums.key(framedOf(tokens))) ?? []) {
      if (opened.has(without(places))) return blanked(tokens, places)
    }
    return tokens
  }

  function see(component: string, tokens: readonly string[]): void {
    const places = wordsOf(tokens)
    const forms = formsOf(tokens)
    if (places.length + forms.length < 2) return
    sums.take(component, tokens)
    const frame = sums.key(framedOf(tokens))
    const alike = (frames.get(frame) ?? 0) + 1
    frames.set(frame, alike)
    const pairs = alike >= ENOUGH_OF_TWO ? pairsOf(places) : []
    const open = [
      ...enoughOf(places.map(alone), ENOUGH),
      ...enoughOf(forms.map(alone), ENOUGH_FORMS),
      ...enoughOf(forms.length > 1 ? [forms] : [], ENOUGH_OF_ALL_FORMS),
      ...enoughOf(pairs, ENOUGH_OF_TWO),
    ]
    for (const cut of open) openPlaces(component, blanked(tokens, cut))
    if (contexts.size > MAX_CONTEXTS) contexts.clear()
    if (frames.size > MAX_FRAMES) frames.clear()
  }

  /** Those of the cuts that were made often enough by now. */
  function enoughOf(cuts: readonly (readonly number[])[], enough: number): (readonly number[])[] {
    return cuts.filter((cut) => {
      const context = without(cut)
      const seen = (contexts.get(context) ?? 0) + 1
      contexts.set(context, seen)
      return seen === enough
    })
  }

  /** `wide`: a sequence whose blanked places all vary. */
  function openPlaces(component: string, wide: readonly string[]): void {
    sums.take(component, wide)
    const places = [...wide.keys()].filter((at) => wide[at] === VARIED)
    const frame = sums.key(framedOf(wide))
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

function wordsOf(tokens: readonly string[]): number[] {
  return [...tokens.keys()].filter((at) => isVariableWord(tokens[at]) && !isValue(tokens[at]))
}

function formsOf(tokens: readonly string[]): number[] {
  return [...tokens.keys()].filter((at) => tokens[at] !== WILDCARD && isValue(tokens[at]))
}

function alone(place: number): readonly number[] {
  return [place]
}

/** At most the last of many words are tried together. */
const PAIRED_WORDS = 12

function pairsOf(places: readonly number[]): number[][] {
  const paired = places.slice(-PAIRED_WORDS)
  if (paired.length < 3) return []
  return paired.flatMap((first, i) => paired.slice(i + 1).map((second) => [first, second]))
}

/** Places of the sequence that its frame is without. */
function framedOf(tokens: readonly string[]): Cut[] {
  return [...tokens.keys()].filter((at) => tokens[at] === VARIED || isWordOrForm(tokens[at])).map(cutAt)
}

function isWordOrForm(token: string): boolean {
  return isVariableWord(token) || (token !== WILDCARD && isValue(token))
}

function cutAt(at: number): Cut {
  return { from: at, to: at + 1 }
}

/** All that is to be known of a shape before any of its lines is read. */
import type { Shape } from '../record.ts'
import { classify, type Meaning } from './classify.ts'
import { allWords, plainWords, type Words } from './words.ts'
import { mayBeCoded } from './outcome-codes.ts'
import { isSignIn } from './paths.ts'
import { mayHoldRequest } from './requests.ts'

export interface ShapeMeaning {
  /** Nothing in it is a word: what its lines say was taken for a value. */
  readonly isWordless: boolean
  readonly meaning: Meaning | undefined
  /** Its lines may be requests, or packets. */
  readonly request: boolean
  /** A request to sign in: its answer matters whatever it is. */
  readonly signIn: boolean
  readonly packet: boolean
  /** A name stands where a word may tell how it went: "login refused", "account locked". */
  readonly hasAccountSlot: boolean
  /** Says no more than whose session it is, and of which session its header must tell. */
  readonly needsSession: boolean
  /** How it went may be told by a number. */
  readonly coded: boolean
  /** A line of it can be an event. */
  readonly worthReading: boolean
  /** Somebody was not let in: where its lines tell of packets, of a door that was tried. */
  readonly turnsAway: boolean
}

export interface TextMeaning extends ShapeMeaning {
  /** The words it is of, values masked; where a verdict stood in the place of a name, those of the message itself. */
  readonly text: string
}

/** Of all shapes no line of which can be an event: nearly all, so they share it. */
const SILENT: ShapeMeaning = {
  isWordless: false,
  meaning: undefined,
  request: false,
  signIn: false,
  packet: false,
  hasAccountSlot: false,
  needsSession: false,
  coded: false,
  worthReading: false,
  turnsAway: false,
}
const WORDLESS: ShapeMeaning = { ...SILENT, isWordless: true }

const TURNED_AWAY = ['verdict', 'dropped'] as const

/** The shape does not say where to. */
const POST_SOMEWHERE = /POST <\*>/
/** An action as a field of its own, as positional records have it. */
const POSITIONAL = /,(?:block|deny|drop|reject)(?:ed)?,/i
const PACKET = /\b(?:src|srcip|src_ip|saddr|source(?:_?ip)?|srcaddr)[=:]|\bports (?:<\*>|\d)/i

export function textOf({ tokens }: Pick<Shape, 'tokens'>): string {
  return tokens.join('')
}

export function shapeMeaning(shape: Pick<Shape, 'tokens'>, words: Words = allWords): ShapeMeaning {
  return meaningOf(textOf(shape), words)
}

export function meaningOfText(text: string, words: Words = allWords): TextMeaning {
  return { ...meaningOf(text, words), text }
}

function meaningOf(text: string, words: Words): ShapeMeaning {
  const request = mayHoldRequest(text)
  const packet = PACKET.test(text) || POSITIONAL.test(text)
  const hasAccountSlot = ACCOUNT_SLOT.test(text)
  const coded = mayBeCoded(text)
  const meaning = classify(text, words)
  const isWordless = !A_WORD.test(text)
  const worthReading = meaning !== undefined || request || packet || hasAccountSlot || coded
  if (!worthReading) return isWordless ? WORDLESS : SILENT
  return {
    isWordless,
    meaning,
    request,
    signIn: request && (POST_SOMEWHERE.test(text) || text.split(' ').some(isSignIn)),
    packet,
    hasAccountSlot,
    coded,
    needsSession: meaning?.kind === 'link' && !request && !packet && !hasAccountSlot && !coded && !SESSION.test(text),
    turnsAway:
      (meaning?.kind === 'abuse' || meaning?.kind === 'probe') &&
      TURNED_AWAY.some((role) => words[role].test(plainWords(text))),
    worthReading,
  }
}

const A_WORD = /\p{L}/u
const SESSION = /\[|session|sid\b|\bconn=/i
const ACCOUNT_SLOT = /\b(?:user|username|account|login) <\*>/i
const ACCOUNT_WORDS = /\b(?:user|username|account|login) (?=(\p{L}+))/giu

/** The shape holds names back; where the name is no name but a verdict, the line itself is asked. */
export function withAccountWord(known: TextMeaning, message: string, words: Words): TextMeaning {
  if (!known.hasAccountSlot) return known
  const named = [...message.matchAll(ACCOUNT_WORDS)].map(([, word]) => word)
  return named.some((word) => isOutcome(word, words)) ? meaningOfText(message, words) : known
}

/** Whether a word tells how it went. */
export function isOutcome(word: string, { failure, verdict, success }: Words): boolean {
  const plain = plainWords(word)
  return failure.test(plain) || verdict.test(plain) || success.test(plain)
}

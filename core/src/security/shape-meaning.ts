/** All that is to be known of a shape before any of its lines is read. */
import type { Shape } from '../record.ts'
import { classify, type Meaning } from './classify.ts'
import { allWords, plainWords, type Words } from './words.ts'
import { isSignIn } from './paths.ts'
import { mayHoldRequest } from './requests.ts'

export interface ShapeMeaning {
  readonly meaning?: Meaning
  /** Its lines may be requests, or packets. */
  readonly request: boolean
  /** A request to sign in: its answer matters whatever it is. */
  readonly signIn: boolean
  readonly packet: boolean
  /** A name stands where a word may tell how it went: "login refused", "account locked". */
  readonly hasAccountSlot: boolean
  /** Says no more than whose session it is, and of which session its header must tell. */
  readonly needsSession: boolean
  /** A line of it can be an event. */
  readonly worthReading: boolean
}

/** The shape does not say where to. */
const POST_SOMEWHERE = /POST <\*>/
const PACKET = /\b(?:src|srcip|src_ip|saddr|source(?:_?ip)?|srcaddr)=|\bports (?:<\*>|\d)/i

export function shapeMeaning({ tokens }: Pick<Shape, 'tokens'>, words: Words = allWords): ShapeMeaning {
  return meaningOfText(tokens.join(''), words)
}

export function meaningOfText(text: string, words: Words = allWords): ShapeMeaning {
  const request = mayHoldRequest(text)
  const packet = PACKET.test(text)
  const hasAccountSlot = ACCOUNT_SLOT.test(text)
  const meaning = classify(text, words)
  return {
    ...(meaning !== undefined && { meaning }),
    request,
    signIn: request && (POST_SOMEWHERE.test(text) || text.split(' ').some(isSignIn)),
    packet,
    hasAccountSlot,
    needsSession: meaning?.kind === 'link' && !request && !packet && !hasAccountSlot && !SESSION.test(text),
    worthReading: meaning !== undefined || request || packet || hasAccountSlot,
  }
}

const SESSION = /\[|session|sid\b/i
const ACCOUNT_SLOT = /\b(?:user|username|account|login) <\*>/i
const ACCOUNT_WORD = /\b(?:user|username|account|login) (\p{L}+)/iu

/** The shape holds names back; where the name is no name but a verdict, the line itself is asked. */
export function withAccountWord(known: ShapeMeaning, message: string, words: Words): ShapeMeaning {
  const word = known.hasAccountSlot ? ACCOUNT_WORD.exec(message)?.[1] : undefined
  if (word === undefined) return known
  const plain = plainWords(word)
  const isOutcome = [words.failure, words.verdict, words.success].some((role) => role.test(plain))
  return isOutcome ? meaningOfText(message, words) : known
}

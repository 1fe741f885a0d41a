/** All that is to be known of a shape before any of its lines is read. */
import type { Shape } from '../record.ts'
import { classify, type Meaning } from './classify.ts'
import { isSignIn } from './paths.ts'
import { mayHoldRequest } from './requests.ts'

export interface ShapeMeaning {
  readonly meaning?: Meaning
  /** Its lines may be requests, or packets. */
  readonly request: boolean
  /** A request to sign in: its answer matters whatever it is. */
  readonly signIn: boolean
  readonly packet: boolean
  /** A line of it can be an event. */
  readonly worthReading: boolean
}

const PACKET = /\b(?:src|srcip|src_ip|saddr|source(?:_?ip)?|srcaddr)=/i

export function shapeMeaning({ tokens, component }: Pick<Shape, 'tokens' | 'component'>): ShapeMeaning {
  return meaningOfText(tokens.join(''), component)
}

export function meaningOfText(text: string, component = ''): ShapeMeaning {
  const request = mayHoldRequest(text)
  const packet = PACKET.test(text)
  const meaning = classify(text) ?? (SPEAKING.test(component) ? classify(`${component}: ${text}`) : undefined)
  return {
    ...(meaning !== undefined && { meaning }),
    request,
    signIn: request && text.split(' ').some(isSignIn),
    packet,
    worthReading: meaning !== undefined || request || packet,
  }
}

/** A header reader may take "Failed Login:" for the name of a component. */
const SPEAKING = /fail|invalid|denied|refused|rejected|login error/i

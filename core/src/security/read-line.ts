/**
 * One record to one event, on strings alone. Firewall records and requests are told by their form and never read as
 * words; everything else by what its words mean and who stands where.
 */
import { findAccount } from './accounts.ts'
import { classify, type Meaning } from './classify.ts'
import type { SecurityEvent } from './event.ts'
import { codedMeaning } from './outcome-codes.ts'
import { readDirected, readPacket, readPortList, readPositional, type Packet } from './firewall.ts'
import { jsonText, wordsOf, type JsonText, type Sentence } from './json-text.ts'
import { requestEvent, type Asker } from './request-event.ts'
import { namesSensitivePath } from './paths.ts'
import { readRequest, requestOfJson, requestOfMessage } from './requests.ts'
import { findParties, type Parties } from './roles.ts'
import { sessionKey } from './session-key.ts'
import { allWords, plainWords, type Words } from './words.ts'
import { meaningOfText, withAccountWord, type ShapeMeaning, type TextMeaning } from './shape-meaning.ts'

export interface LineFields {
  /** The record without its header. */
  readonly message: string
  /** What the shape means; found from the message when left out. */
  readonly known?: TextMeaning
  readonly host?: string
  /** As found by the parser. */
  readonly ip?: string
  readonly user?: string
  readonly session?: string
  /** HTTP status; 0 where there is none. */
  readonly status?: number
  /** What the words of its JSON mean, where that was found before. It holds neither packet nor request then. */
  readonly wording?: { readonly meaning?: Meaning }
}

/** What a line tells; when, where and by which shape are the caller's to add. */
export type Told = Omit<SecurityEvent, 'time' | 'service' | 'shape' | 'sample'>

export function readLine(raw: string, fields: LineFields, words: Words = allWords): Told | undefined {
  const { message } = fields
  const known =
    fields.known === undefined ? meaningOfText(message, words) : withAccountWord(fields.known, message, words)
  const json = jsonOf(raw, message)
  const text = json?.text ?? message
  if (json && fields.wording) return tell(fields.wording.meaning ?? known.meaning, raw, text, fields, json)
  const packet = json ? packetOf(json, words) : known.packet ? readPacket(raw) : undefined
  const told = packet ?? (known.packet ? readPositional(raw) : undefined)
  if (told === 'passed') return undefined
  if (told !== undefined) return { kind: 'scan', count: 1, ...told }
  const list = known.packet ? readPortList(raw) : undefined
  if (list !== undefined) return { kind: 'abuse', count: 1, ...list }
  const columns = known.request && !raw.includes('"') ? requestOfMessage(message, fields.status) : undefined
  if (columns !== undefined) return requestEvent(columns, raw, asker(fields, true))
  const request = json ? requestOfJson(json) : known.request ? readRequest(raw) : undefined
  if (request !== undefined) return requestEvent(request, json?.text ?? raw, asker(fields, json !== undefined))
  const wording = json && classify(wordsOf(json, sentenceOf(message, known)), words)
  if (json) return tell(wording ?? known.meaning, raw, text, fields, json)
  const turnedAway = packetTurnedAway(known, message)
  if (turnedAway !== undefined) return { kind: 'scan', count: 1, ...turnedAway }
  return tell(codeIn(known, message) ?? known.meaning, raw, text, fields, json)
}

function jsonOf(raw: string, message: string): JsonText | undefined {
  if (message.startsWith('{')) return jsonText(message)
  return raw.startsWith('{') ? jsonText(raw) : undefined
}

/** Of JSON, where sign-ins and flows that are only counted name both sides as well: a verdict must be in it. */
function packetOf(json: JsonText, { attack, verdict }: Words): Packet | 'passed' | undefined {
  const packet = readPacket(json.text)
  if (packet === undefined) return undefined
  const plain = plainWords(wordsOf(json))
  if (attack.test(plain)) return undefined
  return packet === 'passed' || verdict.test(plain) ? packet : undefined
}

/** A sentence within JSON is judged by its shape, as it is anywhere. */
function sentenceOf(message: string, { text, isWordless }: TextMeaning): Sentence | undefined {
  return isWordless || message.startsWith('{') ? undefined : { message, text }
}

/** Words tell more than codes, but that a line names somebody is no outcome. */
function codeIn({ coded, meaning }: ShapeMeaning, message: string): Meaning | undefined {
  return coded && (meaning === undefined || meaning.kind === 'link') ? codedMeaning(message) : undefined
}

/** A sentence about a packet that was not let through: which door was tried counts, not what it is called. */
function packetTurnedAway({ turnsAway }: ShapeMeaning, message: string): Packet | undefined {
  return turnsAway ? readDirected(message) : undefined
}

/** Only fields have names: in a request line nobody but the stranger says who is who. */
function asker({ ip, user }: LineFields, isNamed: boolean): Asker {
  return { ...(ip !== undefined && { ip }), ...(isNamed && user !== undefined && user !== '-' && { user }) }
}

function tell(
  meaning: Meaning | undefined,
  raw: string,
  text: string,
  fields: LineFields,
  json: JsonText | undefined,
): Told | undefined {
  if (meaning === undefined) return undefined
  const session = sessionKey(raw, fields.host ?? '', fields.session)
  if (meaning.kind === 'link' && session === undefined) return undefined
  const { ip = fields.ip, host, strong, target } = json === undefined ? partiesOf(raw, fields) : findParties(text)
  if (
    ip === undefined &&
    host === undefined &&
    (session === undefined || (meaning.kind === 'link' && meaning.part !== 'opening'))
  )
    return undefined
  if (meaning.needsSource && !strong) return undefined
  if (meaning.needsSearch && !namesSensitivePath(text)) return undefined
  const user = meaning.kind === 'link' ? undefined : (findAccount(text) ?? fields.user)
  return {
    kind: meaning.kind,
    count: repetitions(text),
    ...(meaning.weight !== undefined && { weight: meaning.weight }),
    ...(meaning.part !== undefined && { part: meaning.part }),
    ...(session !== undefined && { session }),
    ...(ip !== undefined ? { ip } : host !== undefined && { host }),
    ...(user !== undefined && { user }),
    ...(target !== undefined && { target }),
  }
}

/**
 * The header may hold the other side (`(?@192.0.2.1)`, `[client 192.0.2.1]`), and our own host, which is nobody else.
 * The first line says it; one that names nobody is read on.
 */
function partiesOf(raw: string, { message, host = '' }: LineFields): Parties {
  const begin = Math.max(0, raw.lastIndexOf(message.slice(0, 64)))
  const header = host === '' ? raw.slice(0, begin) : raw.slice(0, begin).replace(` ${host} `, ' ')
  const text = header + raw.slice(begin)
  const end = text.indexOf('\n', header.length)
  const first = findParties(end === -1 ? text : text.slice(0, end), header.length)
  return end === -1 || first.ip !== undefined ? first : findParties(text, header.length)
}

const MOST_REPETITIONS = 100

/** Only at the beginning, where no stranger writes. */
function repetitions(text: string): number {
  const times = /^(?:last )?message repeated (\d{1,6}) times/.exec(text)?.[1]
  return times === undefined ? 1 : Math.min(MOST_REPETITIONS, Math.max(1, Number(times)))
}

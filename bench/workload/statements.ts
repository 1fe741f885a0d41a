/**
 * The true templates: statements of invented words with slots, as many as asked for. Most slots hold values that look
 * like values; some hold plain words, which only a comparison of lines can tell from the statement's own.
 */
import type { Dice } from '@errorsense/log-generator/dice.ts'
import { ip, person, plainWords, port, uuid, values, type Value } from './values.ts'
import { word } from './words.ts'

export interface Statement {
  /** Index into `levels` of core/record.ts. */
  readonly level: number
  /** Class or module that speaks. */
  readonly component: string
  /** What stands before each slot, and behind the last. */
  readonly texts: readonly string[]
  readonly slots: readonly Value[]
}

const COMMON = (
  'the for to from with of in on at is not was after before request connection failed received sent user session ' +
  'timeout retry queue cache job task message server client node update load store read write open close'
).split(' ')
/** Words of all programs together; the first are the most frequent. */
const VOCABULARY = 3000
const DEBUG = 2
const LEVELS = [DEBUG, 3, 3, 3, 3, 3, 3, 4, 4, 5]
/** Share of statements with a plain word that varies. */
const WITH_PLAIN_WORD = 0.15

export function inventStatement(dice: Dice): Statement {
  const slots: Value[] = []
  const texts: string[] = []
  let text = capital(inventWord(dice))
  const length = dice.between(5, 16)
  const plainAt = dice.chance(WITH_PLAIN_WORD) ? dice.between(1, length) : 0
  for (let i = 1; i <= length; i++) {
    const isPlain = i === plainAt
    if (!isPlain && !dice.chance(0.25)) {
      text += ` ${inventWord(dice)}`
      continue
    }
    const [before, after] = inventFrame(dice)
    texts.push(`${text} ${before}`)
    slots.push(dice.pick(isPlain ? plainWords : values))
    text = after
  }
  texts.push(text)
  return { level: dice.pick(LEVELS), component: inventComponent(dice), texts, slots }
}

/** `GET /words/{value}/words`: what an access log calls a request. */
export function inventRoute(dice: Dice): Statement {
  const verb = dice.favourite(['GET', 'POST', 'PUT', 'DELETE'])
  const slots: Value[] = []
  const texts: string[] = []
  let text = `${verb} /api`
  for (let i = dice.between(1, 4); i > 0; i--) {
    text += `/${word(dice.between(0, VOCABULARY))}`
    if (!dice.chance(0.4)) continue
    texts.push(`${text}/`)
    slots.push(dice.chance(0.5) ? uuid : port)
    text = ''
  }
  texts.push(`${text} HTTP/1.1`)
  return { level: 3, component: '', texts, slots }
}

/** Sign-ins, which security has to see. */
export const signIns: readonly Statement[] = [
  {
    level: 4,
    component: 'sshd',
    texts: ['Failed password for ', ' from ', ' port ', ' ssh2'],
    slots: [person, ip, port],
  },
  {
    level: 3,
    component: 'sshd',
    texts: ['Accepted publickey for ', ' from ', ' port ', ' ssh2'],
    slots: [person, ip, port],
  },
]

export function speak({ texts, slots }: Statement, dice: Dice): string {
  let message = texts[0]
  for (let i = 0; i < slots.length; i++) message += slots[i](dice) + texts[i + 1]
  return message
}

function inventWord(dice: Dice): string {
  return dice.chance(0.35) ? dice.favourite(COMMON) : word(Math.floor(dice.next() ** 2 * VOCABULARY))
}

const FRAMES = [
  ['', ''],
  ['', ''],
  ['', ''],
  ['[', ']'],
  ['(', ')'],
  ["'", "'"],
] as const

/** How a value is shown: bare, in brackets, or as `key=value`. */
function inventFrame(dice: Dice): readonly [before: string, after: string] {
  if (dice.chance(0.4)) return [`${inventWord(dice)}${dice.pick(['=', '=', ': '])}`, '']
  return dice.pick(FRAMES)
}

function inventComponent(dice: Dice): string {
  return `com.${word(dice.between(0, 40))}.${word(dice.between(0, 200))}.${capital(word(dice.between(0, 2000)))}`
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1)
}

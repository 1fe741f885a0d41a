/** What stands in the slots of statements. Strings hold a byte per char, so what is beyond ASCII is written as UTF-8 bytes. */
import type { Dice } from '@errorsense/log-generator/dice.ts'
import { words } from './words.ts'

export type Value = (dice: Dice) => string

const PEOPLE = ['root', 'admin', 'jos\u00c3\u00a9', 'www-data', ...words(20_000, 396)]
const STATES = ['started', 'stopped', 'pending', 'active', 'draining', 'degraded', 'ready', 'unknown']
const REGIONS = ['frankfurt', 'dublin', 'oregon', 'ohio', 'tokyo', 'mumbai', 'sydney', 'paris', 'london', 'seoul']
const FOLDERS = words(21_000, 40)

const digits = (dice: Dice, most: number): string => String(Math.floor(10 ** (dice.next() * most)))
const octet = (dice: Dice): number => dice.between(0, 255)

/** Words without a digit: nothing in the form tells that they vary. */
export const plainWords: readonly Value[] = [
  (dice) => dice.favourite(PEOPLE),
  (dice) => dice.favourite(STATES, 2),
  (dice) => dice.favourite(REGIONS, 2),
]

export const ip: Value = (dice) => `10.${octet(dice)}.${octet(dice)}.${octet(dice)}`
export const person: Value = (dice) => dice.favourite(PEOPLE)
export const port: Value = (dice) => String(dice.between(1024, 65_000))
export const uuid: Value = ({ hex }) => `${hex(2)}-${hex(1)}-${hex(1)}-${hex(1)}-${hex(3)}`
const path: Value = (dice) => `/var/${dice.pick(FOLDERS)}/${dice.pick(FOLDERS)}-${digits(dice, 4)}.dat`

/** Values whose form gives them away. */
export const values: readonly Value[] = [
  (dice) => digits(dice, 7),
  (dice) => digits(dice, 3),
  (dice) => `${digits(dice, 3)}.${dice.between(10, 99)}`,
  ip,
  (dice) => `${ip(dice)}:${port(dice)}`,
  uuid,
  ({ hex }) => `0x${hex(2)}`,
  ({ hex }) => hex(10),
  path,
  (dice) => `https://${dice.pick(FOLDERS)}.example/${dice.pick(FOLDERS)}/${digits(dice, 5)}`,
  (dice) => `${digits(dice, 3)}ms`,
  (dice) => `${dice.between(0, 59)}.${dice.between(100, 999)}s`,
  (dice) => `${digits(dice, 3)}KB`,
  (dice) => `"item ${digits(dice, 5)} of ${digits(dice, 3)}"`,
  (dice) => `${person(dice)}@${dice.pick(FOLDERS)}.example`,
  (dice) => `${dice.pick(FOLDERS)}-${digits(dice, 4)}`,
]

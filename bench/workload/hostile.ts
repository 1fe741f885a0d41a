/** Lines that nobody meant to write: cut, binary, endless. Rare, but every contender has to live through them. */
import type { Dice } from '@errorsense/log-generator/dice.ts'

const kinds: readonly ((line: string, dice: Dice) => string)[] = [
  (line, dice) => line.slice(0, dice.between(1, line.length)),
  (line, dice) => `${line.slice(0, 40)}\0\0\0${line.slice(40, 40 + dice.between(0, 40))}`,
  (_, dice) => noise(dice, dice.between(20, 400)),
  (line) => `\u001b[31m${line}\u001b[0m`,
  (line) => line + ' x'.repeat(4000),
  (line) => `${line} ${'a'.repeat(12_000)}`,
  (line) => `{"a":${'['.repeat(500)}${line.length}${']'.repeat(500)},"n":1e999,"msg":"\\ud800"}`,
  (line, dice) => line.replace(/\d{4}-\d\d-\d\d/, dice.pick(['0000-00-00', '9999-99-99'])),
]

export function spoil(line: string, dice: Dice): string {
  return dice.pick(kinds)(line, dice)
}

/** Any byte but the line end. */
function noise(dice: Dice, length: number): string {
  let text = ''
  for (let i = 0; i < length; i++) text += String.fromCharCode(dice.between(11, 255))
  return text
}

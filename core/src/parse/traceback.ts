/** A traceback of Python that no other record began, or a panic of Rust: it says what its last line says. */
import { set } from './fields.ts'
import type { Format } from './format.ts'
import { levels } from '../record.ts'

const FIRST = /^(?:Traceback \(most recent call last\):|thread '[^']*'[^']* panicked at )/
const ERROR_LEVEL = levels.indexOf('error')
const FATAL_LEVEL = levels.indexOf('fatal')

export const traceback: Format = {
  name: 'traceback',
  pattern: FIRST,
  read(line, fields) {
    const last = line.lastIndexOf('\n') + 1
    if (last === 0 || !FIRST.test(line)) return false
    fields.level = line.startsWith('thread') ? FATAL_LEVEL : ERROR_LEVEL
    set(fields.message, last, line.length)
    return true
  },
}

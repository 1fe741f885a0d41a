/** A traceback of Python that no other record began: it says what its last line says. */
import { set } from './fields.ts'
import type { Format } from './format.ts'
import { levels } from '../record.ts'

const FIRST = /^Traceback \(most recent call last\):/
const ERROR_LEVEL = levels.indexOf('error')

export const traceback: Format = {
  name: 'traceback',
  pattern: FIRST,
  read(line, fields) {
    const last = line.lastIndexOf('\n') + 1
    if (last === 0 || !FIRST.test(line)) return false
    fields.level = ERROR_LEVEL
    set(fields.message, last, line.length)
    return true
  },
}

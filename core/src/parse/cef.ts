/** Events of security devices: `CEF:0|vendor|product|version|id|name|severity|key=value ...`. */
import { set, type Fields } from './fields.ts'
import type { Format } from './format.ts'
import { notePairs } from './key-values.ts'
import { levelOfWord } from './level.ts'
import { emptyTold, forget, has, textOf, write } from './told.ts'

const FIELD = '((?:[^|\\\\]|\\\\.)*)'
const HEADER = new RegExp(`^CEF:\\d(?:\\.\\d)?\\|${[...Array(6)].map(() => FIELD).join('\\|')}\\|`, 'd')
const NAME = 5
const told = emptyTold()

export const cef: Format = {
  name: 'cef',
  pattern: HEADER,
  read(line, fields, { receivedAt }) {
    const header = HEADER.exec(line)
    const name = header?.indices?.[NAME]
    if (!header || !name) return false
    forget(told)
    notePairs(told, line, header[0].length, true)
    write(told, line, fields, receivedAt)
    readHeader(header, fields)
    set(fields.message, ...name)
    if (has(told.host)) fields.host = textOf(line, told.host)
    return true
  },
}

function readHeader([, , product, , id, , severity]: RegExpExecArray, fields: Fields): void {
  fields.service = product
  fields.component = id
  fields.level = levelOfSeverity(severity)
}

const GRADES = new Map([
  ['low', 3],
  ['medium', 4],
  ['high', 5],
  ['very-high', 6],
])

/** From 0 to 10, or in words. */
function levelOfSeverity(severity: string): number {
  const grade = Number(severity)
  if (severity === '' || Number.isNaN(grade)) return GRADES.get(severity.toLowerCase()) ?? levelOfWord(severity)
  if (grade >= 9) return 6
  if (grade >= 7) return 5
  return grade >= 4 ? 4 : 3
}

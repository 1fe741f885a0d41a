/** `TIME stdout F line` over bytes, as parse/cri.ts reads it. */
import { isDigit } from '../../ascii.ts'
import { CRI_PREFIX } from '../../parse/cri.ts'
import { clearFields } from '../byte-fields.ts'
import { OTHER, READ, UNSURE, type ByteFormat } from '../byte-format.ts'
import { BytePattern, TOO_LARGE } from '../pattern/byte-pattern.ts'
import { written } from './time-parts.ts'
import { readWholeTime } from './time.ts'

const prefix = BytePattern.of(CRI_PREFIX)
const STREAM = ' stdout F '.length

/** Reads the rest with `inner`, which must be the other formats. */
export function cri(inner: ByteFormat): ByteFormat {
  return {
    name: 'cri',
    read(bytes, start, end, fields, context) {
      if (!isDigit(bytes[start])) return OTHER
      const lineStart = prefix ? prefix.match(bytes, start, end) : TOO_LARGE
      if (lineStart < 0) return lineStart === -1 ? OTHER : UNSURE
      if (!readWholeTime(bytes, start, lineStart - STREAM, context.receivedAt)) return UNSURE
      const { time } = written
      clearFields(fields, lineStart, end)
      if (inner.read(bytes, lineStart, end, fields, context) === UNSURE) return UNSURE
      if (Number.isNaN(fields.time)) fields.time = time
      return READ
    },
  }
}

import type { ByteFields } from '../byte-fields.ts'

/** Takes over what only the inner record tells; message and what belongs to it are always the inner ones. */
export function mergeFields(outer: ByteFields, inner: ByteFields): void {
  if (Number.isNaN(outer.time)) outer.time = inner.time
  if (inner.level > 0) outer.level = inner.level
  if (inner.service > 0) outer.service = inner.service
  if (outer.host === 0) outer.host = inner.host
  if (inner.component > 0) outer.component = inner.component
  if (Number.isNaN(outer.latency)) outer.latency = inner.latency
  if (outer.status === 0) outer.status = inner.status
  mergeSpans(outer, inner)
  outer.messageStart = inner.messageStart
  outer.messageEnd = inner.messageEnd
  outer.isEscaped = inner.isEscaped
  outer.requestA = inner.requestA
  outer.requestB = inner.requestB
}

function mergeSpans(outer: ByteFields, inner: ByteFields): void {
  if (outer.ipEnd <= outer.ipStart) {
    outer.ipStart = inner.ipStart
    outer.ipEnd = inner.ipEnd
  }
  if (outer.userEnd <= outer.userStart) {
    outer.userStart = inner.userStart
    outer.userEnd = inner.userEnd
  }
  if (outer.sessionEnd <= outer.sessionStart) {
    outer.sessionStart = inner.sessionStart
    outer.sessionEnd = inner.sessionEnd
  }
}

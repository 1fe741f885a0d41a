/** What the product tells of each line of a log, as `parse` does, with a vocabulary of one's choice. */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { makeEngine } from '@errorsense/anomaly-processor/engine.ts'
import type { SecurityEvent } from '@errorsense/core/security/event.ts'
import { securityReader } from '@errorsense/core/security/reader.ts'
import { sessionJoin } from '@errorsense/core/security/session-join.ts'
import type { Words } from '@errorsense/core/security/words.ts'

const RECEIVED_AT = Date.UTC(2026, 10, 22)

/** By number of the line, from 0. */
export function toldLines(lines: readonly string[], words?: Words): Map<number, SecurityEvent> {
  const engine = makeEngine()
  const reader = securityReader({ text, ...(words !== undefined && { words }) })
  const join = sessionJoin<number>()
  const bytes = text.bytes(lines.join('\n'))
  const batch = engine.read({ source: 'bench', service: '', bytes, receivedAt: RECEIVED_AT })
  const firstLine: number[] = []
  let line = 0
  for (let row = 0; row < batch.count; row++) {
    firstLine.push(line)
    line += batch.lines[row]
  }
  const told = new Map<number, SecurityEvent>()
  const times = batch.time.slice(0, batch.count).map((time) => (Number.isNaN(time) ? RECEIVED_AT : time))
  reader.read(batch, times, engine, (event, row) => {
    for (const joined of join.join(event, row)) told.set(firstLine[joined.ref], joined.event)
  })
  for (const joined of join.flush()) told.set(firstLine[joined.ref], joined.event)
  return told
}

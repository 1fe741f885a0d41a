import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../finding.ts'
import { anIncident } from '../notify/test/incident.ts'
import type { JournalEntry } from '../wire/live.ts'
import { BEGINS_AFTER_MS, normalBook } from './book.ts'
import { feedbackOf, undoneId } from './feedback.ts'
import { normalOf } from './like.ts'

const SAID = Date.parse('2026-11-22T13:00:00Z')
const BEGINS = SAID + BEGINS_AFTER_MS
const MINUTE = 60_000
const incident = anIncident({
  kind: 'silence',
  findings: [
    {
      detector: 'silence',
      kind: 'silence',
      service: 'checkout',
      seen: 0,
      usual: 30,
      low: 20,
      high: 40,
      unit: 'lines/min',
      score: 0.9,
      at: '2026-11-22T12:01:00.000Z',
    },
  ],
})
const normal = normalOf(incident, 'service')

const said: JournalEntry = {
  id: 'said',
  at: new Date(SAID).toISOString(),
  incident: incident.id,
  action: 'normal',
  by: 'operator',
  note: 'backup',
  ...(normal && { normal }),
}
const undone: JournalEntry = {
  ...said,
  id: undoneId('said'),
  action: 'undone',
  at: new Date(SAID + 60 * MINUTE).toISOString(),
}

function silent(at: number): Finding {
  const where = { detector: 'silence', kind: 'silence', service: 'checkout', entities: {} } as const
  const numbers = { seen: 0, usual: 30, low: 20, high: 40, unit: 'lines/min', score: 0.9 }
  return { ...where, ...numbers, at, start: at - MINUTE, samples: [], lines: 0 }
}

/** Whether the finding of each time is held back. */
function heldAt(entries: readonly JournalEntry[], ...times: number[]): boolean[] {
  const book = normalBook()
  book.heed(entries)
  return times.map((at) => book.pass([silent(at)]).length === 0)
}

test('it holds from its time on in event time, until it is undone', () => {
  const end = BEGINS + 60 * MINUTE
  assert.deepEqual(heldAt([said, undone], BEGINS, BEGINS + 1, end, end + 1), [false, true, true, false])
})

test('how often and in which order the journal is read changes nothing', () => {
  const times = [BEGINS, BEGINS + MINUTE, BEGINS + 90 * MINUTE]
  const once = heldAt([said, undone], ...times)
  assert.deepEqual(heldAt([undone, said, said, undone], ...times), once)
})

test('it is told which incident ends by it, in the one window in which it begins', () => {
  const book = normalBook()
  book.heed([said])
  const windows = [BEGINS - 5_000, BEGINS, BEGINS + 5_000].map((end) => ({ start: end - 5_000, end }))
  assert.deepEqual(
    windows.map((window) => book.begun(window)),
    [[], [], [incident.id]],
  )
})

test('what goes on without a pause was held back once, and the list says so', () => {
  const book = normalBook()
  book.heed([said])
  const first = BEGINS + MINUTE
  for (let at = first; at < first + 50 * MINUTE; at += MINUTE) book.pass([silent(at)])
  book.pass([silent(first + 120 * MINUTE)])
  const held = book.held()
  assert.deepEqual(book.held(), [], 'told once')
  const [feedback] = feedbackOf([said], [...held, ...held].slice(0, 2))
  assert.equal(feedback.held.times, 2)
  assert.equal(feedback.held.last, new Date(first + 120 * MINUTE).toISOString())
  assert.equal(feedback.undone, undefined)
  assert.ok(feedbackOf([said, undone], held)[0].undone)
})

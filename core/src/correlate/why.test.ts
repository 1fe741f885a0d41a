import assert from 'node:assert/strict'
import { test } from 'node:test'
import { incidentKinds, kindName } from '../wire/incident.ts'
import type { Finding } from '../finding.ts'
import type { Story } from './kinds/kind.ts'
import { tell } from './why.ts'

const story = (main: Partial<Finding>): Story => ({
  main: {
    detector: '',
    kind: 'error_spike',
    at: 10_000,
    start: 0,
    service: 'cart',
    entities: {},
    seen: 40,
    usual: 2,
    low: 0,
    high: 9,
    unit: 'errors/min',
    score: 1,
    samples: [],
    lines: 1,
    ...main,
  },
  services: ['cart'],
  ips: [],
  users: [],
  sessions: 1,
  start: 0,
  mainTemplate: '',
  causes: [],
})

test('the Spanish sentence says all that the English one says', () => {
  const reason = { en: '"paid" is missing', es: 'falta "paid"' }
  const told = story({ kind: 'sequence', reason })
  assert.equal(
    tell(told, 'en').why,
    '1 session did not follow the usual course, since 00:00:00 UTC. "paid" is missing.',
  )
  assert.equal(tell(told, 'es').why, '1 sesión no siguió el curso usual, desde las 00:00:00 UTC. falta "paid".')
})

test('numbers are told with what is usual', () => {
  assert.match(tell(story({}), 'en').why, /^cart: 40 errors\/min where 2 are usual \(0–9\), since/)
  assert.match(tell(story({}), 'es').why, /^cart: 40 errores\/min cuando lo usual es 2 \(0–9\), desde/)
})

test('every kind has a name and a sentence in both languages', () => {
  for (const kind of incidentKinds) {
    for (const locale of ['en', 'es'] as const) {
      const { title, why } = tell(story({ kind }), locale)
      assert.ok(title.includes('cart') && / (since|desde) /.test(why), `${kind}: ${title}. ${why}`)
      assert.ok(kindName(kind, locale).length > 3)
    }
  }
})

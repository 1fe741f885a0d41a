import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anIncident } from '@errorsense/core/notify/test/incident.ts'
import { difference } from './difference.ts'

const at = (start: string, end: string) => ({ start: `2026-01-05T${start}Z`, end: `2026-01-05T${end}Z` })

test('the same trouble that begins some windows later is the same', () => {
  const before = anIncident({ id: 'a', ...at('10:00:00', '10:05:00') })
  const after = anIncident({ id: 'b', ...at('10:00:30', '10:06:00') })
  assert.deepEqual(difference([before], [after]), { appears: [], disappears: [] })
})

test('another time, service, kind or rule is another', () => {
  const base = anIncident(at('10:00:00', '10:05:00'))
  const rule = (title: string) => anIncident({ kind: 'rule', title, ...at('10:00:00', '10:05:00') })
  const others = [
    anIncident(at('11:00:00', '11:05:00')),
    anIncident({
      service: ['other'],
      entities: { ip: [], user: [], session: [], target: [] },
      ...at('10:00:00', '10:05:00'),
    }),
    anIncident({ kind: 'latency', ...at('10:00:00', '10:05:00') }),
  ]
  for (const other of others) assert.deepEqual(difference([base], [other]), { appears: [other], disappears: [base] })
  assert.equal(difference([rule('a')], [rule('b')]).appears.length, 1)
  assert.equal(difference([rule('a')], [rule('a')]).appears.length, 0)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { NotificationReason } from '../ports/notifier.ts'
import type { Incident } from '../wire/incident.ts'
import type { JournalEntry } from '../wire/live.ts'
import { decide } from './decide.ts'
import { journalId, notificationKey, toldTo } from './dedup.ts'
import type { Candidate, Decision, Told } from './news.ts'
import { decidedState } from './silence.ts'
import { STALE_MS } from './stale.ts'
import { anIncident } from './test/incident.ts'
import { THROTTLE_MS } from './throttle.ts'

const NOW = Date.parse('2026-11-22T12:02:00Z')
const OPENED: Told = { reason: 'opened', severity: 'high', version: 1 }

function candidate(changes: Partial<Candidate> = {}): Candidate {
  const incident = changes.incident ?? anIncident()
  return {
    route: { minSeverity: 'medium', limit: 3 },
    incident,
    state: incident.state,
    told: undefined,
    publishedAt: NOW,
    readAt: NOW,
    sentAt: [],
    ...changes,
  }
}

const send = (reason: NotificationReason): Decision => ({ send: true, reason })
const hold = (because: string) => ({ send: false, because })

describe('what is news', () => {
  test('an incident nobody heard of is opened', () => {
    assert.deepEqual(decide(candidate()), send('opened'))
  })

  test('growth alone is no news', () => {
    const incident = anIncident({ version: 2, lines: 9_000 })
    assert.deepEqual(decide(candidate({ incident, told: OPENED })), hold('told-already'))
  })

  test('it is told again when it gets worse, ends, and comes back', () => {
    const worse = anIncident({ version: 2, severity: 'critical' })
    assert.deepEqual(decide(candidate({ incident: worse, told: OPENED })), send('escalated'))
    const over = anIncident({ version: 3, state: 'resolved' })
    assert.deepEqual(decide(candidate({ incident: over, told: OPENED })), send('resolved'))
    const again = anIncident({ version: 4 })
    const told: Told = { reason: 'resolved', severity: 'high', version: 3 }
    assert.deepEqual(decide(candidate({ incident: again, told })), send('reopened'))
  })

  test('an older form that comes again after its end was told is not a new beginning', () => {
    const told: Told = { reason: 'resolved', severity: 'high', version: 2 }
    assert.deepEqual(decide(candidate({ told })), hold('told-already'))
  })

  test('the end of something never told is not told', () => {
    assert.deepEqual(decide(candidate({ incident: anIncident({ state: 'resolved' }) })), hold('never-told'))
  })

  test('an end that somebody declared is an end', () => {
    const incident = anIncident({ version: 2 })
    assert.deepEqual(decide(candidate({ incident, state: 'resolved', told: OPENED })), send('resolved'))
  })
})

describe('who wants it, and when', () => {
  test('a channel hears of its severity and above', () => {
    assert.deepEqual(decide(candidate({ incident: anIncident({ severity: 'low' }) })), hold('below-severity'))
    assert.deepEqual(decide(candidate({ incident: anIncident({ severity: 'medium' }) })), send('opened'))
  })

  test('a channel for some services hears when one of them takes part', () => {
    const route = { minSeverity: 'low', limit: 3, services: ['checkout', 'payments'] } as const
    const told = (...service: string[]) => decide(candidate({ route, incident: anIncident({ service }) }))
    assert.deepEqual(told('search'), hold('other-service'))
    assert.deepEqual(told('search', 'payments'), send('opened'))
  })

  test('news that waited longer than an hour is stale', () => {
    assert.deepEqual(decide(candidate({ publishedAt: NOW - STALE_MS })), send('opened'))
    assert.deepEqual(decide(candidate({ publishedAt: NOW - STALE_MS - 1 })), hold('stale'))
  })

  test('what is only simulated wakes nobody', () => {
    assert.deepEqual(decide(candidate({ incident: anIncident({ simulated: true }) })), hold('simulated'))
  })

  for (const state of ['acknowledged', 'normal'] as const) {
    test(`what is ${state} is quiet unless it gets worse, and until it ends`, () => {
      assert.deepEqual(decide(candidate({ state })), hold(state))
      const worse = anIncident({ version: 2, severity: 'critical' })
      assert.deepEqual(decide(candidate({ incident: worse, state, told: OPENED })), send('escalated'))
      const over = anIncident({ version: 2, state: 'resolved' })
      assert.deepEqual(decide(candidate({ incident: over, state, told: OPENED })), send('resolved'))
      const told: Told = { reason: 'resolved', severity: 'high', version: 1 }
      assert.deepEqual(decide(candidate({ incident: anIncident({ version: 2 }), state, told })), hold(state))
    })
  }

  test('a full ten minutes hold beginnings back, never ends', () => {
    const sentAt = [NOW - THROTTLE_MS + 1, NOW - 2, NOW - 1]
    assert.deepEqual(decide(candidate({ sentAt })), hold('throttled'))
    assert.deepEqual(decide(candidate({ sentAt, readAt: NOW + 1 })), send('opened'))
    const over = anIncident({ version: 2, state: 'resolved' })
    assert.deepEqual(decide(candidate({ incident: over, sentAt, told: OPENED })), send('resolved'))
  })
})

describe('what people decided', () => {
  const incident = anIncident({ version: 2 })
  const kept = (changes: Partial<Incident>) => decidedState(incident, anIncident(changes))

  test('acknowledged and normal hold for every form of the incident', () => {
    assert.equal(kept({ version: 1, state: 'acknowledged' }), 'acknowledged')
    assert.equal(kept({ version: 5, state: 'normal' }), 'normal')
  })

  test('resolved counts for the form at hand; a later one speaks for itself', () => {
    assert.equal(kept({ version: 2, state: 'resolved' }), 'resolved')
    assert.equal(kept({ version: 3, state: 'resolved' }), 'open')
    assert.equal(decidedState(incident, undefined), 'open')
  })
})

describe('the journal', () => {
  function entry(
    by: string,
    incident: Incident,
    reason: NotificationReason,
    action: 'delivered' | 'undeliverable',
  ): JournalEntry {
    const id = journalId(by, notificationKey(incident, reason), action)
    return { id, at: '2026-11-22T12:02:00.000Z', incident: incident.id, action, by, note: '' }
  }
  const second = anIncident({ version: 7, severity: 'critical' })

  test('tells each channel apart and gives the last thing it heard, in whatever order', () => {
    const entries = [
      entry('pager', second, 'escalated', 'delivered'),
      entry('pager', anIncident(), 'opened', 'delivered'),
      entry('mail:team', anIncident(), 'opened', 'delivered'),
    ]
    assert.deepEqual(toldTo('pager', entries), { reason: 'escalated', severity: 'critical', version: 7 })
    assert.deepEqual(toldTo('mail:team', entries), OPENED)
    assert.equal(toldTo('mail', entries), undefined)
  })

  test('what could not be delivered was not told', () => {
    const entries = [entry('pager', second, 'opened', 'undeliverable')]
    assert.equal(toldTo('pager', entries), undefined)
  })

  test('entries of people and foreign ids are left out', () => {
    const foreign = { ...entry('pager', second, 'opened', 'delivered'), id: 'b0c1' }
    const person = { ...foreign, action: 'acknowledged', by: 'operator' } as const
    assert.equal(toldTo('pager', [foreign, person]), undefined)
  })

  test('the key is the same for the same news and another for the next end', () => {
    const over = anIncident({ version: 3, state: 'resolved' })
    assert.equal(notificationKey(over, 'resolved'), notificationKey({ ...over }, 'resolved'))
    assert.notEqual(notificationKey(over, 'resolved'), notificationKey({ ...over, version: 5 }, 'resolved'))
  })
})

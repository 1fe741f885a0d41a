import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { epochMs, parseTime } from './time.ts'

const receivedAt = Date.UTC(2026, 10, 22, 12)

const golden: readonly (readonly [written: string, iso: string])[] = [
  ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z'],
  ['2026-11-21T10:00:00.123456789Z', '2026-11-21T10:00:00.123Z'],
  ['2026-11-21T10:00:00.5+02:00', '2026-11-21T08:00:00.500Z'],
  ['2026-11-21T10:00:00-0530', '2026-11-21T15:30:00.000Z'],
  ['2026-11-21 10:00:00,042', '2026-11-21T10:00:00.042Z'],
  ['2026-11-21 10:00:00.042 UTC', '2026-11-21T10:00:00.042Z'],
  ['2026/11/21 9:05:07', '2026-11-21T09:05:07.000Z'],
  ['2026-11-21 03:04:05 PM', '2026-11-21T15:04:05.000Z'],
  ['2026-11-21 12:04:05 AM', '2026-11-21T00:04:05.000Z'],
  ['20261121T100000Z', '2026-11-21T10:00:00.000Z'],
  ['20261121-9:5:7:61', '2026-11-21T09:05:07.610Z'],
  ['21/Nov/2026:10:00:00 +0100', '2026-11-21T09:00:00.000Z'],
  ['21-Nov-2026 10:00:00.250', '2026-11-21T10:00:00.250Z'],
  ['Sat, 21 Nov 2026 10:00:00 GMT', '2026-11-21T10:00:00.000Z'],
  ['Sat Nov 21 10:00:00 2026', '2026-11-21T10:00:00.000Z'],
  ['Sat Nov 21 10:00:00.123456 2026', '2026-11-21T10:00:00.123Z'],
  ['Sat Nov 21 10:00:00 UTC 2026', '2026-11-21T10:00:00.000Z'],
  ['Nov 21, 2026 3:16:01 PM', '2026-11-21T15:16:01.000Z'],
  ['11/21/2026 10:00:00', '2026-11-21T10:00:00.000Z'],
  ['21/11/2026 10:00:00', '2026-11-21T10:00:00.000Z'],
  ['21.11.2026 10:00:00', '2026-11-21T10:00:00.000Z'],
  ['26/11/21 10:00:00', '2026-11-21T10:00:00.000Z'],
  ['261121 100000', '2026-11-21T10:00:00.000Z'],
  ['2026-11-21-10.00.00.123456', '2026-11-21T10:00:00.123Z'],
  ['1795255200', '2026-11-21T10:00:00.000Z'],
  ['1795255200.25', '2026-11-21T10:00:00.250Z'],
  ['1795255200123', '2026-11-21T10:00:00.123Z'],
  ['1795255200123456', '2026-11-21T10:00:00.123Z'],
  ['1795255200123456789', '2026-11-21T10:00:00.123Z'],
  ['2026-11-21T10:00Z', '2026-11-21T10:00:00.000Z'],
  ['2026-11-21T10:00:00.123+01', '2026-11-21T09:00:00.123Z'],
  ['2026-11-21 10:00:00 CET', '2026-11-21T09:00:00.000Z'],
  ['2026-11-21T10:00:00.123+01:00[Europe/Paris]', '2026-11-21T09:00:00.123Z'],
  ['Sat Nov 21 10:00:00 PST 2026', '2026-11-21T18:00:00.000Z'],
  ['Saturday, November 21, 2026 3:04:05 PM', '2026-11-21T15:04:05.000Z'],
  ['2026-11-21T23:59:60Z', '2026-11-22T00:00:00.000Z'],
  // What a double cannot hold.
  ['1795255200123999999', '2026-11-21T10:00:00.123Z'],
  ['1795255199999999999', '2026-11-21T09:59:59.999Z'],
  ['1795255200.9999999', '2026-11-21T10:00:00.999Z'],
  // Year or day told by the chunk.
  ['Nov 21 10:00:00', '2026-11-21T10:00:00.000Z'],
  ['Nov  1 10:00:00', '2026-11-01T10:00:00.000Z'],
  ['Dec 31 23:59:59', '2025-12-31T23:59:59.000Z'],
  ['11-21 10:00:00.123', '2026-11-21T10:00:00.123Z'],
  ['Feb 29 01:00:00', '2024-02-29T01:00:00.000Z'],
  ['11:59:00', '2026-11-22T11:59:00.000Z'],
  ['23:59:00.5', '2026-11-21T23:59:00.500Z'],
]

describe('a written time', () => {
  for (const [written, iso] of golden) {
    it(`is read from ${written}`, () => {
      const time = parseTime(written, receivedAt)
      assert.equal(Number.isNaN(time) ? 'none' : new Date(Math.floor(time)).toISOString(), iso)
    })
  }

  it('without year belongs to the old year when read just after New Year', () => {
    const newYear = Date.UTC(2027, 0, 1, 0, 0, 5)
    assert.equal(new Date(parseTime('Dec 31 23:59:58', newYear)).toISOString(), '2026-12-31T23:59:58.000Z')
    assert.equal(new Date(parseTime('Jan  1 00:00:04', newYear)).toISOString(), '2027-01-01T00:00:04.000Z')
  })

  it('without year may run a little ahead of the receiver, also over New Year', () => {
    const newYearsEve = Date.UTC(2026, 11, 31, 23, 59, 58)
    assert.equal(new Date(parseTime('Jan  1 00:00:03', newYearsEve)).toISOString(), '2027-01-01T00:00:03.000Z')
  })

  it('is none when the text is something else', () => {
    for (const text of ['', 'yesterday', '12345', '2026-13-41T99:99:99Z', '10.0.0.1', 'Nov']) {
      assert.ok(Number.isNaN(parseTime(text, receivedAt)), text)
    }
  })

  it('is none when there is no such day, or none that a log could be of', () => {
    const days = ['2026-02-29', '2026-04-31', '2026-00-10', '0000-01-01', '0001-01-01', '1969-12-31', '9999-12-31']
    for (const day of days) assert.ok(Number.isNaN(parseTime(`${day}T10:00:00Z`, receivedAt)), day)
    assert.ok(Number.isNaN(parseTime('Nov 31 10:00:00', receivedAt)))
    for (const epoch of ['0', '-1', '1e400', '253402300799', '99999999999999999999'])
      assert.ok(Number.isNaN(parseTime(epoch, receivedAt)), epoch)
  })

  it('since epoch is told apart by size', () => {
    assert.ok(Number.isNaN(epochMs(12)))
    assert.ok(Number.isNaN(epochMs(Number.POSITIVE_INFINITY)))
    assert.equal(epochMs(1_795_255_200), 1_795_255_200_000)
  })
})

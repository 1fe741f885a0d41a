import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { parseTime, readTime, timeForms } from '../../parse/time.ts'
import { written } from './time-parts.ts'
import { byteTimeForm, readWholeTime, UNSURE_TIME } from './time.ts'

const receivedAt = Date.UTC(2026, 10, 22, 12)

const usual = [
  '2026-11-21T10:00:00Z',
  '2026-11-21T10:00:00.123456789Z',
  '2026-11-21T10:00:00.9999999Z',
  '2026-11-21T10:00:00.5+02:00',
  '2026-11-21T10:00:00-0530',
  '2026-11-21 10:00:00,042',
  '2026-11-21 10:00:00.042 UTC',
  '2026/11/21 9:05:07',
  '2026-11-21 03:04:05 PM',
  '2026-11-21 12:04:05 AM',
  '20261121T100000Z',
  '21/Nov/2026:10:00:00 +0100',
  '21-Nov-2026 10:00:00.250',
  'Sat, 21 Nov 2026 10:00:00 GMT',
  'Sat Nov 21 10:00:00 2026',
  'Sat Nov 21 10:00:00.123456 2026',
  'Sat Nov 21 10:00:00 UTC 2026',
  'Nov 21, 2026 3:16:01 PM',
  '11/21/2026 10:00:00',
  '21/11/2026 10:00:00',
  '21.11.2026 10:00:00',
  '26/11/21 10:00:00',
  '261121 100000',
  '2026-11-21-10.00.00.123456',
  '1795255200',
  '1795255200.25',
  '1795255200.1234567',
  '1795255200123',
  '1795255200123456',
  '1795255200123456789',
  'Nov 21 10:00:00',
  'Nov  1 10:00:00',
  'Dec 31 23:59:59',
  '11-21 10:00:00.123',
  '11:59:00',
  '23:59:00.5',
  'E1121 10:00:00.123456',
] // prettier-ignore

/** The same in words: `unsure` where the readable reader is to decide. */
function told(value: number, isSure: boolean): string {
  return isSure ? String(value) : 'unsure'
}

function whole(written_: string): string {
  const bytes = text.bytes(written_)
  const isSure = readWholeTime(bytes, 0, bytes.length, receivedAt)
  return told(written.time, isSure)
}

describe('a written time over bytes', () => {
  for (const time of usual) {
    it(`is read without asking: ${time}`, () => {
      const read = timeForms
        .map((form) => [form, readTime(form, time, 0, receivedAt)] as const)
        .find(([, at]) => at?.end)
      assert.ok(read?.[1])
      const bytes = text.bytes(time)
      assert.equal(byteTimeForm(read[0].name)?.read(bytes, 0, bytes.length, receivedAt), read[1].end)
      assert.equal(written.time, read[1].time)
      if (!/^\d+(?:\.\d+)?$/.test(time)) assert.equal(whole(time), String(parseTime(time, receivedAt)))
    })
  }

  it('is what the readable reader makes of it, or left to that', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ':',
        '-',
        '/',
        '.',
        ',',
        ' ',
        'T',
        'Z',
        '+01:00',
        ' UTC',
        'PM',
        ' am',
        'Nov',
        'Feb ',
        '0',
        '9',
        '2026',
        'x',
        'é',
      ),
      fc.integer({ min: 0, max: 99 }).map(String),
    )
    const edited = fc
      .tuple(fc.constantFrom(...usual), fc.nat(30), fc.nat(3), piece, fc.constantFrom('', ' ', ' more', ']', '0'))
      .map(([time, at, cut, put, behind]) => time.slice(0, at) + put + time.slice(at + cut) + behind)
    fc.assert(
      fc.property(edited, (time) => {
        const bytes = text.bytes(time)
        const latin1 = text.latin1(bytes, 0, bytes.length)
        for (const form of timeForms) {
          const wanted = readTime(form, latin1, 0, receivedAt)
          const found = byteTimeForm(form.name)?.read(bytes, 0, bytes.length, receivedAt)
          if (found === UNSURE_TIME) continue
          assert.equal(found, wanted?.end ?? -1, `${form.name}: ${time}`)
          if (wanted) assert.equal(written.time, wanted.time, `${form.name}: ${time}`)
        }
        const all = whole(time)
        if (all !== 'unsure') assert.equal(all, String(parseTime(latin1, receivedAt)))
      }),
      { numRuns: 5000 },
    )
  })

  it('has no year in a new year as the readable reader has it', () => {
    for (const now of [Date.UTC(2027, 0, 1, 0, 0, 5), Date.UTC(2026, 11, 31, 23, 59, 58), Date.UTC(2024, 1, 29)]) {
      for (const time of ['Dec 31 23:59:58', 'Jan  1 00:00:03', 'Mar  1 00:00:00']) {
        const bytes = text.bytes(time)
        assert.ok(readWholeTime(bytes, 0, bytes.length, now))
        assert.equal(written.time, parseTime(time, now))
      }
    }
  })
})

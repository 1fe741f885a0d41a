import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { Finding } from '../finding.ts'
import { picker } from '../../test/fixtures/random.ts'
import { metric } from './metric.ts'
import { closedWindow, START } from './test/windows.ts'

const HOUR = 60 * MINUTE_MS
const DAY = 24 * HOUR
const SEED = 20261130

/** What is said of a queue whose depth is told once a minute, `depth(at)` in the minute that begins `at` ms after the start. */
function judge(ms: number, depth: (at: number) => number | undefined, lines = 1): Finding[] {
  const detector = metric()
  const findings: Finding[] = []
  for (let at = 0; at < ms; at += WINDOW_MS) {
    const value = at % MINUTE_MS === 0 ? depth(at) : undefined
    const told = {
      window: START + at,
      service: 'mail',
      shape: 'stats',
      lines,
      values: [['depth', [value ?? 0]]],
    } as const
    findings.push(...detector.judge({ ...closedWindow(START + at, []), numbers: value === undefined ? [] : [told] }))
  }
  return findings
}

/** A day's rhythm with noise. */
function queue(): (at: number) => number {
  const { int } = picker(SEED)
  return (at) => 50 + 30 * Math.sin((2 * Math.PI * at) / DAY) + int(1_000) / 100
}

const TROUBLE = 60 * HOUR + 7 * MINUTE_MS

test(`a queue that grows beyond anything it ever held is told within minutes, with its range (seed ${SEED})`, () => {
  const usual = queue()
  const found = judge(TROUBLE + 90 * MINUTE_MS, (at) => usual(at) + (at >= TROUBLE ? 400 : 0))
  const [first] = found
  assert.ok(first && first.at - START - TROUBLE <= 10 * MINUTE_MS, `${first?.at - START - TROUBLE} ms`)
  assert.ok(
    first.start >= START + TROUBLE && first.seen > 400 && first.high < 100 && first.low > 10,
    JSON.stringify(first),
  )
  assert.deepEqual([first.kind, first.unit, first.templateId], ['rate_change', 'depth', 'stats'])
  const last = found.at(-1)?.at ?? 0
  assert.ok(last <= START + TROUBLE + 61 * MINUTE_MS, 'what stays for an hour is the new normal')
})

test(`a week of an ordinary queue says nothing, and neither does one that is one step higher at noon (seed ${SEED})`, () => {
  assert.deepEqual(judge(7 * DAY, queue()), [])
  const usual = queue()
  assert.deepEqual(
    judge(7 * DAY, (at) => usual(at) + (at % DAY === 12 * HOUR ? 12 : 0)),
    [],
  )
})

test('nothing is told in the first day, whatever happens', () => {
  const usual = queue()
  assert.deepEqual(
    judge(24 * HOUR, (at) => usual(at) + (at > 8 * HOUR ? 5_000 : 0)),
    [],
  )
})

test('what only grows, hardly moves, comes now and then or in every line is nobody followed', () => {
  const trouble = (value: number) => (at: number) => (at >= TROUBLE ? 1e6 : value)
  const end = TROUBLE + 30 * MINUTE_MS
  assert.deepEqual(
    judge(end, (at) => (at >= TROUBLE ? 1e9 : at / MINUTE_MS)),
    [],
    'a counter',
  )
  assert.deepEqual(judge(end, trouble(7)), [], 'a constant')
  const usual = queue()
  const rare = (at: number) => (at % (10 * MINUTE_MS) === 0 ? usual(at) + (at >= TROUBLE ? 400 : 0) : undefined)
  assert.deepEqual(judge(end, rare), [], 'one in ten minutes')
  assert.deepEqual(
    judge(end, (at) => usual(at) + (at >= TROUBLE ? 400 : 0), 5),
    [],
    'not all lines of a window were read',
  )
})

test('ten thousand quantities are no more than a few scorers', () => {
  const before = process.memoryUsage().arrayBuffers
  const detector = metric()
  for (let at = 0; at < 3 * HOUR; at += WINDOW_MS) {
    const values = (service: number): [string, number[]][] =>
      Array.from({ length: 100 }, (_, i) => [`q${i}`, [(at / WINDOW_MS + i * service) % 7]])
    const numbers =
      at % MINUTE_MS === 0
        ? Array.from({ length: 100 }, (_, i) => {
            return { window: START + at, service: `s${i}`, shape: 'stats', lines: 1, values: values(i) }
          })
        : []
    assert.deepEqual(detector.judge({ ...closedWindow(START + at, []), numbers }), [])
  }
  assert.ok(process.memoryUsage().arrayBuffers - before < 150 * 1024 * 1024)
})

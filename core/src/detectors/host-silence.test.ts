import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'
import type { Finding, HostLines } from '../finding.ts'
import { keepAll, recallAll } from '../memory.ts'
import { hostSilence } from './host-silence.ts'
import { closedWindow, START } from './test/windows.ts'

const HOUR = 60 * MINUTE_MS

/** What is said of a service whose hosts write `wrote(at)` lines in the window that begins `at` ms after the start. */
function judge(ms: number, wrote: (at: number) => HostLines): Finding[] {
  const detector = hostSilence()
  const findings: Finding[] = []
  for (let at = 0; at < ms; at += WINDOW_MS) {
    const hosts = new Map([['checkout', wrote(at)]])
    findings.push(...detector.judge({ ...closedWindow(START + at, []), hosts }))
  }
  return findings
}

const named = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `web-${i + from}`)
const each = (names: readonly string[], lines = 5) => new Map(names.map((name) => [name, lines]))

test('a host that says nothing while the others go on is told by name, until it talks or was taken down', () => {
  const gone = 2 * HOUR
  const found = judge(4 * HOUR, (at) => each(named(at < gone ? 4 : 3)))
  const [first] = found
  assert.equal(first.start, START + gone)
  assert.ok(first.at - first.start <= 4 * MINUTE_MS, `${first.at - first.start} ms`)
  assert.match(first.reason?.en ?? '', /^web-3 went silent while 3 of its hosts go on$/)
  assert.ok((found.at(-1)?.at ?? 0) <= START + gone + 31 * MINUTE_MS)
  const back = judge(4 * HOUR, (at) => each(named(at < gone || at > gone + 10 * MINUTE_MS ? 4 : 3)))
  assert.ok((back.at(-1)?.at ?? 0) <= START + gone + 11 * MINUTE_MS)
})

test('a quick restart, a quiet night and a host that often pauses are no silence', () => {
  const restart = (at: number) => each(named(at % HOUR < 2 * MINUTE_MS && at > HOUR ? 3 : 4))
  assert.deepEqual(judge(4 * HOUR, restart), [])
  const night = (at: number) => (at < 2 * HOUR || at % (10 * MINUTE_MS) === 0 ? each(named(4), 1) : new Map())
  assert.deepEqual(judge(6 * HOUR, night), [])
  const batch = (at: number) => each(named(at % (20 * MINUTE_MS) < 5 * MINUTE_MS ? 4 : 3))
  assert.deepEqual(judge(6 * HOUR, batch), [])
})

test('hosts that are replaced one by one, or all at once, are not told', () => {
  const rolling = (at: number) => {
    const replaced = Math.min(8, Math.max(0, Math.floor((at - 2 * HOUR) / (5 * MINUTE_MS))))
    return each(named(8, replaced))
  }
  assert.deepEqual(judge(5 * HOUR, rolling), [])
  const deploy = (at: number) => each(named(8, at < 2 * HOUR ? 0 : 8))
  assert.deepEqual(judge(5 * HOUR, deploy), [])
})

test('a service that shrinks is one finding a minute for all its hosts, and one that breathes is left in peace', () => {
  const shrunk = judge(4 * HOUR, (at) => each(named(at < 2 * HOUR ? 20 : 12)))
  assert.equal(new Set(shrunk.map(({ at }) => at)).size, shrunk.length)
  assert.match(shrunk[0].reason?.en ?? '', /and 5 more went silent/)
  const breathing = judge(72 * HOUR, (at) => each(named(at % (6 * HOUR) < 3 * HOUR ? 8 : 6)))
  assert.ok(breathing.every(({ at }) => at < START + 12 * HOUR))
})

test('when most hosts are silent it is the service that is', () => {
  assert.deepEqual(
    judge(4 * HOUR, (at) => each(named(at < 2 * HOUR ? 4 : 1))),
    [],
  )
})

test('a service with a hundred thousand hosts is followed as a whole, whoever counted them', () => {
  const many = (at: number) => each(named(50, (at / WINDOW_MS) * 50), 1)
  assert.deepEqual(judge(2 * HOUR, many), [])
  const told = (at: number): HostLines => (at === HOUR ? 'many' : each(named(at < 2 * HOUR ? 4 : 3)))
  assert.deepEqual(judge(4 * HOUR, told), [])
})

test('hosts that were known before a restart are missed after it', () => {
  const look = (detector: ReturnType<typeof hostSilence>, from: number, to: number, hosts: HostLines) => {
    const found: Finding[] = []
    for (let at = from; at < to; at += WINDOW_MS)
      found.push(...detector.judge({ ...closedWindow(START + at, []), hosts: new Map([['checkout', hosts]]) }))
    return found
  }
  const [before, after] = [hostSilence(), hostSilence()]
  look(before, 0, 2 * HOUR, each(named(4)))
  assert.deepEqual(recallAll(after.memories ?? [], structuredClone(keepAll(before.memories ?? []))), [])
  const [missing] = look(after, 2 * HOUR, 3 * HOUR, each(named(3)))
  assert.match(missing.reason?.en ?? '', /^web-3 went silent/)
})

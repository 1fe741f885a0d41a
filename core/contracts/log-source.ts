/** What every source of lines must do, whoever serves it. Each adapter runs all of it against the real thing. */
import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import { ErrorSenseError } from '../src/errors.ts'
import { MAX_LINE_BYTES, type LineSink, type LogSource } from '../src/ports/log-source.ts'

/** A source and the hand of whoever writes to it. */
export interface LogSourceUnderTest {
  readonly source: LogSource
  /** Brings lines, each ended by LF; resolves when they are written, for a shipper when they are acknowledged. */
  readonly write: (lines: readonly string[]) => Promise<void>
}

/** Takes lines and remembers them; refuses as long as `away`. */
interface TestSink {
  readonly take: LineSink
  readonly lines: string[]
  away: boolean
  refused: number
  truncated: number
  /** Resolves once so many lines are there. */
  have(count: number): Promise<void>
  /** Resolves once something was refused. */
  refusedOnce(): Promise<void>
}

export function logSourceContract(name: string, make: () => LogSourceUnderTest | Promise<LogSourceUnderTest>): void {
  describe(`${name} keeps the contract of a log source`, { timeout: 20_000 }, () => {
    const open: LogSource[] = []

    async function started(sink: TestSink): Promise<LogSourceUnderTest> {
      const made = await make()
      open.push(made.source)
      await made.source.start(sink.take)
      return made
    }

    afterEach(async () => {
      await Promise.all(open.splice(0).map((source) => source.stop()))
    })

    test('hands over every line once, whole and in order', async () => {
      const sink = testSink()
      const { write } = await started(sink)
      const lines = Array.from({ length: 5000 }, (_, i) => `${i} ñ€😀 ${'x'.repeat(i % 300)}`)
      await write(lines.slice(0, 10))
      await write(lines.slice(10, 4000))
      await write(lines.slice(4000))
      await sink.have(lines.length)
      assert.deepEqual(sink.lines, lines)
    })

    test('brings the same lines again when they were refused', async () => {
      const sink = testSink()
      sink.away = true
      const { write } = await started(sink)
      const written = write(['first', 'second'])
      await sink.refusedOnce()
      assert.deepEqual(sink.lines, [])
      sink.away = false
      await written
      await sink.have(2)
      assert.deepEqual(sink.lines, ['first', 'second'])
    })

    test('cuts lines that are too long, between characters, and counts them', async () => {
      const sink = testSink()
      const { write } = await started(sink)
      await write(['before', `x${'€'.repeat(MAX_LINE_BYTES)}`, 'after'])
      await sink.have(3)
      const [before, long, after] = sink.lines
      assert.deepEqual([before, after], ['before', 'after'])
      assert.equal(long, `x${'€'.repeat(Math.floor((MAX_LINE_BYTES - 1) / 3))}`)
      assert.equal(sink.truncated, 1)
    })

    test('hands over nothing once it has stopped', async () => {
      const sink = testSink()
      const { source, write } = await started(sink)
      await write(['one'])
      await sink.have(1)
      await source.stop()
      open.pop()
      await write(['two']).catch(() => {})
      assert.deepEqual(sink.lines, ['one'])
    })
  })
}

function testSink(): TestSink {
  const decoder = new TextDecoder('utf8', { fatal: true })
  let changed = Promise.withResolvers<void>()
  const tell = () => {
    changed.resolve()
    changed = Promise.withResolvers<void>()
  }
  const sink: TestSink = {
    lines: [],
    away: false,
    refused: 0,
    truncated: 0,
    async take({ bytes, truncated }) {
      if (sink.away) {
        sink.refused++
        tell()
        throw new ErrorSenseError('bus', 'away', { retryable: true })
      }
      sink.lines.push(...decoder.decode(bytes).split('\n'))
      sink.truncated += truncated
      tell()
    },
    async have(count) {
      while (sink.lines.length < count) await changed.promise
    },
    async refusedOnce() {
      while (sink.refused === 0) await changed.promise
    },
  }
  return sink
}

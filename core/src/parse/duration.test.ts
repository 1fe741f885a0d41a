import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { parseDuration, unitOfName } from './duration.ts'

const golden: readonly (readonly [written: string, ms: number])[] = [
  ['12ms', 12],
  ['12 MS', 12],
  ['1.5s', 1500],
  ['0.12s', 120],
  ['3 Seconds', 3000],
  ['1 second', 1000],
  ['250 milliseconds', 250],
  ['1 millisecond', 1],
  ['800us', 0.8],
  ['800usec', 0.8],
  ['800µs', 0.8],
  ['800μs', 0.8],
  ['40 microseconds', 0.04],
  ['1500000ns', 1.5],
  ['1m2.5s', 62_500],
  ['1h0m1s', 3_601_000],
  ['2 hours, 3 minutes', 7_380_000],
  ['1 day 1 hr', 90_000_000],
  ['5 mins', 300_000],
  ['00:00:01.250', 1250],
  ['1.02:03:04.5', 93_784_500],
  ['PT1.5S', 1500],
  ['PT1H2M', 3_720_000],
  ['P1DT1S', 86_401_000],
]

describe('a duration', () => {
  for (const [written, ms] of golden) {
    it(`is read from ${written}`, () => {
      assert.ok(Math.abs(parseDuration(written) - ms) < 1e-6, String(parseDuration(written)))
    })
  }

  it('is read from bytes as well, where the micro sign is two of them', () => {
    for (const written of ['45.5µs', '45.5μs', '1s45.5µs']) {
      const bytes = text.bytes(written)
      assert.equal(parseDuration(text.latin1(bytes, 0, bytes.length)), parseDuration(written))
    }
  })

  it('is none when the text is something else', () => {
    for (const written of ['', '12', 'ms', '12 apples', '5s later', 'P', 'PT', '12:30', '1.2.3s'])
      assert.ok(Number.isNaN(parseDuration(written)), written)
  })

  it('has the unit that its name tells', () => {
    const units = ['latency_ms', 'durationNanos', 'elapsed_us', 'took.seconds', 'timeSecs', 'elapsedMilliseconds'].map(
      unitOfName,
    )
    assert.deepEqual(units, [1, 1e-6, 1e-3, 1e3, 1e3, 1])
    assert.equal(unitOfName('status'), undefined)
    assert.equal(unitOfName('duration'), undefined)
  })
})

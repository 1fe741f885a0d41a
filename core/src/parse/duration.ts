/** Durations as programs write them, in ms. */
const unitMs: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['msec', 1],
  ['msecs', 1],
  ['millis', 1],
  ['milliseconds', 1],
  ['s', 1e3],
  ['sec', 1e3],
  ['secs', 1e3],
  ['second', 1e3],
  ['seconds', 1e3],
  ['m', 6e4],
  ['min', 6e4],
  ['mins', 6e4],
  ['minutes', 6e4],
  ['h', 3.6e6],
])

const PART = /(\d+(?:\.\d+)?)\s?([a-zµμ]+)/gy
const CLOCK = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)$/

/** `12ms`, `1.2 s`, `1m2.5s`, `00:00:01.250`; NaN when it is none. */
export function parseDuration(text: string): number {
  const clock = CLOCK.exec(text)
  if (clock)
    return ((Number(clock[1] ?? 0) * 24 + Number(clock[2])) * 60 + Number(clock[3])) * 6e4 + Number(clock[4]) * 1e3
  let total = 0
  let end = 0
  PART.lastIndex = 0
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    const unit = unitMs.get(part[2])
    if (unit === undefined) return Number.NaN
    total += Number(part[1]) * unit
    end = PART.lastIndex
  }
  return end > 0 && end === text.length ? total : Number.NaN
}

const SUFFIX =
  /(?:^|[_.]|[a-z](?=[A-Z]))(ns|us|ms|s|nanos|nanoseconds|micros|microseconds|millis|msecs?|milliseconds|secs?|seconds)$/i

const longUnits: ReadonlyMap<string, string> = new Map([
  ['nanos', 'ns'],
  ['nanoseconds', 'ns'],
  ['micros', 'us'],
  ['microseconds', 'us'],
])

/** ms per unit that a field's name ends with (`latency_ms`, `durationNanos`); undefined when it names none. */
export function unitOfName(name: string): number | undefined {
  const match = SUFFIX.exec(name)
  if (!match) return undefined
  const unit = match[1].toLowerCase()
  return unitMs.get(longUnits.get(unit) ?? unit)
}

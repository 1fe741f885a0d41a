/** Durations as programs write them, in ms. */
const spellings: Readonly<Record<string, number>> = {
  'ns nsec nsecs nano nanos nanosec nanosecond nanoseconds': 1e-6,
  'us usec usecs \u00b5s \u00b5sec \u03bcs \u03bcsec micro micros microsec microsecond microseconds': 1e-3,
  'ms msec msecs milli millis millisec millisecs millisecond milliseconds': 1,
  's sec secs second seconds': 1e3,
  'm min mins minute minutes': 6e4,
  'h hr hrs hour hours': 3.6e6,
  'd day days': 8.64e7,
}
const unitMs = new Map(
  Object.entries(spellings).flatMap(([names, ms]) => names.split(' ').map((name): [string, number] => [name, ms])),
)

const PART = /(\d+(?:\.\d+)?)\s?([a-z\u00b5\u03bc]+)[\s,]*/giy
/** Micro signs as they look a byte per char. */
const MICRO_BYTES = /\u00c2(?=\u00b5)|\u00ce\u00bc/
const CLOCK = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)$/

const ISO = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/

/** `12ms`, `1.2 s`, `1m2.5s`, `1 hour 3 minutes`, `00:00:01.250`, `PT1.5S`; NaN when it is none. */
export function parseDuration(text: string): number {
  const clock = CLOCK.exec(text) ?? (text.length > 2 ? ISO.exec(text) : null)
  if (clock) return sum(clock.slice(1).map((part) => Number(part ?? 0)))
  return parseParts(
    text.includes('s') ? text.replace(MICRO_BYTES, (bytes) => (bytes.length > 1 ? '\u00b5' : '')) : text,
  )
}

function sum([days, hours, minutes, seconds]: readonly number[]): number {
  return ((days * 24 + hours) * 60 + minutes) * 6e4 + seconds * 1e3
}

function parseParts(text: string): number {
  let total = 0
  let end = 0
  PART.lastIndex = 0
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    const unit = unitMs.get(part[2].toLowerCase())
    if (unit === undefined) return Number.NaN
    total += Number(part[1]) * unit
    end = PART.lastIndex
  }
  return end > 0 && end === text.length ? total : Number.NaN
}

const LAST_WORD = /(?:^|[_.-])([a-z]+|[A-Z]+)$|[a-z]([A-Z]+[a-z]*)$/

/** ms per unit that a field's name ends with (`latency_ms`, `durationNanos`); undefined when it names none. */
export function unitOfName(name: string): number | undefined {
  const match = LAST_WORD.exec(name)
  return match ? unitMs.get((match[1] ?? match[2]).toLowerCase()) : undefined
}

/** Numbers and times as people read them, in the language of the page. */
export type Language = 'en' | 'es'

export function number(value: number, language: Language): string {
  if (!Number.isFinite(value)) return '–'
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  const notation = Math.abs(value) >= 100_000 ? 'compact' : 'standard'
  return new Intl.NumberFormat(language, {
    maximumFractionDigits: notation === 'compact' ? 1 : digits,
    notation,
    useGrouping: true,
  }).format(value)
}

export function percent(share: number, language: Language): string {
  const digits = share > 0 && share < 0.001 ? 2 : share < 0.1 ? 1 : 0
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(share)
}

/** Milliseconds, in seconds from one second on. */
export function latency(ms: number | null, language: Language): string {
  if (ms === null) return '–'
  const [value, unit] = ms >= 1000 ? [ms / 1000, 's'] : [ms, 'ms']
  const digits = value < 10 ? 1 : 0
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)}\u00a0${unit}`
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** The largest unit that fits, as a length of time: `14 min`. */
export function duration(ms: number, language: Language): string {
  const [unit, size] = UNITS.find(([, size]) => ms >= size) ?? UNITS[3]
  const count = Math.max(0, Math.floor(ms / size))
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count)
}

/** `14 min. ago`. */
export function ago(ms: number, language: Language): string {
  const [unit, size] = UNITS.find(([, size]) => ms >= size) ?? UNITS[3]
  const count = Math.max(0, Math.floor(ms / size))
  return new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'auto' }).format(-count, unit)
}

/** Day and time; the year only where it is another one. */
export function moment(iso: string, language: Language, now = Date.now()): string {
  const at = new Date(iso)
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(at.getFullYear() !== new Date(now).getFullYear() && { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

export function clock(ms: number, language: Language, seconds = false): string {
  return new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
    hourCycle: 'h23',
  }).format(ms)
}

/** Minutes of a day as `07:30`. */
export function dayTime(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The first few, and that there are more. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} … (+${names.length - 3})` : shown
}

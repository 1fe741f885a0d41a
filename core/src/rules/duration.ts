/** Durations as people write them: 30s, 5m, 2h, 1d. */
const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** ms; undefined when the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits) * UNITS[unit as keyof typeof UNITS]
}

export function durationText(ms: number): string {
  for (const unit of ['d', 'h', 'm'] as const) if (ms % UNITS[unit] === 0) return `${ms / UNITS[unit]}${unit}`
  return `${ms / UNITS.s}s`
}

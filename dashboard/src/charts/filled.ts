import type { SeriesPoint } from '@errorsense/core/wire/api.ts'

/** One point per step from `from` on, zero where the store has none. */
export function filled(points: readonly SeriesPoint[], from: number, count: number, stepMs: number): SeriesPoint[] {
  const byTime = new Map(points.map((point) => [Date.parse(point.at), point]))
  return Array.from({ length: count }, (_, index) => {
    const at = from + index * stepMs
    return byTime.get(at) ?? { at: new Date(at).toISOString(), lines: 0, errors: 0, latencyP50: null, latencyP99: null }
  })
}

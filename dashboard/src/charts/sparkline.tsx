import type { SeriesPoint } from '@errorsense/core/wire/api.ts'

const WIDTH = 120
const HEIGHT = 32

/**
 * Lines per step as an area, errors as a second one in front, on one scale that begins at zero. A step without a
 * point is a step without a line.
 */
export function Sparkline({ points, label }: { points: readonly SeriesPoint[]; label: string }) {
  const top = Math.max(1, ...points.map(({ lines }) => lines))
  const line = outline(points.map(({ lines }) => lines / top))
  const errors = outline(points.map(({ errors }) => errors / top))
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label} class="h-8 w-full">
      <path d={`${line}V${HEIGHT}H0Z`} fill="var(--accent)" fill-opacity="0.13" />
      <path
        d={line}
        fill="none"
        stroke="var(--accent)"
        stroke-width="1.5"
        stroke-linejoin="round"
        vector-effect="non-scaling-stroke"
      />
      {points.some(({ errors }) => errors / top > 0.03) && (
        <path d={`${errors}V${HEIGHT}H0Z`} fill="var(--critical)" fill-opacity="0.75" />
      )}
    </svg>
  )
}

function outline(shares: readonly number[]): string {
  const step = WIDTH / Math.max(1, shares.length - 1)
  const room = HEIGHT - 3
  return shares
    .map(
      (share, index) => `${index === 0 ? 'M' : 'L'}${(index * step).toFixed(1)} ${(HEIGHT - share * room).toFixed(1)}`,
    )
    .join('')
}

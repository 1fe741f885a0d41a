/**
 * Tails of counts that vary more than Poisson: mean m, variance m + phi m^2. Exact sums for small means; above,
 * Anscombe's variance-stabilising transform (Biometrika 35, 1948) and a normal tail.
 */
const EXACT_BELOW = 60
const SMALLEST = 1e-300

/** Chance of `count` or more. */
export function upperTail(count: number, mean: number, phi: number): number {
  if (count <= 0) return 1
  if (mean >= EXACT_BELOW) return normalUpper(deviation(count - 0.5, mean, phi))
  return Math.max(SMALLEST, sumFrom(count, mean, phi))
}

/** Chance of `count` or less. */
export function lowerTail(count: number, mean: number, phi: number): number {
  if (mean >= EXACT_BELOW) return normalUpper(-deviation(count + 0.5, mean, phi))
  let mass = massAt(0, mean, phi)
  let sum = mass
  for (let k = 0; k < count; k++) {
    mass *= step(k, mean, phi)
    sum += mass
  }
  return Math.min(1, Math.max(SMALLEST, sum))
}

export function standardDeviation(mean: number, phi: number): number {
  return Math.sqrt(mean + phi * mean * mean)
}

/** How many standard deviations `count` is above the mean, after the transform. */
export function deviation(count: number, mean: number, phi: number): number {
  const root = Math.sqrt(phi)
  return (
    (2 / root) * (Math.asinh(Math.sqrt(phi * Math.max(0, count + 0.375))) - Math.asinh(Math.sqrt(phi * (mean + 0.375))))
  )
}

/** From the count upwards, so that tiny tails keep their digits; stops when the rest no longer matters. */
function sumFrom(count: number, mean: number, phi: number): number {
  let mass = massAt(count, mean, phi)
  let sum = mass
  for (let k = count; mass > sum * 1e-12 && k < count + 10_000; k++) {
    mass *= step(k, mean, phi)
    sum += mass
  }
  return Math.min(1, sum)
}

/** P(k + 1) / P(k). */
function step(k: number, mean: number, phi: number): number {
  return ((1 + phi * k) * mean) / ((k + 1) * (1 + phi * mean))
}

function massAt(count: number, mean: number, phi: number): number {
  let log = -Math.log1p(phi * mean) / phi
  for (let k = 0; k < count && log > -700; k++) log += Math.log(step(k, mean, phi))
  return Math.exp(log)
}

/** Upper tail of the normal distribution; Abramowitz and Stegun 7.1.26 near the middle, the asymptotic form far out. */
export function normalUpper(z: number): number {
  if (z < 0) return 1 - normalUpper(-z)
  if (z > 5) return Math.max(SMALLEST, Math.exp((-z * z) / 2) / (z * Math.sqrt(2 * Math.PI)) / (1 + 1 / (z * z)))
  const x = z / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return (poly * Math.exp(-x * x)) / 2
}

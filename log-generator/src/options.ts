/** The words of the command line, read into numbers and scenarios. Errors say what would have been right. */
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { scenarios } from './scenarios/index.ts'
import type { Scenario } from './scenarios/scenario.ts'

/** Lines per second; `max` is as many as the machine and the output take. */
export type Rate = number | 'max'

export interface ScenarioRequest {
  readonly scenario: Scenario
  /** ms after the start; a good place is found when left out. */
  readonly after?: number
}

const MAX_RATE = 1_000_000
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

export function parseRate(text: string): Rate {
  if (text === 'max') return 'max'
  const rate = Number(text)
  if (text.trim() === '' || !(rate > 0 && rate <= MAX_RATE)) {
    throw usage(`"${text}" is no rate: write lines per second, above 0 and up to ${MAX_RATE}, or max`)
  }
  return rate
}

/** `90s`, `24h`, `1h30m`; a bare number is seconds. Returns ms. */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)]
  const whole = parts.map(([part]) => part).join('')
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * UNITS['s']
  if (parts.length === 0 || whole !== text) {
    throw usage(`"${text}" is no duration: write a number with ms, s, m, h or d, such as 90s, 24h or 1h30m`)
  }
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit], 0)
}

/** `error-burst` or `error-burst@20s`. */
export function parseScenario(text: string): ScenarioRequest {
  const at = text.indexOf('@')
  const name = at === -1 ? text : text.slice(0, at)
  const scenario = scenarios.find((known) => known.name === name)
  if (scenario === undefined) {
    throw usage(`there is no scenario "${name}": choose from ${scenarios.map((known) => known.name).join(', ')}`)
  }
  return at === -1 ? { scenario } : { scenario, after: parseDuration(text.slice(at + 1)) }
}

const usage = (message: string) => new ErrorSenseError('usage', message)

/** Words that several kinds share. */
import type { Finding } from '../../finding.ts'
import type { Locale, Story } from './kind.ts'

const NAMES = 3
const LAST: Record<Locale, (more: number) => string> = {
  en: (more) => `and ${more} more`,
  es: (more) => `y ${more} más`,
}
const UNKNOWN: Record<Locale, string> = { en: 'unknown addresses', es: 'direcciones desconocidas' }
const LOGS: Record<Locale, string> = { en: 'the logs', es: 'los logs' }

export function serviceOf({ main }: Story, locale: Locale): string {
  return main.service || LOGS[locale]
}

export function offenders({ ips }: Story, locale: Locale): string {
  return ips.length === 0 ? UNKNOWN[locale] : names(ips, locale)
}

export function names(list: readonly string[], locale: Locale): string {
  const shown = list.slice(0, NAMES).join(', ')
  return list.length > NAMES ? `${shown} ${LAST[locale](list.length - NAMES)}` : shown
}

/** `9 is usual (4–25)`. */
export function usualOf({ usual, low, high }: Finding, locale: Locale): string {
  const band = high > low ? ` (${amount(low)}–${amount(high)})` : ''
  return locale === 'en'
    ? `${amount(usual)} ${usual === 1 ? 'is' : 'are'} usual${band}`
    : `lo usual es ${amount(usual)}${band}`
}

export function amount(value: number): string {
  if (!Number.isFinite(value)) return '?'
  if (value < 0.05) return '0'
  if (value >= 100) return value.toFixed(0)
  return String(Number(value.toPrecision(2)))
}

/** Detectors tell units in English. */
export function unitOf({ unit }: Finding, locale: Locale): string {
  return locale === 'en' ? unit : UNITS.reduce((text, [english, word]) => text.replaceAll(english, word), unit)
}

const UNITS: readonly (readonly [string, string])[] = [
  ['error lines', 'líneas de error'],
  ['errors', 'errores'],
  ['lines', 'líneas'],
  ['median', 'de mediana'],
  ['failures', 'fallos'],
  ['sign-ins', 'entradas'],
  ['attempts', 'intentos'],
  ['accounts', 'cuentas'],
  ['addresses', 'direcciones'],
  ['requests', 'peticiones'],
  ['ports', 'puertos'],
  ['paths', 'rutas'],
  ['bursts', 'ráfagas'],
  ['steps', 'pasos'],
  ['of all', 'del total'],
  ['per session', 'por sesión'],
  [' in ', ' en '],
]

/** The sentence a person on call reads: what is seen, what is usual, since when, what changed first. */
import type { Finding } from '../finding.ts'
import type { Cause, IncidentKind, IncidentText } from '../wire/incident.ts'

export interface Story {
  readonly kind: IncidentKind
  /** The finding that names the incident. */
  readonly main: Finding
  readonly services: readonly string[]
  readonly ips: readonly string[]
  readonly users: readonly string[]
  readonly sessions: number
  readonly start: number
  readonly mainTemplate: string
  readonly causes: readonly Cause[]
}

export type Locale = 'en' | 'es'

export function tell(story: Story, locale: Locale): IncidentText {
  return { title: titles[locale](story), why: sentences[locale](story) }
}

const TEMPLATE_LENGTH = 160
const NAMES = 3

const titles: Record<Locale, (story: Story) => string> = {
  en(story) {
    const service = story.main.service || 'the logs'
    const who = names(story.ips, 'unknown addresses', 'and', 'more')
    switch (story.kind) {
      case 'error_spike':
        return `Error spike in ${service}`
      case 'rate_change':
        return `${service} logs ${story.main.seen > story.main.usual ? 'far more' : 'far less'} than usual`
      case 'latency':
        return `${service} is slow`
      case 'silence':
        return `${service} went silent`
      case 'new_template':
        return `New kind of ${story.main.unit.startsWith('error') ? 'error' : 'line'} in ${service}`
      case 'rare_template':
        return `Rare line in ${service}`
      case 'mix_shift':
        return `${service} behaves differently`
      case 'sequence':
        return `Broken sequences in ${service}`
      case 'brute_force':
        return `Brute force against ${service} from ${who}`
      case 'password_spraying':
        return `Password spraying against ${service}`
      case 'user_enumeration':
        return `Account guessing against ${service} from ${who}`
      case 'suspicious_ip':
        return `Suspicious address ${who} in ${service}`
      case 'scan':
        return `Scan of ${service} from ${who}`
      case 'probe':
        return `Probing of ${service} from ${who}`
      case 'abuse':
        return `Abuse of ${service} from ${who}`
      case 'rule':
        return `Rule matched in ${service}`
    }
  },
  es(story) {
    const service = story.main.service || 'los logs'
    const who = names(story.ips, 'direcciones desconocidas', 'y', 'más')
    switch (story.kind) {
      case 'error_spike':
        return `Pico de errores en ${service}`
      case 'rate_change':
        return `${service} registra ${story.main.seen > story.main.usual ? 'mucho más' : 'mucho menos'} de lo usual`
      case 'latency':
        return `${service} va lento`
      case 'silence':
        return `${service} ha enmudecido`
      case 'new_template':
        return `Nuevo tipo de ${story.main.unit.startsWith('error') ? 'error' : 'línea'} en ${service}`
      case 'rare_template':
        return `Línea rara en ${service}`
      case 'mix_shift':
        return `${service} se comporta de otro modo`
      case 'sequence':
        return `Secuencias rotas en ${service}`
      case 'brute_force':
        return `Fuerza bruta contra ${service} desde ${who}`
      case 'password_spraying':
        return `Rociado de contraseñas contra ${service}`
      case 'user_enumeration':
        return `Tanteo de cuentas en ${service} desde ${who}`
      case 'suspicious_ip':
        return `Dirección sospechosa ${who} en ${service}`
      case 'scan':
        return `Escaneo de ${service} desde ${who}`
      case 'probe':
        return `Sondeo de ${service} desde ${who}`
      case 'abuse':
        return `Abuso de ${service} desde ${who}`
      case 'rule':
        return `Regla cumplida en ${service}`
    }
  },
}

const sentences: Record<Locale, (story: Story) => string> = {
  en(story) {
    const { main } = story
    const parts = [`${seenEn(story)}, since ${clock(story.start)} UTC.`]
    if (main.reason) parts.push(sentence(main.reason))
    if (story.mainTemplate) parts.push(`Mostly: “${story.mainTemplate.slice(0, TEMPLATE_LENGTH)}”.`)
    const first = story.causes[0]
    if (first && first.template !== story.mainTemplate) {
      parts.push(
        `What changed first: “${first.template.slice(0, TEMPLATE_LENGTH)}” in ${first.service} (${first.why}).`,
      )
    }
    const others = story.services.filter((service) => service !== main.service)
    if (others.length > 0) parts.push(`Also affected: ${names(others, '', 'and', 'more')}.`)
    if (story.users.length > 0) parts.push(`Accounts: ${names(story.users, '', 'and', 'more')}.`)
    return parts.join(' ')
  },
  es(story) {
    const { main } = story
    const parts = [`${seenEs(story)}, desde las ${clock(story.start)} UTC.`]
    if (story.mainTemplate) parts.push(`Sobre todo: «${story.mainTemplate.slice(0, TEMPLATE_LENGTH)}».`)
    const first = story.causes[0]
    if (first && first.template !== story.mainTemplate) {
      parts.push(
        `Lo primero que cambió: «${first.template.slice(0, TEMPLATE_LENGTH)}» en ${first.service} (${first.es}).`,
      )
    }
    const others = story.services.filter((service) => service !== main.service)
    if (others.length > 0) parts.push(`También afecta a: ${names(others, '', 'y', 'más')}.`)
    if (story.users.length > 0) parts.push(`Cuentas: ${names(story.users, '', 'y', 'más')}.`)
    return parts.join(' ')
  },
}

function seenEn({ main, kind, sessions }: Story): string {
  const usual = `${amount(main.usual)} ${main.usual === 1 ? 'is' : 'are'} usual${bandOf(main)}`
  switch (kind) {
    case 'silence':
      return `${main.service} says nothing where ${amount(main.usual)} ${main.unit} are usual`
    case 'latency':
      return `Requests take ${amount(main.seen)} ${main.unit} where ${usual}`
    case 'new_template':
      return `${main.service} wrote ${amount(main.seen)} ${main.unit} of a kind never seen before`
    case 'sequence':
      return `${sessions} ${sessions === 1 ? 'session' : 'sessions'} did not follow the usual course`
    default:
      return `${main.service || 'The logs'}: ${amount(main.seen)} ${main.unit} where ${usual}`
  }
}

function seenEs({ main, kind, sessions }: Story): string {
  const usual = `lo usual es ${amount(main.usual)}${bandOf(main)}`
  const unit = spanish(main.unit)
  switch (kind) {
    case 'silence':
      return `${main.service} no dice nada donde lo usual son ${amount(main.usual)} ${unit}`
    case 'latency':
      return `Las peticiones tardan ${amount(main.seen)} ${unit} cuando ${usual}`
    case 'new_template':
      return `${main.service} escribió ${amount(main.seen)} ${unit} de un tipo nunca visto`
    case 'sequence':
      return `${sessions} ${sessions === 1 ? 'sesión no siguió' : 'sesiones no siguieron'} el curso usual`
    default:
      return `${main.service || 'Los logs'}: ${amount(main.seen)} ${unit} cuando ${usual}`
  }
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/error lines/g, 'líneas de error'],
  [/errors/g, 'errores'],
  [/lines/g, 'líneas'],
  [/median/g, 'de mediana'],
  [/failures/g, 'fallos'],
  [/attempts/g, 'intentos'],
  [/accounts/g, 'cuentas'],
  [/addresses/g, 'direcciones'],
  [/requests/g, 'peticiones'],
  [/ports/g, 'puertos'],
  [/paths/g, 'rutas'],
  [/ in /g, ' en '],
]

function spanish(unit: string): string {
  return UNITS.reduce((text, [english, word]) => text.replace(english, word), unit)
}

function bandOf({ low, high }: Finding): string {
  return high > low ? ` (${amount(low)}–${amount(high)})` : ''
}

function amount(value: number): string {
  if (!Number.isFinite(value)) return '?'
  if (value < 0.05) return '0'
  if (value >= 100) return value.toFixed(0)
  return String(Number(value.toPrecision(2)))
}

function names(list: readonly string[], none: string, and: string, more: string): string {
  if (list.length === 0) return none
  const shown = list.slice(0, NAMES).join(', ')
  return list.length > NAMES ? `${shown} ${and} ${list.length - NAMES} ${more}` : shown
}

function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 19)
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}

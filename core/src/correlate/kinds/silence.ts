import { HIGH, LOW, MEDIUM, type Kind, type Story } from './kind.ts'
import { amount, serviceOf, unitOf } from './words.ts'

const HOST = 'host-silence'

/** Of a whole service, of some of its hosts, or of one line in it that came like a heartbeat. */
export const silence: Kind = {
  family: 'operations',
  late: -1,
  grade({ detector, templateId }) {
    if (detector === HOST) return LOW
    return templateId === undefined ? HIGH : MEDIUM
  },
  en: {
    name: 'Silence',
    title(story) {
      const service = serviceOf(story, 'en')
      if (isOfLine(story)) return `A regular line is missing in ${service}`
      return isOfHost(story) ? `Hosts of ${service} went silent` : `${service} went silent`
    },
    seen(story) {
      const { service, usual } = story.main
      if (isOfLine(story)) return `A line that ${service} writes by the clock was missed ${amount(usual)} times`
      const where = isOfHost(story) ? `Part of ${service}` : service
      return `${where} says nothing where ${amount(usual)} ${unitOf(story.main, 'en')} are usual`
    },
  },
  es: {
    name: 'Silencio',
    title(story) {
      const service = serviceOf(story, 'es')
      if (isOfLine(story)) return `Falta una línea regular en ${service}`
      return isOfHost(story) ? `Hosts de ${service} han enmudecido` : `${service} ha enmudecido`
    },
    seen(story) {
      const { service, usual } = story.main
      if (isOfLine(story)) return `Una línea que ${service} escribe a intervalos fijos faltó ${amount(usual)} veces`
      const where = isOfHost(story) ? `Una parte de ${service}` : service
      return `${where} no dice nada donde lo usual son ${amount(usual)} ${unitOf(story.main, 'es')}`
    },
  },
}

function isOfLine({ main }: Story): boolean {
  return main.templateId !== undefined
}

function isOfHost({ main }: Story): boolean {
  return main.detector === HOST
}

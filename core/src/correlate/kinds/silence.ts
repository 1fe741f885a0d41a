import { HIGH, MEDIUM, type Kind, type Story } from './kind.ts'
import { amount, serviceOf, unitOf } from './words.ts'

/** Of a whole service, or of one line in it that came like a heartbeat. */
export const silence: Kind = {
  family: 'operations',
  late: -1,
  grade: ({ templateId }) => (templateId === undefined ? HIGH : MEDIUM),
  en: {
    name: 'Silence',
    title: (story) =>
      isOfLine(story)
        ? `A regular line is missing in ${serviceOf(story, 'en')}`
        : `${serviceOf(story, 'en')} went silent`,
    seen: (story) =>
      isOfLine(story)
        ? `A line that ${story.main.service} writes by the clock was missed ${amount(story.main.usual)} times`
        : `${story.main.service} says nothing where ${amount(story.main.usual)} ${unitOf(story.main, 'en')} are usual`,
  },
  es: {
    name: 'Silencio',
    title: (story) =>
      isOfLine(story)
        ? `Falta una línea regular en ${serviceOf(story, 'es')}`
        : `${serviceOf(story, 'es')} ha enmudecido`,
    seen: (story) =>
      isOfLine(story)
        ? `Una línea que ${story.main.service} escribe a intervalos fijos faltó ${amount(story.main.usual)} veces`
        : `${story.main.service} no dice nada donde lo usual son ${amount(story.main.usual)} ${unitOf(story.main, 'es')}`,
  },
}

function isOfLine({ main }: Story): boolean {
  return main.templateId !== undefined
}

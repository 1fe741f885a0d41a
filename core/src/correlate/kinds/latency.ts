import { HIGH, MEDIUM, type Kind } from './kind.ts'
import { amount, serviceOf, unitOf, usualOf } from './words.ts'

export const latency: Kind = {
  family: 'operations',
  order: 2,
  // Refused logins take their time on purpose.
  shadow: true,
  grade: ({ seen, usual }) => (seen / Math.max(1, usual) > 5 ? HIGH : MEDIUM),
  en: {
    name: 'Latency',
    title: (story) => `${serviceOf(story, 'en')} is slow`,
    seen: ({ main }) => `Requests take ${amount(main.seen)} ${unitOf(main, 'en')} where ${usualOf(main, 'en')}`,
  },
  es: {
    name: 'Latencia',
    title: (story) => `${serviceOf(story, 'es')} va lento`,
    seen: ({ main }) =>
      `Las peticiones tardan ${amount(main.seen)} ${unitOf(main, 'es')} cuando ${usualOf(main, 'es')}`,
  },
}

import { LOW, MEDIUM, type Kind, type Story } from './kind.ts'
import { amount, serviceOf, unitOf } from './words.ts'

export const newTemplate: Kind = {
  family: 'operations',
  late: 2,
  shadow: true,
  comesWithRelease: true,
  grade: ({ unit }) => (unit.startsWith('error') ? MEDIUM : LOW),
  en: {
    name: 'New kind of line',
    title: (story) => `New kind of ${isError(story) ? 'error' : 'line'} in ${serviceOf(story, 'en')}`,
    seen: ({ main }) => `${main.service} wrote ${amount(main.seen)} ${unitOf(main, 'en')} of a kind never seen before`,
  },
  es: {
    name: 'Nuevo tipo de línea',
    title: (story) => `Nuevo tipo de ${isError(story) ? 'error' : 'línea'} en ${serviceOf(story, 'es')}`,
    seen: ({ main }) => `${main.service} escribió ${amount(main.seen)} ${unitOf(main, 'es')} de un tipo nunca visto`,
  },
}

function isError({ main }: Story): boolean {
  return main.unit.startsWith('error')
}

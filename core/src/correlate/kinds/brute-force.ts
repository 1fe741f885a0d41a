import { CRITICAL, HIGH, type Kind } from './kind.ts'
import { offenders, serviceOf } from './words.ts'

export const bruteForce: Kind = {
  family: 'deeds',
  grade: ({ score }) => (score >= 0.95 ? CRITICAL : HIGH),
  en: {
    name: 'Brute force',
    title: (story) => `Brute force against ${serviceOf(story, 'en')} from ${offenders(story, 'en')}`,
  },
  es: {
    name: 'Fuerza bruta',
    title: (story) => `Fuerza bruta contra ${serviceOf(story, 'es')} desde ${offenders(story, 'es')}`,
  },
}

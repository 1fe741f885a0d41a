import { CRITICAL, HIGH, type Kind } from './kind.ts'
import { offenders, serviceOf } from './words.ts'

export const userEnumeration: Kind = {
  family: 'deeds',
  grade: ({ score }) => (score >= 0.95 ? CRITICAL : HIGH),
  en: {
    name: 'Account guessing',
    title: (story) => `Account guessing against ${serviceOf(story, 'en')} from ${offenders(story, 'en')}`,
  },
  es: {
    name: 'Tanteo de cuentas',
    title: (story) => `Tanteo de cuentas en ${serviceOf(story, 'es')} desde ${offenders(story, 'es')}`,
  },
}

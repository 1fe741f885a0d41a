import { CRITICAL, HIGH, type Kind } from './kind.ts'
import { offenders, serviceOf } from './words.ts'

export const suspiciousIp: Kind = {
  family: 'deeds',
  grade: ({ score }) => (score >= 0.95 ? CRITICAL : HIGH),
  en: {
    name: 'Suspicious address',
    title: (story) => `Suspicious address ${offenders(story, 'en')} in ${serviceOf(story, 'en')}`,
  },
  es: {
    name: 'Dirección sospechosa',
    title: (story) => `Dirección sospechosa ${offenders(story, 'es')} en ${serviceOf(story, 'es')}`,
  },
}

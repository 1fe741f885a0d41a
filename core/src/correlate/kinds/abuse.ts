import { MEDIUM, type Kind } from './kind.ts'
import { offenders, serviceOf } from './words.ts'

export const abuse: Kind = {
  family: 'deeds',
  grade: () => MEDIUM,
  en: { name: 'Abuse', title: (story) => `Abuse of ${serviceOf(story, 'en')} from ${offenders(story, 'en')}` },
  es: { name: 'Abuso', title: (story) => `Abuso de ${serviceOf(story, 'es')} desde ${offenders(story, 'es')}` },
}

import { MEDIUM, type Kind } from './kind.ts'
import { offenders, serviceOf } from './words.ts'

export const scan: Kind = {
  family: 'deeds',
  grade: () => MEDIUM,
  en: { name: 'Scan', title: (story) => `Scan of ${serviceOf(story, 'en')} from ${offenders(story, 'en')}` },
  es: { name: 'Escaneo', title: (story) => `Escaneo de ${serviceOf(story, 'es')} desde ${offenders(story, 'es')}` },
}

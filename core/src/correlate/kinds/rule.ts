import { MEDIUM, type Kind } from './kind.ts'
import { serviceOf } from './words.ts'

export const rule: Kind = {
  family: 'operations',
  grade: () => MEDIUM,
  en: { name: 'Rule', title: (story) => `Rule matched in ${serviceOf(story, 'en')}` },
  es: { name: 'Regla', title: (story) => `Regla cumplida en ${serviceOf(story, 'es')}` },
}

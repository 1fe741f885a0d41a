import { CRITICAL, HIGH, type Kind } from './kind.ts'
import { serviceOf } from './words.ts'

export const passwordSpraying: Kind = {
  family: 'deeds',
  grade: ({ score }) => (score >= 0.95 ? CRITICAL : HIGH),
  en: { name: 'Password spraying', title: (story) => `Password spraying against ${serviceOf(story, 'en')}` },
  es: { name: 'Rociado de contraseñas', title: (story) => `Rociado de contraseñas contra ${serviceOf(story, 'es')}` },
}

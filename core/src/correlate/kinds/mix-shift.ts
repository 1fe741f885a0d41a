import { LOW, type Kind } from './kind.ts'
import { serviceOf } from './words.ts'

export const mixShift: Kind = {
  family: 'operations',
  late: 3,
  shadow: true,
  comesWithRelease: true,
  grade: () => LOW,
  en: { name: 'Different mix', title: (story) => `${serviceOf(story, 'en')} behaves differently` },
  es: { name: 'Otra mezcla', title: (story) => `${serviceOf(story, 'es')} se comporta de otro modo` },
}

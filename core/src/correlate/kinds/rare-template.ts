import { LOW, type Kind } from './kind.ts'
import { serviceOf } from './words.ts'

export const rareTemplate: Kind = {
  family: 'operations',
  late: 3,
  shadow: true,
  comesWithRelease: true,
  grade: () => LOW,
  en: { name: 'Rare line', title: (story) => `Rare line in ${serviceOf(story, 'en')}` },
  es: { name: 'Línea rara', title: (story) => `Línea rara en ${serviceOf(story, 'es')}` },
}

import { MEDIUM, type Kind } from './kind.ts'
import { serviceOf } from './words.ts'

export const sequence: Kind = {
  family: 'sessions',
  late: 4,
  comesWithRelease: true,
  grade: () => MEDIUM,
  en: {
    name: 'Broken sequence',
    title: (story) => `Broken sequences in ${serviceOf(story, 'en')}`,
    seen: ({ sessions }) => `${sessions} ${sessions === 1 ? 'session' : 'sessions'} did not follow the usual course`,
  },
  es: {
    name: 'Secuencia rota',
    title: (story) => `Secuencias rotas en ${serviceOf(story, 'es')}`,
    seen: ({ sessions }) =>
      `${sessions} ${sessions === 1 ? 'sesión no siguió' : 'sesiones no siguieron'} el curso usual`,
  },
}

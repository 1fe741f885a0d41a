import { MEDIUM, type Kind, type Story } from './kind.ts'
import { serviceOf } from './words.ts'

export const rateChange: Kind = {
  family: 'operations',
  late: 1,
  shadow: true,
  comesWithRelease: true,
  grade: () => MEDIUM,
  isExplainedBy: ({ service, templates }, other) =>
    other.kind === 'new_template' && other.service === service && other.templateId === templates?.[0]?.template.id,
  en: {
    name: 'Rate change',
    title: (story) => `${serviceOf(story, 'en')} logs ${isMore(story) ? 'far more' : 'far less'} than usual`,
  },
  es: {
    name: 'Cambio de ritmo',
    title: (story) => `${serviceOf(story, 'es')} registra ${isMore(story) ? 'mucho más' : 'mucho menos'} de lo usual`,
  },
}

function isMore({ main }: Story): boolean {
  return main.seen > main.usual
}

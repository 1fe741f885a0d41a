import type { Finding } from '../../finding.ts'
import { LOW, MEDIUM, type Kind } from './kind.ts'
import { serviceOf } from './words.ts'

const METRIC = 'metric'

/** Of the lines of a service, or of a quantity that its lines tell. */
export const rateChange: Kind = {
  family: 'operations',
  late: 1,
  shadow: true,
  comesWithRelease: true,
  grade: (finding) => (isMetric(finding) ? LOW : MEDIUM),
  isExplainedBy: ({ service, templates }, other) =>
    other.kind === 'new_template' && other.service === service && other.templateId === templates?.[0]?.template.id,
  en: {
    name: 'Rate change',
    title(story) {
      const { main } = story
      if (isMetric(main))
        return `${main.unit} of ${serviceOf(story, 'en')} is far ${isMore(main) ? 'above' : 'below'} usual`
      return `${serviceOf(story, 'en')} logs ${isMore(main) ? 'far more' : 'far less'} than usual`
    },
  },
  es: {
    name: 'Cambio de ritmo',
    title(story) {
      const { main } = story
      if (isMetric(main))
        return `${main.unit} de ${serviceOf(story, 'es')} está muy por ${isMore(main) ? 'encima' : 'debajo'} de lo usual`
      return `${serviceOf(story, 'es')} registra ${isMore(main) ? 'mucho más' : 'mucho menos'} de lo usual`
    },
  },
}

function isMetric({ detector }: Finding): boolean {
  return detector === METRIC
}

function isMore({ seen, usual }: Finding): boolean {
  return seen > usual
}

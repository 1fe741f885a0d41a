import { CRITICAL, HIGH, LOW, MEDIUM, type Kind, type Story } from './kind.ts'
import { names, offenders, serviceOf } from './words.ts'

const FIRST_PLACE = 'first-place'

/** Of an address that is known to be bad, or from which an account never signed in before. */
export const suspiciousIp: Kind = {
  family: 'deeds',
  grade({ detector, score, entities }) {
    if (detector === FIRST_PLACE) return entities.ip?.length ? MEDIUM : LOW
    return score >= 0.95 ? CRITICAL : HIGH
  },
  en: {
    name: 'Suspicious address',
    title: (story) =>
      isFirstPlace(story)
        ? `${names(story.users, 'en')} signed in to ${serviceOf(story, 'en')} from a new place`
        : `Suspicious address ${offenders(story, 'en')} in ${serviceOf(story, 'en')}`,
  },
  es: {
    name: 'Dirección sospechosa',
    title: (story) =>
      isFirstPlace(story)
        ? `${names(story.users, 'es')} entró en ${serviceOf(story, 'es')} desde un lugar nuevo`
        : `Dirección sospechosa ${offenders(story, 'es')} en ${serviceOf(story, 'es')}`,
  },
}

function isFirstPlace({ main }: Story): boolean {
  return main.detector === FIRST_PLACE
}

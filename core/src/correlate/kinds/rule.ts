import type { Severity } from '../../wire/incident.ts'
import { CRITICAL, HIGH, LOW, MEDIUM, type Grade, type Kind, type Locale, type Story } from './kind.ts'
import { amount, serviceOf, unitOf } from './words.ts'

const grades: Record<Severity, Grade> = { low: LOW, medium: MEDIUM, high: HIGH, critical: CRITICAL }

/** A rule of the user: its title is his, and so is its severity. */
export const rule: Kind = {
  family: 'rules',
  grade: ({ rule: told }) => (told ? grades[told.severity] : MEDIUM),
  en: {
    name: 'Rule',
    title: (story) => story.main.rule?.title ?? `Rule matched in ${serviceOf(story, 'en')}`,
    seen: (story) => `Rule “${story.main.rule?.name ?? ''}”: ${wordsOf(story, 'en')}`,
  },
  es: {
    name: 'Regla',
    title: (story) => story.main.rule?.title ?? `Regla cumplida en ${serviceOf(story, 'es')}`,
    seen: (story) => `Regla «${story.main.rule?.name ?? ''}»: ${wordsOf(story, 'es')}`,
  },
}

function wordsOf({ main }: Story, locale: Locale): string {
  const seen = `${amount(main.seen)} ${unitOf(main, locale)}`
  return say[main.rule?.form ?? 'match'][locale](seen, amount(main.low > 0 ? main.low : main.high), main.low > 0)
}

type Say = Record<Locale, (seen: string, limit: string, isBelow: boolean) => string>

const say: Record<NonNullable<Story['main']['rule']>['form'], Say> = {
  match: { en: (seen) => `${seen} that it asks for`, es: (seen) => `${seen} de las que busca` },
  threshold: {
    en: (seen, limit) => `${seen}, and from ${limit} on it tells`,
    es: (seen, limit) => `${seen}, y avisa a partir de ${limit}`,
  },
  absence: {
    en: (seen, limit) => `what it expects has not come for ${seen}, and it waits ${limit} min`,
    es: (seen, limit) => `lo que espera no llega desde hace ${seen}, y espera ${limit} min`,
  },
  ratio: {
    en: (seen, limit, isBelow) => `a share of ${seen}, ${isBelow ? 'below' : 'above'} ${limit}`,
    es: (seen, limit, isBelow) => `una proporción de ${seen}, por ${isBelow ? 'debajo' : 'encima'} de ${limit}`,
  },
  sequence: {
    en: (seen) => `its ${seen} came one after the other`,
    es: (seen) => `sus ${seen} llegaron uno tras otro`,
  },
}

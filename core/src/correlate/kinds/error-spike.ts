import { CRITICAL, HIGH, MEDIUM, type Kind } from './kind.ts'
import { serviceOf } from './words.ts'

export const errorSpike: Kind = {
  family: 'operations',
  order: 1,
  grade({ seen, usual, unit }) {
    // Nothing but errors from the first line on: nobody knows that it ever was different.
    if (unit.startsWith('%')) return MEDIUM
    const ratio = seen / Math.max(1, usual)
    return ratio > 20 ? CRITICAL : ratio > 5 ? HIGH : MEDIUM
  },
  en: { name: 'Error spike', title: (story) => `Error spike in ${serviceOf(story, 'en')}` },
  es: { name: 'Pico de errores', title: (story) => `Pico de errores en ${serviceOf(story, 'es')}` },
}

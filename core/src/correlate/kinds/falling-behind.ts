import { HIGH, type Kind } from './kind.ts'
import { amount } from './words.ts'

/** Of ErrorSense itself: what it reads grows faster than it reads. */
export const fallingBehind: Kind = {
  family: 'own',
  grade: () => HIGH,
  en: {
    name: 'Falling behind',
    title: ({ main }) => `ErrorSense is falling behind in ${main.service}`,
    seen: ({ main }) =>
      `${amount(main.seen)} records of ${main.service} wait to be read and more come than are read; incidents will be late`,
  },
  es: {
    name: 'Retraso propio',
    title: ({ main }) => `ErrorSense se está retrasando en ${main.service}`,
    seen: ({ main }) =>
      `${amount(main.seen)} registros de ${main.service} esperan ser leídos y llegan más de los que se leen; los incidentes llegarán tarde`,
  },
}

import { MEDIUM, type Kind } from './kind.ts'
import { offenders, serviceOf } from './words.ts'

export const probe: Kind = {
  family: 'deeds',
  // Many doors probed are a scan.
  late: 1,
  grade: () => MEDIUM,
  en: { name: 'Probe', title: (story) => `Probing of ${serviceOf(story, 'en')} from ${offenders(story, 'en')}` },
  es: { name: 'Sondeo', title: (story) => `Sondeo de ${serviceOf(story, 'es')} desde ${offenders(story, 'es')}` },
}

/** Simulated findings make incidents of their own: real ones must look as they would without the simulation. */
import type { Finding } from '../finding.ts'
import type { Incident } from '../wire/incident.ts'
import { correlator, type Correlator } from './group.ts'

const MARK = '-simulated'

/** A correlator that keeps simulated findings apart from real ones. */
export function apart(): Correlator {
  const real = correlator()
  let simulated: Correlator | undefined

  return {
    take(findings, window) {
      const [own, others] = split(findings)
      if (others.length > 0) simulated ??= correlator()
      return [...real.take(own, window), ...(simulated?.take(others, window) ?? []).map(marked)]
    },
    restore(recent) {
      const others = recent.filter((incident) => incident.simulated)
      real.restore(recent.filter((incident) => !incident.simulated))
      if (others.length > 0) (simulated ??= correlator()).restore(others.map(unmarked))
    },
    end(id) {
      real.end(id)
      if (id.endsWith(MARK)) simulated?.end(id.slice(0, -MARK.length))
    },
    finish(findings) {
      const [own, others] = split(findings)
      if (others.length > 0) simulated ??= correlator()
      return [...real.finish(own), ...(simulated?.finish(others) ?? []).map(marked)]
    },
  }
}

function split(findings: readonly Finding[]): [real: Finding[], simulated: Finding[]] {
  return [findings.filter(({ simulated }) => !simulated), findings.filter(({ simulated }) => simulated)]
}

function marked(incident: Incident): Incident {
  const { id, title, es } = incident
  return {
    ...incident,
    id: `${id}${MARK}`,
    title: `Simulated: ${title}`,
    es: { ...es, title: `Simulación: ${es.title}` },
    simulated: true,
  }
}

/** Titles are written anew from the findings. */
function unmarked(incident: Incident): Incident {
  return { ...incident, id: incident.id.slice(0, -MARK.length) }
}

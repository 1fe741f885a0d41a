import { severities, type Incident } from '@errorsense/core/wire/incident.ts'

/** Ids go into keys and headers. */
const ID = /^[\w-]{1,64}$/

/** An incident of the topic; undefined when the record is none that could be told. */
export function readIncident(value: Uint8Array): Incident | undefined {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(value))
    return isIncident(read) ? read : undefined
  } catch {
    return undefined
  }
}

/** What the notifier itself relies on; the rest is passed on as it is. */
function isIncident(read: unknown): read is Incident {
  if (typeof read !== 'object' || read === null) return false
  const { id, version, severity, service, entities } = read as Partial<Incident>
  return (
    typeof id === 'string' &&
    ID.test(id) &&
    Number.isSafeInteger(version) &&
    severity !== undefined &&
    severities.includes(severity) &&
    Array.isArray(service) &&
    entities !== undefined
  )
}

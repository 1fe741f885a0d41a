/** An incident as a person reads it in a terminal. */
import { styleText } from 'node:util'
import type { Incident, Severity } from '@errorsense/core/wire/incident.ts'
import { harmless } from './terminal.ts'

const COLOURS: Record<Severity, Parameters<typeof styleText>[0]> = {
  low: 'cyan',
  medium: 'yellow',
  high: 'red',
  critical: ['bold', 'red'],
}
const SAMPLE_LENGTH = 200

export function report(incident: Incident): string {
  const { severity, title, start, end, why, samples, causes, entities } = incident
  const offenders = [...entities.ip, ...entities.session].slice(0, 10)
  return [
    `${colour(COLOURS[severity], severity.toUpperCase())}  ${colour('bold', harmless(title))}`,
    `  ${time(start)} to ${time(end)} UTC`,
    `  ${harmless(why)}`,
    ...causes
      .slice(0, 1)
      .map((cause) => `  first change: ${harmless(cause.service)}: ${harmless(cause.template)} (${cause.why})`),
    ...(offenders.length > 0 ? [`  who: ${harmless(offenders.join(', '))}`] : []),
    ...samples.map((sample) => colour('dim', `    ${harmless(firstLine(sample)).slice(0, SAMPLE_LENGTH)}`)),
    '',
  ].join('\n')
}

function colour(format: Parameters<typeof styleText>[0], text: string): string {
  return styleText(format, text, { stream: process.stdout })
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

function time(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ')
}

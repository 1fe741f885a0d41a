/** An incident as a person reads it in a terminal. */
import { styleText } from 'node:util'
import type { Incident, Severity } from '@errorsense/core/wire/incident.ts'
import { harmless, shortened, wrapped } from './terminal.ts'

const COLOURS: Record<Severity, Parameters<typeof styleText>[0]> = {
  low: 'cyan',
  medium: 'yellow',
  high: 'red',
  critical: ['bold', 'red'],
}
const SAMPLE_LENGTH = 200
const INDENT = '  '

/** `width` in characters, of the terminal; without one lines are as long as they are. */
export function report(incident: Incident, width?: number): string {
  const { severity, title, start, end, why, samples, causes, entities } = incident
  const offenders = [...entities.ip, ...entities.session].slice(0, 10)
  const said = (text: string) => wrapped(harmless(text), INDENT, width)
  const sampleLength = Math.min(SAMPLE_LENGTH, (width ?? SAMPLE_LENGTH) - 2 * INDENT.length)
  return [
    `${colour(COLOURS[severity], severity.toUpperCase())}  ${colour('bold', harmless(title))}`,
    `${INDENT}${time(start)} to ${time(end)} UTC`,
    said(why),
    ...causes
      .slice(0, 1)
      // Unless the sentence has said it already.
      .filter(({ template }) => !why.includes(template))
      .map((cause) => said(`first change: ${cause.service}: ${cause.template} (${cause.why})`)),
    ...(offenders.length > 0 ? [said(`who: ${offenders.join(', ')}`)] : []),
    ...samples.map((sample) => colour('dim', INDENT + INDENT + shortened(harmless(firstLine(sample)), sampleLength))),
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

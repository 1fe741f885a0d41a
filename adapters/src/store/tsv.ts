/** Rows of the small tables as tab separated text; whatever a text holds, it can not end a field or a row. */
import { clampTime } from './time.ts'

const SPECIAL = /[\\'\0\b\t\n\r]/g
const ESCAPES = new Map(Object.entries({ '\0': '0', '\b': 'b', '\t': 't', '\n': 'n', '\r': 'r' }))

/** The quote needs none in a field, but does in a list, and is harmless with it. */
export function text(value: string): string {
  return value.replaceAll(SPECIAL, (char) => `\\${ESCAPES.get(char) ?? char}`)
}

/** A list of strings. */
export function texts(values: readonly string[]): string {
  return `[${values.map((value) => `'${text(value)}'`).join()}]`
}

/** `2026-11-22 18:30:00.000` */
export function time(ms: number): string {
  return new Date(clampTime(ms)).toISOString().slice(0, -1).replace('T', ' ')
}

export function tsv(rows: readonly (readonly (string | number)[])[]): Buffer {
  return Buffer.from(rows.map((fields) => `${fields.join('\t')}\n`).join(''))
}

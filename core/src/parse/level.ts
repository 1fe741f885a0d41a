import { ERROR, levels, type Level } from '../record.ts'

const words: Record<Exclude<Level, ''>, string> = {
  trace: 'trace trce trc verbose vrb finest finer silly',
  debug: 'debug dbug dbg fine config debug1 debug2 debug3 debug4 debug5',
  info: 'info inf information informational notice note log audit default',
  warn: 'warn warning wrn warni',
  error: 'error err erro severe',
  fatal: 'fatal ftl crit critical emerg emergency alert panic dpanic',
}

const byWord = new Map<string, number>()
for (const [level, list] of Object.entries(words)) {
  for (const word of list.split(' ')) byWord.set(word, levels.indexOf(level as Level))
}

const byLetter = new Map(Object.entries({ V: 1, T: 1, D: 2, I: 3, W: 4, E: 5, F: 6, C: 6 }))

/** Index into `levels`; 0 for a word that names none. */
export function levelOfWord(word: string): number {
  return byWord.get(word.toLowerCase()) ?? 0
}

export function levelOfLetter(letter: string): number {
  return byLetter.get(letter) ?? 0
}

/** Severity of syslog, journald and GELF: 0 is an emergency, 7 is debug. */
export function levelOfSeverity(severity: number): number {
  return [6, 6, 6, 5, 4, 3, 3, 2][severity] ?? 0
}

/** Numbers that loggers write: tens (pino, bunyan), hundreds (Monolog; java.util.logging from 700) or a syslog severity. */
function levelOfNumber(value: number): number {
  if (value >= 700) return [2, 3, 4, 5][Math.floor(value / 100) - 7] ?? 0
  if (value >= 100) return Math.min(6, Math.floor(value / 100) + 1)
  if (value >= 10) return Math.min(6, Math.floor(value / 10))
  return levelOfSeverity(value)
}

/** OpenTelemetry severity numbers: four to a level, 1 is trace, 24 is fatal. */
function levelOfOpenTelemetry(value: number): number {
  return value >= 1 && value <= 24 ? Math.ceil(value / 4) : 0
}

/** Windows events count the other way: 1 is critical, 5 is verbose, 0 is always written. */
function levelOfWindows(value: number): number {
  return [3, 6, 5, 4, 3, 1][value] ?? 0
}

/** `E`, or `D2` where debugging has grades. */
const LETTER = /^[A-Z]\d?$/

/** Value of a field that tells a level, whose name tells whose numbers it uses. */
export function levelOfField(text: string, path: string): number {
  const number = Number(text)
  if (Number.isNaN(number)) return levelOfWord(text) || (LETTER.test(text) ? levelOfLetter(text[0]) : 0)
  if (/severity_?number$/i.test(path)) return levelOfOpenTelemetry(number)
  if (/(?:^|\.)System\.Level$/.test(path)) return levelOfWindows(number)
  // Python counts tens from debug on.
  return levelOfNumber(/levelno$/i.test(path) ? number + 10 : number)
}

/** What the answer to a request says. */
export function levelOfStatus(status: number): number {
  if (status >= 500) return 5
  return status >= 400 ? 4 : 3
}

/** For a regular expression: every level word, longest first. */
export const levelWords = [...byWord.keys()].sort((a, b) => b.length - a.length).join('|')

const LEADING = new RegExp(`^[\\[(<]?(${levelWords})(?:[\\])>]:?|:)(?=\\s|$)`, 'i')

const EXCEPTION = new RegExp(
  [
    '^(?:Uncaught |Unhandled |Exception in thread "[^"]{1,80}" )?(?:[A-Za-z_$][\\w$]*\\.)*(?:[A-Z][\\w$]*)?(?:Exception|Error)(?::|$| \\()',
    '^\\*\\* \\([\\w.]{1,80}\\) ',
    '\\([\\w.:]{0,80}(?:Exception|Error)\\)$',
  ].join('|'),
)

/** Level that a message itself begins with, as in `error: no space left`, `[WARN] slow` or `java.io.IOException: x`. */
export function levelOfMessage(message: string): number {
  const first = message.charCodeAt(0)
  if (first < 40) return 0
  const match = LEADING.exec(message.length > 24 ? message.slice(0, 24) : message)
  if (match) return levelOfWord(match[1])
  return EXCEPTION.test(message.length > 200 ? message.slice(0, 200) : message) ? ERROR : 0
}

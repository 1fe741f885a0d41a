import { pino, type Logger as PinoLogger } from 'pino'
import pretty from 'pino-pretty'

export type Logger = PinoLogger

export interface LoggerOptions {
  readonly level: string
  /** For people at a terminal; programs get JSON lines. */
  readonly readable: boolean
}

/** Writes to standard error: standard output is for results. */
export function makeLogger({ level, readable }: LoggerOptions): Logger {
  if (!readable) return pino({ level, base: null }, pino.destination(2))
  const stream = pretty({
    destination: 2,
    sync: true,
    colorize: process.stderr.isTTY,
    ignore: 'pid,hostname,role,incident',
    translateTime: 'HH:MM:ss',
    messageFormat: '{if role}{role}: {end}{msg}',
    singleLine: true,
  })
  return pino({ level, base: null }, stream)
}

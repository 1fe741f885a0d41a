/** How programs write a record down. One format per source, as in the file of a container. */
import type { Dice } from '@errorsense/log-generator/dice.ts'
import { ip, person } from './values.ts'

/** A record before it is written. */
interface Entry {
  /** ms since epoch. */
  readonly at: number
  /** Index into `levels` of core/record.ts. */
  readonly level: number
  readonly service: string
  readonly host: string
  readonly component: string
  readonly message: string
  /** 16 bytes in hex; several entries share one. */
  readonly trace: string
  /** How long it took, ms. */
  readonly took: number
}

export interface LineFormat {
  readonly name: string
  /** What speaks: statements, or requests in an access log. */
  readonly speaks: 'statements' | 'routes'
  write(entry: Entry, dice: Dice): string
}

const UPPER = ['', 'TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL']
const LOWER = ['', 'trace', 'debug', 'info', 'warn', 'error', 'fatal']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const STATUSES = [200, 200, 200, 200, 201, 204, 304, 404, 500]
const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36',
  'okhttp/5.1.0',
  'curl/8.16.0',
]

/** `2026-11-22T21:57:39.123Z`. Parts that change once a second are kept. */
let lastSecond = { at: -1, iso: '', syslog: '', access: '' }

function second(at: number): typeof lastSecond {
  const whole = Math.floor(at / 1000)
  if (lastSecond.at === whole) return lastSecond
  const iso = new Date(whole * 1000).toISOString().slice(0, 19)
  const [year, month, day, clock] = [
    iso.slice(0, 4),
    MONTHS[Number(iso.slice(5, 7)) - 1],
    iso.slice(8, 10),
    iso.slice(11),
  ]
  const syslog = `${month} ${day.replace(/^0/, ' ')} ${clock}`
  return (lastSecond = { at: whole, iso, syslog, access: `${day}/${month}/${year}:${clock} +0000` })
}

function millis(at: number): string {
  return String(Math.floor(at) % 1000).padStart(3, '0')
}

const pino: LineFormat = {
  name: 'json-pino',
  speaks: 'statements',
  write: ({ at, level, host, service, trace, message, took }) =>
    `{"level":${level * 10},"time":${Math.floor(at)},"pid":17,"hostname":"${host}","name":"${service}",` +
    `"traceId":"${trace}","msg":${quoted(message)},"responseTime":${took}}`,
}

const ecs: LineFormat = {
  name: 'json-ecs',
  speaks: 'statements',
  write: ({ at, level, host, service, component, trace, message, took }) =>
    `{"@timestamp":"${second(at).iso}.${millis(at)}Z","log.level":"${UPPER[level]}","message":${quoted(message)},` +
    `"ecs.version":"1.2.0","service":{"name":"${service}"},"host":{"name":"${host}"},"event":{"duration":${took * 1e6}},` +
    `"log.logger":"${component}","trace.id":"${trace}"}`,
}

const logfmt: LineFormat = {
  name: 'logfmt',
  speaks: 'statements',
  write: ({ at, level, service, component, trace, message, took }) =>
    `time=${second(at).iso}.${millis(at)}Z level=${LOWER[level]} service=${service} logger=${component} ` +
    `msg=${quoted(message)} trace_id=${trace} duration=${took}ms`,
}

const syslog: LineFormat = {
  name: 'syslog',
  speaks: 'statements',
  write: ({ at, level, host, service, message }) =>
    `<${8 * 16 + 9 - level}>${second(at).syslog} ${host} ${service}[${1000 + (service.length % 9) * 311}]: ${message}`,
}

const log4j: LineFormat = {
  name: 'log4j',
  speaks: 'statements',
  write: (entry, dice) => {
    const { at, level, component, message } = entry
    const line = `${second(at).iso.replace('T', ' ')},${millis(at)} ${UPPER[level].padEnd(5)} [worker-${dice.between(1, 16)}] ${component} - ${message}`
    return level >= 5 && dice.chance(0.1) ? line + trace(entry) : line
  },
}

const iso: LineFormat = {
  name: 'iso-text',
  speaks: 'statements',
  write: ({ at, level, host, component, message, took }) =>
    `${second(at).iso}.${millis(at)}${millis(at * 7)}Z ${UPPER[level]} ${host} ${component}: ${message} took ${took}ms`,
}

const access: LineFormat = {
  name: 'access',
  speaks: 'routes',
  write: ({ at, message, took }, dice) =>
    `${ip(dice)} - ${dice.chance(0.1) ? person(dice) : '-'} [${second(at).access}] "${message}" ${dice.pick(STATUSES)} ` +
    `${dice.between(100, 90_000)} "https://shop.example/" "${dice.pick(AGENTS)}" ${(took / 1000).toFixed(3)}`,
}

const cri: LineFormat = {
  name: 'cri',
  speaks: 'statements',
  write: (entry, dice) => `${second(entry.at).iso}.${millis(entry.at)}000000Z stdout F ${iso.write(entry, dice)}`,
}

const oneOfEach: readonly LineFormat[] = [pino, ecs, logfmt, syslog, log4j, access, iso, cri]

/** One a source; what is met more often stands there more often. */
export const formats: readonly LineFormat[] = [oneOfEach, oneOfEach, oneOfEach, oneOfEach, [syslog, pino]].flat()

function quoted(message: string): string {
  return message.includes('"') ? `"${message.replaceAll('"', '\\"')}"` : `"${message}"`
}

function trace({ component }: Entry): string {
  const frames = ['run', 'call', 'handle', 'invoke'].map(
    (name, i) => `\n\tat ${component}.${name}(Main.java:${40 + i})`,
  )
  return `\njava.lang.IllegalStateException: not open${frames.join('')}`
}

/**
 * From a line being written to Kafka to its incident on the WebSocket, while others are written at a fixed rate: every
 * second or so somebody new tries passwords, all at once. Both ends are this process and its clock; processor, API, broker and
 * store are processes of their own.
 */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { kafkaBus } from '@errorsense/adapters/bus/kafka.ts'
import type { Bus, BusRecord } from '@errorsense/core/ports/bus.ts'
import { appLogRecord } from '@errorsense/core/wire/app-logs.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { LiveEvent } from '@errorsense/core/wire/live.ts'
import { type Parts, startParts, startSide } from '../scripts/chaos/parts.ts'
import { runChaos, type Run } from '../scripts/chaos/run.ts'
import { eventually } from '../scripts/chaos/settle.ts'
import { whyNoKafka } from '../scripts/kafka.ts'
import type { Row } from './table.ts'

const RATES = [20_000, 5000, 1000]
const TOPIC = 'app-logs'
const SOURCES = 24
const TICK_MS = 50
const WARM_MS = 20_000
const ATTACKS = 60
/** No whole seconds, or all would fall on the same part of one, and seconds are what is glanced at. */
const ATTACK_EVERY_MS = 1037
const TRIES = 12
/** After which an attack counts as never told. */
const PATIENCE_MS = 60_000

export async function websocket(): Promise<Row[]> {
  const why = whyNoKafka()
  if (why !== false) return RATES.map((rate) => ({ ...goal(rate), value: null, why }))
  const report = (line: string): void => void process.stderr.write(`${line}\n`)
  const { rows } = await runChaos(report, measureAll)
  return rows
}

function goal(rate: number) {
  const name = `line to WebSocket at ${rate} lines/s, p99`
  const bar = rate === RATES[0] ? { reach: 2, beyond: 1 } : {}
  return { name, unit: 's', better: 'lower', ...bar } as const
}

async function measureAll(run: Run): Promise<Row[]> {
  const parts = await startParts(1, run)
  const { api } = await startSide(parts, { name: 'bench', roles: [['process']] })
  const bus = kafkaBus({ brokers: parts.kafka.brokers, clientId: 'bench' })
  run.onEnd(() => bus.close())
  const rows: Row[] = []
  for (const [round, rate] of RATES.entries()) rows.push(...(await measure({ parts, api, bus, rate, round })))
  return rows
}

interface Round {
  readonly parts: Parts
  readonly api: string
  readonly bus: Bus
  readonly rate: number
  readonly round: number
}

async function measure({ parts: { run }, api, bus, rate, round }: Round): Promise<Row[]> {
  const writtenAt = new Map<string, number>()
  const seconds: number[] = []
  const socket = await listen(api, ({ entities }) => {
    for (const address of entities.ip) {
      const at = writtenAt.get(address)
      // Only the first form of an incident is news.
      if (at !== undefined && writtenAt.delete(address)) seconds.push((Date.now() - at) / 1000)
    }
  })
  const stop = new AbortController()
  const flowing = flow(bus, rate, stop.signal)
  await sleep(WARM_MS)
  for (let attack = 1; attack <= ATTACKS && !run.signal.aborted; attack++) {
    const address = `45.${84 + round}.0.${attack}`
    writtenAt.set(address, Date.now())
    await bus.publish(TOPIC, [record('bastion', attackLines(address, `user${round}x${attack}`))])
    await sleep(ATTACK_EVERY_MS)
  }
  await eventually(async () => writtenAt.size === 0, { timeoutMs: PATIENCE_MS, signal: run.signal })
  stop.abort()
  const written = await flowing
  socket.close()
  run.report(`${Math.round(written)} lines/s written of ${rate}; ${seconds.length} of ${ATTACKS} attacks told`)
  return rowsOf(rate, seconds, written)
}

function rowsOf(rate: number, seconds: number[], written: number): Row[] {
  seconds.sort((a, b) => a - b)
  const { name, ...rest } = goal(rate)
  const [min, max] = [seconds[0], seconds[seconds.length - 1]]
  return [
    { name, value: quantile(seconds, 0.99), min, max, ...rest },
    { name: name.replace('p99', 'median'), value: quantile(seconds, 0.5), unit: 's', better: 'lower' },
    { name: `attacks not told at ${rate} lines/s`, value: ATTACKS - seconds.length, unit: 'count', better: 'lower' },
    { name: `lines/s that were written of ${rate}`, value: written, unit: 'lines/s', better: 'higher' },
  ]
}

function quantile(sorted: readonly number[], q: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? null
}

async function listen(api: string, onIncident: (incident: Incident) => void): Promise<WebSocket> {
  const socket = new WebSocket(`${api.replace(/^http/, 'ws')}/api/v1/live`)
  socket.addEventListener('message', ({ data }) => {
    const event = JSON.parse(String(data)) as LiveEvent
    if (event.type === 'incident') onIncident(event.incident)
  })
  await once(socket, 'open')
  return socket
}

/** Writes until it is told to stop, from many sources in turn; gives the lines per second it came to. */
async function flow(bus: Bus, rate: number, signal: AbortSignal): Promise<number> {
  const began = performance.now()
  let lines = 0
  for (let turn = 0; !signal.aborted; turn++) {
    const due = Math.floor((rate * (performance.now() - began)) / 1000) - lines
    if (due > 0) await bus.publish(TOPIC, [record(`web-${turn % SOURCES}`, shopLines(due, lines))])
    lines += Math.max(0, due)
    await sleep(TICK_MS)
  }
  return (1000 * lines) / (performance.now() - began)
}

function record(source: string, lines: readonly string[]): BusRecord {
  const names = { source, service: source.replace(/-\d+$/, '') }
  return appLogRecord(names, Buffer.from(lines.join('\n')), Date.now())
}

function shopLines(count: number, first: number): string[] {
  const time = new Date().toISOString()
  return Array.from(
    { length: count },
    (_, i) => `${time} INFO GET /cart/${first + i} answered 200 in ${(first + i) % 40} ms`,
  )
}

function attackLines(address: string, account: string): string[] {
  const line = `bastion sshd[812]: Failed password for ${account} from ${address} port 5022 ssh2`
  return Array.from({ length: TRIES }, () => `${new Date().toISOString()} ${line}`)
}

/** Rows of one kind each, as observing sees them: what it does for a row depends on what the row may tell. */
import { createDice, type Dice } from '@errorsense/log-generator/dice.ts'

type Writer = (row: number, time: Date, dice: Dice) => string

const THINGS = ['order', 'cart', 'stock', 'price', 'parcel', 'customer', 'invoice', 'basket']
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36'

/** Ordinary rows come first, then those with an id, then those that tell of somebody's deed. */
export const kindsOfRows: Readonly<Record<string, Writer>> = {
  text: (_, time, dice) =>
    `${iso(time).replace('T', ' ').slice(0, 23)} ${dice.pick(['INFO ', 'DEBUG', 'WARN '])} [worker-${dice.between(1, 16)}] com.shop.Service - ${dice.pick(THINGS)} ${dice.between(1, 99_999)} priced in ${dice.between(1, 90)} ms`,
  syslog: (_, time, dice) =>
    `${bsd(time)} host${dice.between(1, 4)} ${dice.pick(['kernel', 'cron', 'systemd'])}[${dice.between(1000, 9999)}]: ${dice.pick(THINGS)} finished cycle ${dice.between(1, 999)} with ${dice.between(1, 50)} entries`,
  access: (_, time, dice) =>
    `10.0.${dice.between(0, 3)}.${dice.between(1, 60)} - - [${clf(time)}] "GET /${dice.pick(THINGS)}/${dice.pick(['index.html', 'list', 'app.js', String(dice.between(1, 5000))])}?page=${dice.between(1, 9)} HTTP/1.1" ${dice.pick([200, 200, 304])} ${dice.between(100, 9999)} "-" "${AGENT}"`,
  json: (_, time, dice) =>
    JSON.stringify({
      ...head(time, dice),
      msg: moved(dice),
      worker: `w-${dice.between(1, 8)}`,
      entries: dice.between(1, 999),
    }),
  'json request': (_, time, dice) =>
    JSON.stringify({
      ...head(time, dice),
      method: 'GET',
      path: `/${dice.pick(THINGS)}/${dice.between(1, 5000)}`,
      status: 200,
      client_ip: `10.0.0.${dice.between(1, 250)}`,
      duration_ms: dice.between(1, 400),
      msg: 'request completed',
    }),
  'json with a trace': (row, time, dice) =>
    JSON.stringify({ ...head(time, dice), trace_id: trace(Math.floor(row / 8)), msg: moved(dice) }),
  'id in the message': (row, time, dice) =>
    `${iso(time)} INFO dfs.DataNode: ${dice.pick(['Receiving', 'Stored', 'Served', 'Moved'])} block blk_${1_000_000_000 + Math.floor(row / 16) * 7919 + dice.between(0, 2)} src: /10.0.0.${dice.between(1, 250)}:50010 size ${dice.between(1, 90_000)}`,
  'json of a sign-in service': (_, time, dice) =>
    JSON.stringify({ ...head(time, dice), service: 'auth', msg: moved(dice) }),
  'failed sign-in': (_, time, dice) =>
    `${bsd(time)} bastion sshd[${dice.between(1000, 30_000)}]: Failed password for ${dice.pick(['', 'invalid user '])}${dice.pick(['root', 'admin', 'oracle'])} from 203.0.113.${dice.between(1, 250)} port ${dice.between(20_000, 60_000)} ssh2`,
}

const BEGIN = Date.UTC(2026, 10, 22, 10)
const CHUNK_BYTES = 256 * 1024
const ROWS_A_SECOND = 1_000

export function chunksOf(write: Writer, rows: number): Uint8Array[] {
  const dice = createDice(7)
  const chunks: Uint8Array[] = []
  let lines = ''
  for (let row = 0; row < rows; row++) {
    lines += `${write(row, new Date(BEGIN + (row * 1000) / ROWS_A_SECOND), dice)}\n`
    if (lines.length < CHUNK_BYTES && row < rows - 1) continue
    chunks.push(Buffer.from(lines))
    lines = ''
  }
  return chunks
}

function head(time: Date, dice: Dice): object {
  return { time: iso(time), level: 'info', service: dice.pick(THINGS), pid: dice.between(1, 9000) }
}

function moved(dice: Dice): string {
  return `${dice.pick(THINGS)} ${dice.between(1, 9000)} moved to shelf ${dice.between(1, 90)}`
}

function trace(number: number): string {
  return createDice(number)
    .between(0, 2 ** 31)
    .toString(16)
    .padStart(8, '0')
    .repeat(4)
}

function iso(time: Date): string {
  return time.toISOString()
}

/** `Nov 22 10:00:00` */
function bsd(time: Date): string {
  return `Nov 22 ${iso(time).slice(11, 19)}`
}

function clf(time: Date): string {
  return `22/Nov/2026:${iso(time).slice(11, 19)} +0000`
}

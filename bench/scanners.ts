/**
 * What it costs to read the fields off a line, over bytes and in the readable form, by format; and how many lines of each
 * are left to the readable form.
 */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { clearFields, emptyByteFields } from '@errorsense/core/bytes/byte-fields.ts'
import { READ, type ByteContext } from '@errorsense/core/bytes/byte-format.ts'
import { ByteMap } from '@errorsense/core/bytes/byte-map.ts'
import { HeaderPlans } from '@errorsense/core/bytes/formats/header-plans.ts'
import { readBytes } from '@errorsense/core/bytes/formats/index.ts'
import { interner } from '@errorsense/core/interner.ts'
import { clear, emptyFields } from '@errorsense/core/parse/fields.ts'
import { headers, type Headers } from '@errorsense/core/parse/header/headers.ts'
import { readLine } from '@errorsense/core/parse/index.ts'
import { samples } from './scanners/samples.ts'
import type { Row } from './table.ts'

const LINES = 4000
const ROUNDS = 9
const NAMES = 50_000
const receivedAt = Date.UTC(2026, 10, 22, 12)

interface Lines {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

export async function scanners(): Promise<Row[]> {
  return samples.flatMap(({ name, line }) => rowsOf(name, packed(line)))
}

function packed(line: (i: number) => string): Lines {
  const lines = Array.from({ length: LINES }, (_, i) => line(i))
  const starts = new Uint32Array(LINES)
  const ends = new Uint32Array(LINES)
  for (let i = 0, at = 0; i < LINES; i++) {
    starts[i] = at
    ends[i] = at + text.bytes(lines[i]).length
    at = ends[i] + 1
  }
  return { bytes: text.bytes(lines.join('\n')), starts, ends }
}

function rowsOf(name: string, lines: Lines): Row[] {
  const learnt = learn(lines)
  const fast: number[] = []
  const factors: number[] = []
  let unsure = 0
  for (let round = -2; round < ROUNDS; round++) {
    const readable = nanoseconds(() => readAll(lines, learnt))
    const quick = nanoseconds(() => (unsure = scanAll(lines, learnt)))
    if (round < 0) continue
    fast.push(quick)
    factors.push(readable / quick)
  }
  const bytes = Math.round(lines.bytes.length / LINES)
  return [
    { name: `${name}, ${bytes} bytes`, ...spread(fast), unit: 'ns per line', better: 'lower' },
    { name: '  left to the readable', value: unsure / LINES, unit: 'share', better: 'lower', reach: 0.02 },
    { name: '  times the readable', ...spread(factors), unit: 'factor', better: 'higher' },
  ]
}

function learn({ bytes, starts, ends }: Lines): Headers {
  const learnt = headers()
  const sampler = { startsIndented: false, read: (line: string) => learnt.sample(line) }
  const fields = emptyFields()
  for (let i = 0; i < 400; i++) {
    const line = text.latin1(bytes, starts[i], ends[i])
    clear(fields, line.length)
    readLine(line, fields, { text, headers: sampler, receivedAt })
  }
  learnt.learn()
  return learnt
}

/** CPU time per line. */
function nanoseconds(run: () => unknown): number {
  const before = process.cpuUsage()
  for (let i = 0; i < 5; i++) run()
  const { user, system } = process.cpuUsage(before)
  return ((user + system) * 1000) / (LINES * 5)
}

const fields = emptyFields()

function readAll({ bytes, starts, ends }: Lines, learnt: Headers): void {
  const context = { text, headers: learnt, receivedAt }
  for (let i = 0; i < LINES; i++) {
    const line = text.latin1(bytes, starts[i], ends[i])
    clear(fields, line.length)
    readLine(line, fields, context)
  }
}

const byteFields = emptyByteFields()
const [names, components] = [interner(NAMES), interner(NAMES)]
const nameMap = new ByteMap(NAMES, text.latin1, names.of)
const plans = new HeaderPlans()
const componentMap = new ByteMap(NAMES, text.latin1, components.of)

/** Number of lines that were left to the readable form. */
function scanAll({ bytes, starts, ends }: Lines, learnt: Headers): number {
  const context: ByteContext = { names: nameMap, components: componentMap, headers: learnt, plans, receivedAt }
  let unsure = 0
  for (let i = 0; i < LINES; i++) {
    clearFields(byteFields, starts[i], ends[i])
    if (readBytes(bytes, starts[i], ends[i], byteFields, context) !== READ) unsure++
  }
  return unsure
}

function spread(values: readonly number[]): { value: number; min: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b)
  return { value: sorted[sorted.length >> 1], min: sorted[0], max: sorted[sorted.length - 1] }
}

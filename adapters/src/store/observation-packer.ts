/** Counts to one block of the table `observations`. */
import type { CountObservation } from '@errorsense/core/wire/observations.ts'
import { ByteWriter } from './byte-writer.ts'
import { beginColumn, Dictionary, writeInt64s } from './native.ts'
import { clampTime } from './time.ts'

export const OBSERVATION_COLUMNS = ['window', 'service', 'shape', 'lines', 'errors', 'latency']

export function packObservations(counts: readonly CountObservation[]): Uint8Array {
  const to = new ByteWriter(4096 + 64 * counts.length)
  to.varint(OBSERVATION_COLUMNS.length)
  to.varint(counts.length)
  beginColumn(to, 'window', "DateTime64(3, 'UTC')")
  writeInt64s(
    to,
    Float64Array.from(counts, ({ window }) => clampTime(window)),
  )
  writeNames(
    to,
    'service',
    counts.map(({ service }) => service),
  )
  writeNames(
    to,
    'shape',
    counts.map(({ shape }) => shape),
  )
  beginColumn(to, 'lines', 'UInt64')
  writeInt64s(
    to,
    Float64Array.from(counts, ({ lines }) => lines),
  )
  beginColumn(to, 'errors', 'UInt64')
  writeInt64s(
    to,
    Float64Array.from(counts, ({ errors }) => errors),
  )
  beginColumn(to, 'latency', 'Tuple(Array(UInt16), Array(UInt64))')
  writeSketches(to, counts)
  return to.bytes.subarray(0, to.length)
}

function writeNames(to: ByteWriter, name: string, names: readonly string[]): void {
  const numbers = new Map<string, number>()
  const dictionary = new Dictionary()
  const keys = Uint32Array.from(names, (text) => {
    let number = numbers.get(text)
    if (number === undefined) numbers.set(text, (number = numbers.size))
    return dictionary.keyOf(number, () => text)
  })
  dictionary.write(to, name, keys)
}

/** Two lists per row, bins and their counts: of each where it ends in every row, then all its values. */
function writeSketches(to: ByteWriter, counts: readonly CountObservation[]): void {
  const sketches = counts.map(({ latency = [] }) => latency)
  let end = 0
  const ends = Float64Array.from(sketches, ({ length }) => (end += length / 2))
  const bins = new Uint16Array(end)
  const amounts = new Float64Array(end)
  let at = 0
  for (const sketch of sketches) {
    for (let i = 0; i < sketch.length; i += 2, at++) {
      bins[at] = sketch[i]
      amounts[at] = sketch[i + 1]
    }
  }
  writeInt64s(to, ends)
  to.append(bins)
  writeInt64s(to, ends)
  writeInt64s(to, amounts)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serialize } from 'node:v8'
import { readBack, written } from './remembered.ts'

const ENTRIES = 10_000
const atOnce = async (): Promise<void> => {}

/** What is the same object here is one that two memories and many entries share. */
function example() {
  const shared = { failures: 3 }
  const cases = new Map(Array.from({ length: ENTRIES }, (_, i) => [`10.0.0.${i}`, { seen: new Set([i]), shared }]))
  const kept = new Map<string, { version: number; kept: unknown }>([
    ['attackers', { version: 1, kept: { cases, latest: new Float64Array([1, 2]), few: new Map([['a', 1]]) } }],
    ['mixes', { version: 2, kept: new Set(Array.from({ length: ENTRIES }, (_, i) => i)) }],
    ['case', { version: 1, kept: shared }],
    ['again', { version: 1, kept: { cases } }],
    ['nothing', { version: 1, kept: undefined }],
  ])
  return { next: 7, position: 5000, kept }
}

test('what was written is read back, of any form', async () => {
  const remembered = example()
  assert.deepEqual(readBack(await written(remembered, atOnce)), remembered)
})

test('what was one object is one again, in memories, tables and entries', async () => {
  const { kept } = readBack(await written(example(), atOnce)) ?? {}
  const [attackers, again] = ['attackers', 'again'].map((name) => kept?.get(name)?.kept as ReturnType<typeof tables>)
  const shared = kept?.get('case')?.kept
  assert.equal(attackers.cases, again.cases)
  assert.ok([...attackers.cases.values()].every((one) => one.shared === shared))
})

function tables() {
  return { cases: new Map<string, { shared: unknown }>() }
}

test('others have their turn after every entry of a large table', async () => {
  let turns = 0
  await written(example(), async () => void turns++)
  assert.ok(turns >= 2 * ENTRIES, `${turns} turns`)
})

test('what is damaged, cut off or of another format is not taken back', async () => {
  const bytes = await written(example(), atOnce)
  assert.equal(readBack(bytes.subarray(0, bytes.length / 2)), undefined)
  assert.equal(readBack(Buffer.from('nonsense')), undefined)
  assert.equal(readBack(serialize({ v: 1, next: 7, position: 5000, kept: new Map() })), undefined)
})

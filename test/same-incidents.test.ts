/** The same input gives the same incidents, whoever read it, in which order and from which partition. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { MINUTE_MS, WINDOW_MS } from '@errorsense/core/aggregate/window.ts'
import type { Bus, BusRecord } from '@errorsense/core/ports/bus.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import { createDice } from '@errorsense/log-generator/dice.ts'
import { generate } from '@errorsense/log-generator/generator.ts'
import { parseScenario } from '@errorsense/log-generator/options.ts'
import { busOutput } from '@errorsense/log-generator/output.ts'
import { createPump } from '@errorsense/log-generator/pump.ts'
import { spanPlan } from '@errorsense/log-generator/plan.ts'
import { runInOrder, runInPartitions, type Written } from './partitioned-run.ts'

const START = Date.parse('2026-03-02T07:00:00Z')
const SPAN_MS = 2 * 60 * MINUTE_MS
const END = START + SPAN_MS
const WAITED_MS = 30_000
const SEEDS = [1]

/** Two hours of a shop, written within seconds at their end. No write is at once everywhere. */
async function shop(seed: number): Promise<Written[]> {
  const dice = createDice(seed)
  const written: Written[] = []
  let now = END + WAITED_MS
  const publish = async (_: string, records: readonly BusRecord[]): Promise<void> => {
    now += dice.next() * 500
    const delays = new Map(records.map(({ key = '' }) => [key, now + dice.next() * 1000]))
    for (const { key = '', headers = {}, value, timestamp = now } of records)
      written.push({ source: key, service: headers['service'], bytes: value, timestamp, at: delays.get(key) ?? now })
  }
  const output = busOutput({ publish } as Bus, 'app-logs')
  const pump = createPump({ output, signal: new AbortController().signal, onProgress: () => {}, onWait: () => {} })
  const requests = ['error-burst@80m', 'brute-force@100m'].map(parseScenario)
  const plan = spanPlan(requests, { seed, start: START, durationMs: SPAN_MS })
  await pump(generate({ seed, start: START, rate: 6, end: END, scenarios: plan }), END)
  return inOrderOfPartitions(written)
}

/** A partition keeps its order: what was written later comes later. */
function inOrderOfPartitions(written: readonly Written[]): Written[] {
  const last = new Map<string, number>()
  return written.map((record) => {
    const at = Math.max(record.at, last.get(record.source) ?? 0)
    last.set(record.source, at)
    return { ...record, at }
  })
}

/**
 * All but how often it was told, and the second within a window at which it was seen: a record of the shop holds five
 * seconds of one source, so a glance at the first of them may come before some of it.
 */
function essence(incidents: readonly Incident[]) {
  return incidents.map(({ version: _version, reopens: _reopens, detected, findings, ...rest }) => ({
    ...rest,
    detected: endOfWindow(detected),
    findings: findings.map(({ at, ...finding }) => ({ ...finding, at: endOfWindow(at) })),
  }))
}

function endOfWindow(time: string): number {
  return Math.ceil(Date.parse(time) / WINDOW_MS) * WINDOW_MS
}

for (const seed of SEEDS) {
  describe(`a shop with seed ${seed}`, () => {
    let written: Written[]
    let expected: ReturnType<typeof essence>
    before(async () => {
      written = await shop(seed)
      const { incidents, late } = runInOrder(written)
      assert.equal(late, 0)
      expected = essence(incidents)
      for (const wanted of ['error_spike', 'brute_force'])
        assert.ok(
          expected.some(({ kind }) => kind === wanted),
          JSON.stringify(expected),
        )
    })
    for (const [observers, shards] of [
      [1, 1],
      [2, 3],
      [5, 1],
      [5, 4],
    ]) {
      test(`old lines are told alike by ${observers} observers, who waited before, in ${shards} shards`, () => {
        const options = { seed: seed * 10 + observers, partitions: 6, observers, shards, begin: END, until: END }
        const { incidents, late } = runInPartitions(written, options)
        assert.equal(late, 0)
        assert.deepEqual(essence(incidents), expected)
      })
    }
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster } from '../scripts/chaos/cluster.ts'
import { runChaos } from '../scripts/chaos/run.ts'
import { whyNoKafka } from '../scripts/kafka.ts'

const chdb = await import('chdb').then(
  () => false as const,
  (error: Error) => `chDB can not be loaded here: ${error.message}`,
)
const skip = whyNoKafka() || chdb
const options = { nodes: 1, minutes: 1, kills: 8, rate: 300 }

test('no line, count, incident or delivery is lost or doubled, whatever is killed', { skip }, async (t) => {
  const seed = Date.now() % 1_000_000
  t.diagnostic(`seed ${seed}`)
  const said: string[] = []
  const { rows, isSound } = await runChaos(
    (line) => said.push(line),
    (run) => cluster({ ...options, seed }, run),
  )
  assert.ok(isSound, `${said.join('\n')}\n${rows.map(({ name, value }) => `${name}: ${value}`).join('\n')}`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { embedded } from '../scripts/chaos/embedded.ts'
import { runChaos } from '../scripts/chaos/run.ts'

const skip = await import('chdb').then(
  () => false as const,
  (error: Error) => `chDB can not be loaded here: ${error.message}`,
)

test(
  'one process that is killed while lines come in opens again, and has every line it acknowledged',
  { skip },
  async (t) => {
    const seed = Date.now() % 1_000_000
    t.diagnostic(`seed ${seed}`)
    const said: string[] = []
    const { rows, isSound } = await runChaos(
      (line) => said.push(line),
      (run) => embedded({ kills: 3, seed, rate: 300 }, run),
    )
    assert.ok(isSound, `${said.join('\n')}\n${rows.map(({ name, value }) => `${name}: ${value}`).join('\n')}`)
  },
)

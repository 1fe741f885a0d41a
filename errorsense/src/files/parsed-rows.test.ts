import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { parseRows } from './parsed-rows.ts'

const LINES = [
  'Jun 14 15:16:01 combo sshd[19939]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.9',
  'Jun 14 15:16:02 combo CRON[19937]: job done',
]

test('every line is counted under its format', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'errorsense-rows-'))
  const file = join(folder, 'mixed.log')
  await writeFile(file, `${LINES.join('\n')}\n{"level":"info","msg":"a"}\nhello\n  more of it\n`)
  const { lines, formats } = await parseRows([file], text, { final: true, row: () => undefined })
  await rm(folder, { recursive: true })
  assert.equal(lines, 5)
  assert.deepEqual(Object.fromEntries(formats), { syslog: 2, json: 1, plain: 2 })
})

for (const final of [true, false]) {
  test(`what waits for another line of its session is told at the end, ${final ? 'ids final' : 'chunk by chunk'}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'errorsense-rows-'))
    const file = join(folder, 'auth.log')
    await writeFile(file, `${LINES.join('\n')}\n`)
    const told: (string | undefined)[] = []
    await parseRows([file], text, { final, row: ({ security }) => void told.push(security?.ip) })
    await rm(folder, { recursive: true })
    assert.deepEqual(told, ['203.0.113.9', undefined])
  })
}

test('which words vary is seen before a row is told, if that is told soon', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'errorsense-rows-'))
  const file = join(folder, 'stock.log')
  const things = ['lamp', 'chair', 'table', 'sofa', 'desk', 'shelf', 'mirror', 'vase']
  const padding = 'nothing to see here\n'.repeat(12_000)
  await writeFile(file, things.map((thing) => `no ${thing} left in stock\n`).join(padding))
  const told = new Set<string>()
  await parseRows([file], text, { final: false, row: ({ templateId }) => void told.add(templateId) })
  await rm(folder, { recursive: true })
  assert.equal(told.size, 2)
})

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { chunksOfFile } from './lines.ts'

async function chunksOf(content: string | Buffer): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'errorsense-lines-'))
  const file = join(folder, 'app.log')
  await writeFile(file, content)
  const chunks: string[] = []
  for await (const { bytes } of chunksOfFile(file)) chunks.push(Buffer.from(bytes).toString())
  await rm(folder, { recursive: true })
  return chunks
}

test('a file is cut between records, and nothing of it is lost', async () => {
  const record = `2026-11-21 10:00:00 ERROR failed\n${'\tat com.acme.Bar.run(Bar.java:12)\n'.repeat(40)}`
  const content = record.repeat(1500)
  const chunks = await chunksOf(content)
  assert.equal(chunks.join(''), content)
  assert.ok(chunks.length > 2)
  for (const chunk of chunks) assert.ok(chunk.startsWith('2026-11-21'))
})

test('a file without a certain beginning is cut between lines', async () => {
  const content = 'some words on a line\n'.repeat(40_000)
  const chunks = await chunksOf(content)
  assert.equal(chunks.join(''), content)
  assert.ok(chunks.length > 2)
  for (const chunk of chunks) assert.ok(chunk.endsWith('\n'))
})

test('a small file is one chunk', async () => {
  const content = '2026-11-21 10:00:00 INFO a\n2026-11-21 10:00:01 INFO b\n'
  assert.deepEqual(await chunksOf(content), [content])
})

test('a file of one line without an end is cut in pieces', async () => {
  const chunks = await chunksOf('x'.repeat(3_000_000))
  assert.ok(chunks.every(({ length }) => length <= 1_400_000))
})

test('a file of UTF-16 is read as what it says', async () => {
  const content = '2026-11-21 10:00:00 INFO größe\r\n'.repeat(10_000)
  const chunks = await chunksOf(Buffer.from(`\uFEFF${content}`, 'utf16le'))
  assert.equal(chunks.join(''), content)
})

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { replicated } from './replicated.ts'
import { statements } from './schema.ts'

const chdb = await import('chdb').catch((error: Error) => error)
const skip = chdb instanceof Error && `chDB can not be loaded here: ${chdb.message}`

test('the engine reads every statement for a cluster as it is meant', { skip, timeout: 60_000 }, async (t) => {
  if (chdb instanceof Error) throw chdb
  const directory = await mkdtemp(join(tmpdir(), 'errorsense-store-'))
  const session = new chdb.Session(directory)
  t.after(async () => {
    session.close()
    await rm(directory, { recursive: true })
  })
  for (const statement of statements) {
    const query = replicated(statement, 'logs')
    const read = await session.queryBindAsync('SELECT formatQuery({query:String})', { query }, { format: 'TSVRaw' })
    const text = read.text()
    assert.match(text, /ON CLUSTER logs/)
    if (statement.includes('ENGINE')) assert.match(text, /ENGINE = Replicated\w*MergeTree/)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replicated } from './replicated.ts'
import { statements } from './schema.ts'

test('every statement of every migration is made on the whole cluster', () => {
  for (const statement of statements) assert.match(replicated(statement, 'logs'), /^[A-Z ]+ \w+ ON CLUSTER 'logs' /)
})

test('every table copies its rows, and remembers tokens as such tables do', () => {
  const made = statements.map((statement) => replicated(statement, 'logs'))
  const tables = made.filter((statement) => statement.startsWith('CREATE TABLE'))
  assert.ok(tables.length > 5)
  for (const table of tables) assert.match(table, /ENGINE = Replicated(Replacing|Aggregating)?MergeTree/)
  assert.equal(made.filter((statement) => statement.includes('non_replicated')).length, 0)
  assert.equal(
    made.filter((statement) => statement.includes('replicated_deduplication_window')).length,
    statements.filter((statement) => statement.includes('non_replicated_deduplication_window')).length,
  )
})

test('a statement of another form is refused', () => {
  assert.throws(() => replicated('DROP TABLE logs', 'logs'), /not a statement of a migration: DROP TABLE logs/)
})

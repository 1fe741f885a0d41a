import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import type { FileResult } from './run-file.ts'

const runner = JSON.stringify(join(import.meta.dirname, 'run-file.ts'))

/** What the runner says of a test file with this text. In a process of its own: a test may not run tests. */
async function resultOf(text: string): Promise<FileResult> {
  const directory = mkdtempSync(join(tmpdir(), 'errorsense-test-'))
  const [main, file] = ['main.mjs', 'some.test.mjs'].map((name) => join(directory, name))
  writeFileSync(main, `import { runFile } from ${runner}; console.log(JSON.stringify(await runFile(process.argv[2])))`)
  writeFileSync(file, `import { before, describe, test } from 'node:test'\n${text}`)
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { stdout } = await promisify(execFile)(process.execPath, [main, file], { env })
  return JSON.parse(stdout) as FileResult
}

const boom = `() => { throw new Error('boom') }`

test('tests are counted, suites are not, and names tell the way to the test', async () => {
  const { passed, failures } = await resultOf(`
    describe('outer', () => { test('good', () => {}); test('bad', ${boom}) })
    test('parent', async (t) => { await t.test('child', ${boom}) })`)
  assert.equal(passed, 1)
  assert.deepEqual(
    failures.map(({ name }) => name),
    ['outer > bad', 'parent > child'],
  )
  assert.match(failures[0].error, /boom[^]*some\.test\.mjs/)
})

test('what a file prints is kept', async () => {
  const { output } = await resultOf(`console.log('seed 42'); test('bad', ${boom})`)
  assert.match(output, /seed 42/)
})

test('skipped tests and suites come with their reasons', async () => {
  const { passed, failures, skips } = await resultOf(`
    test('one', { skip: 'needs Java' }, () => {})
    describe('many', { skip: 'needs root' }, () => { test('within', () => {}) })`)
  assert.deepEqual([passed, failures.length], [0, 0])
  assert.deepEqual(skips, [
    { name: 'one', reason: 'needs Java' },
    { name: 'many', reason: 'needs root' },
  ])
})

for (const [title, text, error] of [
  ['a file that can not be loaded', `throw new Error('load')`, /code 1/],
  ['a file without tests', ``, /holds no test/],
  ['a crash after the last test', `test('good', () => {}); process.on('exit', () => process.abort())`, /SIGABRT/],
  ['an error after the last test', `test('good', () => { setTimeout(${boom}, 20) })`, /code 1/],
  ['a broken hook', `describe('suite', () => { before(${boom}); test('good', () => {}) })`, /boom|cancelled/],
] as const) {
  test(`${title} is a failure`, async () => {
    const { failures } = await resultOf(text)
    assert.ok(failures.length > 0)
    assert.match(failures.map((failure) => failure.error).join('\n'), error)
  })
}

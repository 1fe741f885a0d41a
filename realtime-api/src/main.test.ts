import assert from 'node:assert/strict'
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { running } from '../test/under-test.ts'

test('it refuses to stand open to other machines without a key, and says which setting helps', async (t) => {
  for (const host of ['0.0.0.0', '::', '192.0.2.1']) {
    await assert.rejects(running(t, { host }), { code: 'config', message: /API_SECRET_KEY/ })
    await assert.rejects(running(t, { host, apiKey: '' }), { code: 'config', message: /API_SECRET_KEY/ })
  }
})

test('a port in use is a setting to change, not a stack trace', async (t) => {
  const { url } = await running(t)
  const port = Number(new URL(url).port)
  await assert.rejects(running(t, { port }), { code: 'config', message: `port ${port} is in use; set PORT=...` })
})

test('without a built page it says how to build one', async (t) => {
  const { url } = await running(t)
  const answer = await fetch(url, { headers: { accept: 'text/html' } })
  assert.equal(answer.status, 503)
  assert.match(await answer.text(), /npm run build/)
})

test('every address of the page is the page, what is not there is not', async (t) => {
  const dashboardDir = await mkdtemp(join(tmpdir(), 'dashboard-'))
  await mkdir(join(dashboardDir, 'assets'))
  await writeFile(join(dashboardDir, 'index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(dashboardDir, 'assets', 'index-abc.js'), '')
  const { url } = await running(t, { dashboardDir })
  const page = { headers: { accept: 'text/html' } }

  const deep = await fetch(`${url}/incidents/1`, page)
  assert.match(await deep.text(), /<title>page/)
  assert.equal(deep.headers.get('cache-control'), 'no-cache')
  const policy = deep.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'self'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.match((await fetch(`${url}/assets/index-abc.js`)).headers.get('cache-control') ?? '', /immutable/)
  assert.equal((await fetch(`${url}/assets/gone.js`)).status, 404)
  assert.equal((await fetch(`${url}/api/v1/nothing`, page)).status, 404)
  assert.equal((await fetch(`${url}/..%2f..%2fetc/passwd`)).status, 404)
})

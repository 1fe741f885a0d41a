import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routes } from '../test/under-test.ts'

const apiKey = 'correct horse battery staple'
const incidents = '/api/v1/incidents'
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

test('with a key set, every question below /api/v1 and /metrics needs it; health does not', async (t) => {
  const { app } = await routes(t, { apiKey })
  const status = async (url: string, headers = {}) => (await app.inject({ url, headers })).statusCode
  for (const url of [incidents, '/api/v1/services', '/api/v1/openapi.json', '/api/v1/live', '/metrics']) {
    assert.equal(await status(url), 401, url)
    assert.equal(await status(url, bearer('wrong')), 401, url)
    assert.equal(await status(url, bearer('')), 401, url)
  }
  assert.equal(await status(incidents, bearer(apiKey)), 200)
  assert.equal(await status('/healthz'), 200)
})

test('signing in gives a cookie that scripts can not read and that does not hold the key', async (t) => {
  const { app } = await routes(t, { apiKey })
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { key: apiKey } })
  assert.equal(answer.statusCode, 204)
  const header = String(answer.headers['set-cookie'])
  assert.match(header, /HttpOnly; SameSite=Strict/)
  assert.ok(!header.includes(encodeURIComponent(apiKey)) && !header.includes(apiKey))

  const cookie = header.split(';')[0]
  assert.equal((await app.inject({ url: incidents, headers: { cookie } })).statusCode, 200)
  assert.deepEqual((await app.inject({ url: '/api/v1/session', headers: { cookie } })).json(), {
    keyNeeded: true,
    signedIn: true,
  })
  const out = await app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } })
  assert.match(String(out.headers['set-cookie']), /Max-Age=0/)
})

test('a cookie that was made up, prolonged or signed with another key opens nothing', async (t) => {
  const { app } = await routes(t, { apiKey })
  const other = await routes(t, { apiKey: 'another key' })
  const signedIn = await other.app.inject({ method: 'POST', url: '/api/v1/session', payload: { key: 'another key' } })
  const foreign = String(signedIn.headers['set-cookie']).split(';')[0]
  const [name, value] = foreign.split('=')
  const [expires, signature] = value.split('.')
  for (const cookie of [foreign, `${name}=${Number(expires) + 1}.${signature}`, `${name}=`, `${name}=9999999999999.`]) {
    assert.equal((await app.inject({ url: incidents, headers: { cookie } })).statusCode, 401, cookie)
  }
})

test('guessing the key is slowed down', async (t) => {
  const { app } = await routes(t, { apiKey })
  const guess = async () =>
    (await app.inject({ method: 'POST', url: '/api/v1/session', payload: { key: 'guess' } })).statusCode
  const answers: number[] = []
  for (let i = 0; i < 12; i++) answers.push(await guess())
  assert.deepEqual(
    answers.slice(0, 10),
    Array.from({ length: 10 }, () => 401),
  )
  assert.equal(answers.at(-1), 429)
})

test('pages of another origin may read nothing live and change nothing', async (t) => {
  const { app } = await routes(t, { origins: ['https://logs.example.org'] })
  const post = async (headers: Record<string, string>) =>
    (await app.inject({ method: 'POST', url: `${incidents}/inc-brute/acknowledge`, headers })).statusCode
  assert.equal(await post({ host: 'localhost:3000', origin: 'https://evil.example' }), 403)
  assert.equal(await post({ host: 'localhost:3000', origin: 'http://localhost:4000' }), 403)
  assert.equal(await post({ host: 'localhost:3000', origin: 'null' }), 403)
  assert.equal(await post({ host: 'localhost:3000', origin: 'http://localhost:3000' }), 200)
  assert.equal(await post({ host: 'localhost:3000', origin: 'https://logs.example.org' }), 200)
  assert.equal(await post({ host: 'logs.example.org', origin: 'https://logs.example.org' }), 200)
})

test('without a key a foreign host name is refused: somebody pointed it at this machine', async (t) => {
  const { app } = await routes(t)
  const ask = async (host: string) => (await app.inject({ url: incidents, headers: { host } })).statusCode
  assert.equal(await ask('rebound.example:3000'), 403)
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost']) assert.equal(await ask(host), 200)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { heldId } from '@errorsense/core/normal/feedback.ts'
import type {
  FeedbackList,
  IncidentDetail,
  IncidentList,
  LogList,
  Series,
  ServiceList,
} from '@errorsense/core/wire/api.ts'
import type { DetectorList, Preview } from '@errorsense/core/wire/detectors.ts'
import type { LiveEvent } from '@errorsense/core/wire/live.ts'
import { countedDetecting, NOW, routes } from '../../test/under-test.ts'
import { hostileLine, seededStore } from '../../test/seed.ts'
import type { Detecting } from '../context.ts'

test('incidents are told newest first, by state and service, up to the limit', async (t) => {
  const { app } = await routes(t)
  const ask = async (query: string) => {
    const answer = await app.inject(`/api/v1/incidents?${query}`)
    return answer.json<IncidentList>().incidents.map(({ id }) => id)
  }
  assert.deepEqual(await ask(''), ['inc-payment', 'inc-brute', 'inc-new', 'inc-latency', 'inc-scan'])
  assert.deepEqual(await ask('state=open'), ['inc-payment', 'inc-brute'])
  assert.deepEqual(await ask('service=checkout'), ['inc-payment'])
  assert.deepEqual(await ask('limit=1'), ['inc-payment'])
})

test('an incident comes with its journal in order of time', async (t) => {
  const { app } = await routes(t)
  const { incident, journal } = (await app.inject('/api/v1/incidents/inc-payment')).json<IncidentDetail>()
  assert.equal(incident.severity, 'critical')
  assert.deepEqual(
    journal.map(({ action }) => action),
    ['opened', 'delivered', 'updated'],
  )
})

test('a field the schema does not know still arrives', async (t) => {
  const store = await seededStore(NOW)
  const [known] = await store.incidents({ limit: 1 })
  const { app } = await routes(t, { store: { ...store, incident: async () => ({ ...known, later: 'field' }) } })
  assert.equal(
    (await app.inject('/api/v1/incidents/x')).json<{ incident: { later: string } }>().incident.later,
    'field',
  )
})

test('acknowledging is written down once, with its note, and told to every page', async (t) => {
  const { app, feed } = await routes(t)
  const heard: LiveEvent[] = []
  const socket = {
    readyState: 1,
    bufferedAmount: 0,
    send: (text: string) => void heard.push(JSON.parse(text) as LiveEvent),
    close() {},
    terminate() {},
  }
  feed.add(socket, { type: 'hello', version: '', now: '' })
  const acknowledge = () =>
    app.inject({ method: 'POST', url: '/api/v1/incidents/inc-brute/acknowledge', payload: { note: 'looking' } })

  const first = (await acknowledge()).json<IncidentDetail>()
  assert.equal(first.incident.state, 'acknowledged')
  assert.equal(first.journal.at(-1)?.note, 'looking')
  assert.equal(first.journal.at(-1)?.at, new Date(NOW).toISOString())

  const second = (await acknowledge()).json<IncidentDetail>()
  assert.equal(second.journal.length, first.journal.length)
  assert.deepEqual(
    heard.map(({ type }) => type),
    ['hello', 'incident', 'journal'],
  )
})

test('a decision needs no body, and one on a finished incident is refused', async (t) => {
  const { app } = await routes(t)
  const post = (path: string) => app.inject({ method: 'POST', url: `/api/v1/incidents/${path}` })
  assert.equal((await post('inc-payment/resolve')).json<IncidentDetail>().incident.state, 'resolved')
  assert.equal((await post('inc-payment/acknowledge')).statusCode, 409)
  assert.equal((await post('unknown/resolve')).statusCode, 404)
})

test('an incident is called normal for a scope it has, even when it is over, and that can be undone', async (t) => {
  const { app } = await routes(t)
  const say = (id: string, scope: string) =>
    app.inject({ method: 'POST', url: `/api/v1/incidents/${id}/normal`, payload: { scope, note: 'our scanner' } })
  const list = async () => (await app.inject('/api/v1/feedback')).json<FeedbackList>().feedback
  const { normals } = (await app.inject('/api/v1/incidents/inc-scan')).json<IncidentDetail>()
  assert.deepEqual(
    normals.map(({ scope }) => scope),
    ['service', 'entity', 'rhythm'],
  )
  const { incident, feedback } = (await say('inc-scan', 'entity')).json<IncidentDetail>()
  assert.equal(incident.state, 'normal')
  assert.equal(feedback?.note, 'our scanner')
  assert.deepEqual(feedback.normal, normals[1])
  assert.equal((await say('inc-latency', 'service')).json<IncidentDetail>().incident.state, 'normal')

  assert.equal((await say('inc-scan', 'service')).statusCode, 409, 'it is normal already')
  assert.equal((await say('inc-brute', 'anything')).statusCode, 400)
  assert.equal((await say('inc-payment', 'entity')).statusCode, 200)
  assert.equal((await say('unknown', 'service')).statusCode, 404)
  assert.equal((await list()).length, 3)

  const undo = (id: string) => app.inject({ method: 'DELETE', url: `/api/v1/feedback/${id}` })
  const undone = (await undo(feedback.id)).json<IncidentDetail>()
  assert.notEqual(undone.incident.state, 'normal')
  assert.equal(undone.feedback, undefined)
  assert.equal((await undo(feedback.id)).json<IncidentDetail>().journal.length, undone.journal.length)
  assert.equal((await undo('unknown')).statusCode, 404)
  assert.equal((await list()).filter((one) => one.undone).length, 1)
})

test('what was held back is counted in the list and stands in the journal of the incident', async (t) => {
  const { app, store } = await routes(t)
  const payload = { scope: 'service' }
  const said = await app.inject({ method: 'POST', url: '/api/v1/incidents/inc-latency/normal', payload })
  const id = said.json<IncidentDetail>().feedback?.id ?? ''
  const at = new Date(NOW + 60_000).toISOString()
  const entry = { incident: 'inc-latency', action: 'held', by: 'detector', note: 'catalog: 300 ms p90', at } as const
  await store.appendJournal([
    { ...entry, id: heldId(id, 1) },
    { ...entry, id: heldId(id, 2) },
  ])
  const { feedback, journal } = (await app.inject('/api/v1/incidents/inc-latency')).json<IncidentDetail>()
  assert.deepEqual(feedback?.held, { times: 2, last: at })
  assert.equal(journal.filter(({ action }) => action === 'held').length, 2)
  const [listed] = (await app.inject('/api/v1/feedback')).json<FeedbackList>().feedback
  assert.deepEqual(listed, feedback)
})

test('services and series tell what was written lately', async (t) => {
  const { app } = await routes(t)
  const { services } = (await app.inject('/api/v1/services?minutes=30')).json<ServiceList>()
  assert.ok(
    services.some(({ service, lines, latencyP50 }) => service === 'checkout' && lines > 0 && latencyP50 !== null),
  )
  const { step, points } = (await app.inject('/api/v1/series?service=checkout&minutes=10&step=120')).json<Series>()
  assert.equal(step, 120)
  assert.ok(points.length >= 5 && points.length <= 6, String(points.length))
})

test('a service first heard of a moment ago comes with how far it is learnt, and no other does', async (t) => {
  const { app } = await routes(t)
  const { services } = (await app.inject('/api/v1/services?minutes=1440')).json<ServiceList>()
  const young = services.filter(({ learning }) => learning !== undefined)
  assert.deepEqual(
    young.map(({ service }) => service),
    ['loyalty'],
  )
  const { rates = 1, newLines = 1 } = young[0].learning ?? {}
  assert.ok(rates > 0.3 && rates < 0.5 && newLines > 0.05 && newLines < 0.15, JSON.stringify(young[0]))
})

test('every detector is told as it is set, those on trial and those without a sensitivity too', async (t) => {
  const { app } = await routes(t)
  const { detectors } = (await app.inject('/api/v1/detectors')).json<DetectorList>()
  const named = (name: string) => detectors.find((one) => one.name === name)
  assert.deepEqual(named('silence'), { name: 'silence', enabled: true, simulate: false, sensitivity: 'normal' })
  assert.deepEqual(named('rare-template'), { name: 'rare-template', enabled: true, simulate: true, sensitivity: null })
})

test('what each sensitivity would have told is counted when asked for, one count at a time', async (t) => {
  const counting = Promise.withResolvers<void>()
  let asked = 0
  const preview: Detecting['preview'] = async (range, watch) => {
    asked++
    watch.onProgress(0.25)
    await counting.promise
    return countedDetecting.preview(range, watch)
  }
  const { app } = await routes(t, { detecting: { ...countedDetecting, preview } })
  const state = async () => (await app.inject('/api/v1/detectors/preview')).json<Preview>()
  const start = (payload: object = {}) => app.inject({ method: 'POST', url: '/api/v1/detectors/preview', payload })
  assert.deepEqual(await state(), { state: 'none' })
  await start({ days: 3 })
  await start()
  assert.deepEqual([asked, await state()], [1, { state: 'running', done: 0.25 }])
  counting.resolve()
  await counting.promise
  let last = await state()
  while (last.state === 'running') last = await state()
  assert.ok(last.state === 'done' && last.steps.length === 3, JSON.stringify(last))
  assert.equal(Date.parse(last.to) - Date.parse(last.from), 3 * 24 * 60 * 60_000)
  assert.equal((await start({ days: 8 })).statusCode, 400)
})

test('a count that fails says so, and can be asked for again', async (t) => {
  const preview = () => Promise.reject(new ErrorSenseError('store', 'secret host refused'))
  const { app } = await routes(t, { detecting: { ...countedDetecting, preview } })
  await app.inject({ method: 'POST', url: '/api/v1/detectors/preview' })
  const answer = await app.inject('/api/v1/detectors/preview')
  assert.deepEqual(answer.json<Preview>(), { state: 'failed' })
})

test('a series can end in the past, and covers whole steps', async (t) => {
  const { app } = await routes(t)
  const until = new Date(NOW - 60 * 60_000).toISOString()
  const query = `service=checkout&minutes=10&step=60&until=${encodeURIComponent(until)}`
  const { points } = (await app.inject(`/api/v1/series?${query}`)).json<Series>()
  assert.equal(points.length, 11)
  assert.ok(points.every(({ at }) => at <= until && Date.parse(at) % 60_000 === 0))
})

test('a hostile line leaves as JSON text and nothing else', async (t) => {
  const { app } = await routes(t)
  const answer = await app.inject('/api/v1/logs?contains=coupon')
  assert.match(String(answer.headers['content-type']), /^application\/json/)
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
  assert.ok(answer.json<LogList>().logs.some(({ raw }) => raw === hostileLine))
})

for (const [name, path] of [
  ['an unknown state', '/incidents?state=closed'],
  ['a limit that is no number', '/incidents?limit=many'],
  ['a limit without bound', '/logs?limit=100000'],
  ['no service', '/series?minutes=5'],
  ['a step between two windows', '/series?service=a&step=7'],
  ['more points than a page can draw', '/series?service=a&minutes=100000&step=5'],
  ['a time that is none', '/series?service=a&until=yesterday'],
  ['a negative time', '/services?minutes=-1'],
  ['an endless search', `/logs?contains=${'a'.repeat(201)}`],
]) {
  test(`${name} is refused with words`, async (t) => {
    const { app } = await routes(t)
    const answer = await app.inject(`/api/v1${path}`)
    assert.equal(answer.statusCode, 400)
    const { error } = answer.json<{ error: { code: string; message: string } }>()
    assert.equal(error.code, 'bad_request')
    assert.ok(error.message.length > 0)
  })
}

test('a broken store is 503 or 500 without a word about its inside', async (t) => {
  const store = await seededStore(NOW)
  const broken = (error: Error) => ({
    ...store,
    async incidents() {
      throw error
    },
  })
  const away = await routes(t, { store: broken(new ErrorSenseError('store', 'secret host refused')) })
  const bug = await routes(t, { store: broken(new TypeError('secret of undefined')) })
  for (const [{ app }, status] of [
    [away, 503],
    [bug, 500],
  ] as const) {
    const answer = await app.inject('/api/v1/incidents')
    assert.equal(answer.statusCode, status)
    assert.doesNotMatch(answer.body, /secret|at .*\.ts/)
  }
  assert.equal((await away.app.inject('/healthz')).statusCode, 200)
  assert.equal((await away.app.inject('/readyz')).statusCode, 503)
})

test('the interface describes itself, every resource with its answer', async (t) => {
  const { app } = await routes(t)
  const { openapi, paths } = (await app.inject('/api/v1/openapi.json')).json<{
    openapi: string
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
  }>()
  assert.match(openapi, /^3\.1/)
  for (const path of ['incidents', 'incidents/{id}', 'services', 'series', 'templates', 'logs']) {
    assert.ok(paths[`/api/v1/${path}`]?.['get']?.responses['200'], path)
  }
  assert.ok(paths['/api/v1/incidents/{id}/acknowledge']?.['post'])
})

test('metrics are Prometheus text', async (t) => {
  const { app } = await routes(t)
  const answer = await app.inject('/metrics')
  assert.match(String(answer.headers['content-type']), /^text\/plain/)
})

import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { IncidentDetail, IncidentList, ServiceList } from '@errorsense/core/wire/api.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { RunningCommand } from './command.ts'
import { demo, type Demo } from './demo.ts'
import { listenLive, type LiveListener } from './live-feed.ts'

const skip = await import('chdb').then(
  () => false as const,
  (error: Error) => `chDB can not be loaded here: ${error.message}`,
)

/** The demonstration begins with this many quiet seconds. */
const QUIET_MS = 15_000

describe('npm start', { skip, timeout: 150_000 }, () => {
  let here: Demo
  let running: RunningCommand
  let live: LiveListener
  let first: Incident

  before(async () => {
    here = await demo()
    running = await here.start()
    live = await listenLive(here.url)
  })
  after(async () => {
    live?.close()
    await running?.stop('SIGKILL')
    rmSync(here.env['DATA_DIR'], { recursive: true, force: true })
  })

  const get = async <T>(path: string) => (await (await fetch(`${here.url}/api/v1${path}`)).json()) as T

  test('serves a page', async () => {
    const answer = await fetch(here.url)
    assert.match(await answer.text(), /<title>ErrorSense<\/title>/)
    assert.match(running.printed(), new RegExp(`page +http://localhost:${here.env['PORT']} `))
  })

  test('tells rates of several services every second', async () => {
    const [hello] = await live.until('hello', 1, 1000)
    assert.ok(Math.abs(Date.parse(hello.now) - Date.now()) < 60_000)
    let told = await live.until('rates', 3, 10_000)
    // A loaded machine is not through with the shop's history yet.
    while (told[told.length - 1].services.length <= 1) told = await live.until('rates', told.length + 1, 10_000)
  })

  test('finds the first anomaly, tells it live and keeps it', async () => {
    first = (await live.until('incident', 1, 90_000))[0].incident
    assert.equal(first.state, 'open')
    assert.ok(first.samples.length > 0, 'who is told of it sees a line')
    const { incident, journal } = await get<IncidentDetail>(`/incidents/${first.id}`)
    assert.equal(incident.id, first.id)
    assert.ok(incident.why.length > 20, incident.why)
    assert.ok(incident.samples.length > 0 && incident.samples.length <= 3)
    for (const { seen, usual, at } of incident.findings) {
      assert.ok(Number.isFinite(seen) && Number.isFinite(usual))
      assert.ok(Date.parse(at) > 0)
    }
    assert.ok(journal.some(({ action }) => action === 'opened'))
  })

  test('stops cleanly', async () => {
    live.close()
    assert.equal(await running.stop(), 0)
    assert.match(running.printed(), /stopped\.\n$/)
  })

  test('goes on after a restart: all is kept, and being away is no incident', async () => {
    running = await here.start()
    const restarted = Date.now()
    const kept = await get<IncidentList>('/incidents')
    assert.ok(kept.incidents.some(({ id }) => id === first.id))
    const { services } = await get<ServiceList>('/services')
    assert.ok(services.length > 1)

    live = await listenLive(here.url)
    await live.until('rates', 25, 60_000)
    const { incidents } = await get<IncidentList>('/incidents')
    const known = new Set(kept.incidents.map(({ id }) => id))
    const early = incidents.filter(({ id, start }) => !known.has(id) && Date.parse(start) < restarted + QUIET_MS)
    assert.deepEqual(early, [])
  })
})

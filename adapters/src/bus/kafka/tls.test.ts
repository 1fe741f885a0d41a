import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createServer, type Server, type TLSSocket } from 'node:tls'
import { kafkaBus, type KafkaBusOptions } from '../kafka.ts'

/** What stands behind a name in the folder of `deploy/certificates/make.sh`. */
interface Identity {
  readonly cert: string
  readonly key: string
}

const script = join(import.meta.dirname, '../../../../deploy/certificates/make.sh')
const skip = spawnSync('openssl', ['version']).error === undefined ? false : 'no openssl'
const names = 'localhost,127.0.0.1'

describe('certificates', { skip }, () => {
  let ca: string
  let foreignCa: string
  let good: Identity
  let expired: Identity
  let client: Identity
  const servers: Server[] = []

  before(() => {
    const [folder, foreign] = [make(['good', 'client']), make(['other'])]
    make(['expired'], folder, '-1')
    ca = readFileSync(join(folder, 'ca.pem'), 'utf8')
    foreignCa = readFileSync(join(foreign, 'ca.pem'), 'utf8')
    good = identity(folder, 'good')
    expired = identity(folder, 'expired')
    client = identity(folder, 'client')
  })
  after(() => {
    for (const server of servers) server.close()
  })

  /** Speaks TLS, and hangs up on whoever has come through. */
  async function broker(own: Identity, askWho = false): Promise<{ brokers: string[]; guest: Promise<TLSSocket> }> {
    const server = createServer({ ...own, ca, requestCert: askWho, rejectUnauthorized: askWho })
    const guest = Promise.withResolvers<TLSSocket>()
    server.on('secureConnection', (socket) => {
      guest.resolve(socket)
      socket.on('error', () => {})
      socket.destroy()
    })
    server.on('tlsClientError', () => {})
    servers.push(server)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return { brokers: [`127.0.0.1:${(server.address() as AddressInfo).port}`], guest: guest.promise }
  }

  /** What a first call ends with, at the latest when it would try again. */
  async function outcome(options: Omit<KafkaBusOptions, 'clientId'>): Promise<string> {
    const told = new AbortController()
    const retried = Promise.withResolvers<string>()
    const onRetry = (message: string): void => {
      retried.resolve(message)
      told.abort()
    }
    const bus = kafkaBus({ ...options, clientId: 'tls', onRetry, signal: told.signal })
    const refused = bus.createTopic('t', { partitions: 1 }).then(
      () => 'it worked',
      (error: Error) => (told.signal.aborted ? retried.promise : error.message),
    )
    const message = await refused
    await bus.close()
    return message
  }

  test('of a broker that has expired: says so at once, and what to do', async () => {
    const { brokers } = await broker(expired)
    assert.match(await outcome({ brokers, tls: { ca } }), /certificate that has expired: renew .*make\.sh/)
  })

  test('of a broker that an unknown authority made: names KAFKA_TLS_CA', async () => {
    const { brokers } = await broker(good)
    assert.match(await outcome({ brokers, tls: { ca: foreignCa } }), /can not be trusted: check KAFKA_TLS_CA/)
  })

  test('of ours is shown to a broker that asks', async () => {
    const { brokers, guest } = await broker(good, true)
    const tried = outcome({ brokers, tls: { ca, ...client } })
    assert.equal((await guest).authorized, true)
    await tried
  })

  test('of ours that is missing: names KAFKA_TLS_CERT', async () => {
    const { brokers } = await broker(good, true)
    assert.match(await outcome({ brokers, tls: { ca } }), /KAFKA_TLS_CERT/)
  })

  test('of ours that has expired: names KAFKA_TLS_CERT', async () => {
    const { brokers } = await broker(good, true)
    assert.match(await outcome({ brokers, tls: { ca, ...expired } }), /renew KAFKA_TLS_CERT, which has expired/)
  })

  test('that is none: names the settings', async () => {
    const { brokers } = await broker(good)
    assert.match(await outcome({ brokers, tls: { ca, cert: 'no certificate', key: client.key } }), /KAFKA_TLS_CERT/)
  })
})

function make(who: readonly string[], folder = mkdtempSync(join(tmpdir(), 'errorsense-tls-')), days = '2'): string {
  const env = { ...process.env, DAYS: days }
  const { status, stderr } = spawnSync(script, [folder, ...who.map((name) => `${name},${names}`)], { env })
  assert.equal(status, 0, String(stderr))
  return folder
}

function identity(folder: string, name: string): Identity {
  return {
    cert: readFileSync(join(folder, `${name}.pem`), 'utf8'),
    key: readFileSync(join(folder, `${name}.key`), 'utf8'),
  }
}

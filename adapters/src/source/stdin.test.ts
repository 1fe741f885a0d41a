import assert from 'node:assert/strict'
import { PassThrough, Readable } from 'node:stream'
import { test } from 'node:test'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { logSourceContract } from '../../../core/contracts/log-source.ts'
import { stdinSource } from './stdin.ts'

logSourceContract('standard input', () => {
  const input = new PassThrough()
  return {
    source: stdinSource({ input }),
    async write(lines) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      input.write(lines.map((line) => `${line}\n`).join(''), (error) => (error ? reject(error) : resolve()))
      await promise
    },
  }
})

test('standard input is done when its end was handed over, with the last line that has no LF', async () => {
  const taken: string[] = []
  const source = stdinSource({ input: Readable.from([Buffer.from('a\nb'), Buffer.from('c')]), service: 'shop' })
  await source.start(async ({ bytes, source, service }) => {
    taken.push(`${source} ${service} ${Buffer.from(bytes).toString()}`)
  })
  await source.done
  assert.deepEqual(taken, ['stdin shop a', 'stdin shop bc'])
})

test('standard input that breaks, or a bus that refuses for good, is told', async () => {
  const broken = stdinSource({ input: new Readable({ read: () => assert.fail('disk on fire') }) })
  await broken.start(async () => {})
  await assert.rejects(async () => broken.done, { code: 'input' })
  const refused = stdinSource({ input: Readable.from([Buffer.from('a\n')]) })
  await refused.start(async () => {
    throw new ErrorSenseError('bus', 'no such topic')
  })
  await assert.rejects(async () => refused.done, /no such topic/)
})

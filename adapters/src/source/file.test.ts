import assert from 'node:assert/strict'
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { LogSource } from '@errorsense/core/ports/log-source.ts'
import { logSourceContract } from '../../../core/contracts/log-source.ts'
import { fileSource } from './file.ts'

const root = mkdtempSync(join(tmpdir(), 'file-source-'))
after(() => rmSync(root, { recursive: true, force: true }))

const paths = () => {
  const directory = mkdtempSync(join(root, 'log-'))
  return { path: join(directory, 'app.log'), stateDirectory: join(directory, 'state') }
}

logSourceContract('a file', () => {
  const { path, stateDirectory } = paths()
  return {
    source: fileSource({ path, stateDirectory, pollMs: 20 }),
    write: async (lines) => appendFileSync(path, lines.map((line) => `${line}\n`).join('')),
  }
})

/** A followed file, the lines it gave so far, and restarts. */
function following({ graceMs = 0 } = {}) {
  const { path, stateDirectory } = paths()
  const lines: string[] = []
  const troubles: string[] = []
  const trouble = Promise.withResolvers<void>()
  let changed = Promise.withResolvers<void>()
  let source: LogSource | undefined
  let count = 0
  let rotations = 0
  const state = { away: false }

  /** Rotations are days apart, not within the clock tick of a file system. */
  function age(rotated: string): void {
    rotations++
    utimesSync(rotated, rotations, rotations)
  }

  function onTrouble({ message }: Error): void {
    troubles.push(message)
    trouble.resolve()
  }

  return {
    path,
    lines,
    troubles,
    state,
    async start() {
      source = fileSource({
        path,
        stateDirectory,
        pollMs: 20,
        graceMs,
        onTrouble,
      })
      await source.start(async ({ bytes }) => {
        if (state.away) throw new ErrorSenseError('bus', 'away', { retryable: true })
        lines.push(...Buffer.from(bytes).toString().split('\n'))
        changed.resolve()
        changed = Promise.withResolvers<void>()
      })
    },
    async stop() {
      await source?.stop()
    },
    /** Appends numbered lines. */
    log(howMany: number) {
      const text = Array.from({ length: howMany }, () => `line ${count++}\n`).join('')
      appendFileSync(path, text)
    },
    rename() {
      const rotated = `${path}.${9 - rotations}`
      renameSync(path, rotated)
      age(rotated)
    },
    copyAndTruncate() {
      const rotated = `${path}-2026010${rotations}`
      copyFileSync(path, rotated)
      age(rotated)
      truncateSync(path)
    },
    troubled: () => trouble.promise,
    /** Waits for that many lines. */
    async have(howMany: number) {
      while (lines.length < howMany) await changed.promise
    },
    /** Waits for all lines logged and checks that each came once, in order. */
    async settled() {
      await this.have(count)
      assert.deepEqual(
        lines,
        Array.from({ length: count }, (_, i) => `line ${i}`),
      )
    },
  }
}

describe('a followed file', { timeout: 20_000 }, () => {
  test('may come into being later', async (t) => {
    const followed = following()
    t.after(() => followed.stop())
    await followed.start()
    followed.log(3)
    await followed.settled()
  })

  test('is followed through rotation by rename', async (t) => {
    const followed = following()
    t.after(() => followed.stop())
    await followed.start()
    for (let i = 0; i < 5; i++) {
      followed.log(100)
      if (i % 2 === 0) await followed.settled()
      followed.rename()
      followed.log(50)
    }
    await followed.settled()
  })

  test('is read until it is quiet before the new one begins, however long it was quiet before', async (t) => {
    const graceMs = 150
    const followed = following({ graceMs })
    t.after(() => followed.stop())
    await followed.start()
    followed.log(2)
    await followed.settled()
    await sleep(2 * graceMs)
    renameSync(followed.path, `${followed.path}.1`)
    appendFileSync(followed.path, 'line 3\n')
    await sleep(graceMs / 3)
    // The program has not reopened its log until now.
    appendFileSync(`${followed.path}.1`, 'line 2\n')
    await followed.have(4)
    assert.deepEqual(followed.lines, ['line 0', 'line 1', 'line 2', 'line 3'])
  })

  test('is followed through copy and truncate', async (t) => {
    const followed = following()
    t.after(() => followed.stop())
    await followed.start()
    for (let i = 0; i < 5; i++) {
      followed.log(100)
      if (i % 2 === 0) await followed.settled()
      followed.copyAndTruncate()
      followed.log(i % 2 === 0 ? 50 : 150)
    }
    await followed.settled()
  })

  test('goes on after a restart where it stopped, whatever happened meanwhile', async (t) => {
    const followed = following()
    t.after(() => followed.stop())
    await followed.start()
    followed.log(10)
    await followed.settled()
    await followed.stop()

    followed.log(10)
    await followed.start()
    await followed.settled()
    await followed.stop()

    followed.log(10)
    followed.rename()
    followed.log(10)
    followed.rename()
    followed.log(10)
    await followed.start()
    await followed.settled()
    await followed.stop()

    followed.log(10)
    followed.copyAndTruncate()
    followed.log(60)
    await followed.start()
    await followed.settled()
  })

  test('that was replaced by another of the same size or more is read from its beginning', async (t) => {
    const followed = following()
    t.after(() => followed.stop())
    writeFileSync(followed.path, 'other 0\nother 1\n')
    await followed.start()
    await followed.have(2)
    await followed.stop()
    followed.lines.length = 0
    writeFileSync(followed.path, '')
    followed.log(20)
    await followed.start()
    await followed.settled()
  })

  test('keeps an unfinished line until it is finished, also over a restart', async (t) => {
    const followed = following()
    t.after(() => followed.stop())
    await followed.start()
    followed.log(1)
    appendFileSync(followed.path, 'lin')
    await followed.settled()
    await followed.stop()
    appendFileSync(followed.path, 'e 1')
    await followed.start()
    appendFileSync(followed.path, '\n')
    await followed.have(2)
    assert.deepEqual(followed.lines, ['line 0', 'line 1'])
  })

  test('waits while the bus is away, tells it once, and a stop then loses nothing', async (t) => {
    const followed = following()
    t.after(() => followed.stop())
    followed.state.away = true
    await followed.start()
    followed.log(5)
    await followed.troubled()
    await followed.stop()
    assert.deepEqual(followed.troubles, ['away'])
    followed.state.away = false
    await followed.start()
    await followed.settled()
  })
})

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, test, type TestContext } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { storeContract } from '../../../core/contracts/store.ts'
import { clickhouseStore } from './clickhouse.ts'
import { embeddedDatabase } from './embedded.ts'
import { packer } from './packer.ts'
import { migrate } from './schema.ts'
import { mergeSmallPartsTogether } from './small-parts.ts'

const skip = await import('chdb').then(
  () => false as const,
  (error: Error) => `chDB can not be loaded here: ${error.message}`,
)

const newDirectory = () => mkdtemp(join(tmpdir(), 'errorsense-store-'))

storeContract(
  'the embedded store',
  async () => {
    const directory = await newDirectory()
    return {
      store: clickhouseStore({ directory }),
      packer: packer(),
      reopen: async () => clickhouseStore({ directory }),
      stop: () => rm(directory, { recursive: true }),
    }
  },
  { skip },
)

describe('the embedded store', { skip, timeout: 60_000 }, () => {
  test('loses no acknowledged batch and doubles none when it is killed, again and again', async (context) => {
    const directory = await temporary(context)
    let acknowledged = -1
    for (let life = 1; life <= 5; life++) {
      // The last batch before the kill comes again, as from a bus: acknowledged or not.
      acknowledged = await writeUntilKilled(directory, Math.max(0, acknowledged), 7 * life)
    }
    const store = clickhouseStore({ directory })
    await store.migrate()
    const range = { from: 0, to: Number.MAX_SAFE_INTEGER }
    const rows = (await store.logs({ ...range, limit: 100_000 })).map(({ raw }) => raw)
    assert.equal(new Set(rows).size, rows.length, 'a row is there twice')
    const batches = new Set(rows.map((raw) => Number(raw.split(' ')[0])))
    for (let number = 0; number <= acknowledged; number++) assert.ok(batches.has(number), `batch ${number} is lost`)
    assert.equal(rows.length, 20 * batches.size, 'a batch is there in part')
    const lines = (await store.services(range))[0].lines
    assert.ok(lines >= 20 * (acknowledged + 1) && lines <= rows.length, `${lines} lines were counted`)
    for (const stepMs of [5000, 3_600_000]) {
      let sum = 0
      for await (const counts of store.history({ ...range, stepMs })) for (const count of counts) sum += count.lines
      assert.equal(sum, lines, `at steps of ${stepMs} ms`)
    }
    await store.close()
  })

  test('a second process on the same directory is told what to do', async (context) => {
    const directory = await temporary(context)
    const store = clickhouseStore({ directory })
    context.after(() => store.close())
    await store.migrate()
    const { output } = spawnWriter(directory, 0)
    const said: string[] = []
    for await (const line of output) said.push(line)
    assert.equal(said.length, 1)
    assert.match(
      said[0],
      /^store: The embedded store in .* can not be opened: another ErrorSense has it open.*DATA_DIR/,
    )
  })

  test('small parts are merged a hundred at once, not before and not never', async (context) => {
    const directory = await temporary(context)
    const store = clickhouseStore({ directory })
    await store.migrate()
    const pack = packer()
    const write = async (from: number, to: number): Promise<void> => {
      for (let lines = from; lines <= to; lines++) {
        const counts = [{ window: 1_700_000_000_000, service: 'shop', shape: 'shape', lines, errors: 0, sample: '' }]
        await store.writeObservations(pack.observations(counts), `${lines}`)
      }
      const [{ lines }] = await store.services({ from: 0, to: Number.MAX_SAFE_INTEGER })
      assert.equal(lines, (to * (to + 1)) / 2)
    }
    const db = embeddedDatabase(directory)
    context.after(async () => {
      await store.close()
      await db.close()
    })
    const parts = async (): Promise<number> => {
      const sql = "SELECT count() AS parts FROM system.parts WHERE table = 'observations' AND active"
      return (await db.query<{ parts: number }>(sql))[0].parts
    }
    await write(1, 90)
    assert.equal(await parts(), 90)
    await write(91, 150)
    while ((await parts()) > 60) await setImmediate()
  })

  test('how parts are merged is set once, and not on a full disk, where the engine would lose the table', async (context) => {
    const directory = await temporary(context)
    const db = embeddedDatabase(directory)
    context.after(() => db.close())
    await db.open()
    await migrate(db)
    const commands: string[] = []
    const watched = {
      query: db.query,
      async command(sql: string) {
        commands.push(sql)
        await db.command(sql)
      },
    }
    await mergeSmallPartsTogether(watched, directory, async () => 1024)
    assert.equal(commands.length, 0)
    for (let start = 1; start <= 2; start++) await mergeSmallPartsTogether(watched, directory)
    assert.equal(commands.length, 4)
  })

  test('a question that fails half way leaves nothing behind for the next', async (context) => {
    const db = embeddedDatabase(await temporary(context))
    context.after(() => db.close())
    await db.open()
    const failing = db.query('SELECT number, throwIf(number = 200000) FROM numbers(300000)')
    await assert.rejects(failing, { code: 'store', retryable: false })
    await assert.rejects(db.query('SELECT nonsense'), { code: 'store' })
    assert.deepEqual(await db.query('SELECT 1 AS one'), [{ one: 1 }])
  })

  test('writing does not wait for a slow question', async (context) => {
    const db = embeddedDatabase(await temporary(context))
    context.after(() => db.close())
    await db.command('CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a')
    const order: string[] = []
    const slow = db.query('SELECT sum(sleepEachRow(0.2)) FROM numbers(5)').then(() => order.push('answered'))
    await db.insert({ table: 't', columns: ['a'], rows: Buffer.from('1\n') })
    order.push('written')
    await slow
    assert.deepEqual(order, ['written', 'answered'])
  })
})

/** Cleaned up last, when what uses it was closed. */
async function temporary(context: TestContext): Promise<string> {
  const directory = await newDirectory()
  context.after(() => rm(directory, { recursive: true }))
  return directory
}

function spawnWriter(directory: string, first: number) {
  const script = join(import.meta.dirname, 'test', 'write-batches.ts')
  const child = spawn(process.execPath, [script, directory, `${first}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  return { child, output: createInterface(child.stdout) }
}

/** Kills the writer once `enough` batches were acknowledged. Gives the last one that was. */
async function writeUntilKilled(directory: string, first: number, enough: number): Promise<number> {
  const { child, output } = spawnWriter(directory, first)
  const exited = once(child, 'exit')
  let acknowledged = first - 1
  for await (const line of output) {
    acknowledged = Number(line)
    if (acknowledged >= first + enough) child.kill('SIGKILL')
  }
  await exited
  return acknowledged
}

/** Writes numbered batches to an embedded store until it is killed; tells each one that was acknowledged. */
import { writeSync } from 'node:fs'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { recordBatch } from '../../../../core/contracts/record-batch.ts'
import { clickhouseStore } from '../clickhouse.ts'
import { packer } from '../packer.ts'

const [directory, first] = process.argv.slice(2)
const ROWS = 20

const store = clickhouseStore({ directory })
const pack = packer()
try {
  await store.migrate()
  for (let number = Number(first); ; number++) {
    const time = 1_700_000_000_000 + number * 1000
    const records = Array.from({ length: ROWS }, (_, row) => ({ raw: `${number} ${row}`, time }))
    const { batch, engine } = recordBatch(records)
    pack.add(batch, engine)
    await store.writeLogs(pack.logs(), `${number}`)
    const window = time - (time % 5000)
    const counts = [{ window, service: 'shop', shape: 'shape', lines: ROWS, errors: 0, sample: '' }]
    await store.writeObservations(pack.observations(counts), `${number}`)
    writeSync(1, `${number}\n`)
  }
} catch (error) {
  if (!(error instanceof ErrorSenseError)) throw error
  writeSync(1, `${error.code}: ${error.message}\n`)
}

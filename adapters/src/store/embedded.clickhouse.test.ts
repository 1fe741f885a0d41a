import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeContract } from '../../../core/contracts/store.ts'
import { clickhouseStore } from './clickhouse.ts'

const skip = await import('chdb').then(
  () => false as const,
  (error: Error) => `chDB can not be loaded here: ${error.message}`,
)

storeContract(
  'the embedded store',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'errorsense-store-'))
    return {
      store: clickhouseStore({ directory }),
      reopen: async () => clickhouseStore({ directory }),
      stop: () => rm(directory, { recursive: true }),
    }
  },
  { skip },
)

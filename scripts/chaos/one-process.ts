/** ErrorSense as one process, and its store, which is looked through when that process is gone. */
import { join } from 'node:path'
import { main } from '../../test/command.ts'
import { freePorts } from '../../test/free-port.ts'
import { keptProcess, type KeptProcess } from './kept-process.ts'
import type { Run } from './run.ts'
import { eventually, isUp } from './settle.ts'
import { storeServer, type Ask } from './store-server.ts'

export const OPEN_MS = 120_000

export interface OneProcess {
  readonly process: KeptProcess
  /** Where its API answers, and where it takes lines. */
  readonly api: string
  readonly intake: string
  /** Whether it takes lines in time. */
  isOpen(): Promise<boolean>
  /** Ends it, and gives what asks its store. */
  stop(): Promise<Ask>
}

/** Keeps everything below `directory`; what it prints goes to `logFile`. */
export async function oneProcess(directory: string, logFile: string, run: Run): Promise<OneProcess> {
  const { signal, trouble } = run
  const [page, collector] = await freePorts(2)
  const intake = `http://127.0.0.1:${collector}`
  const data = join(directory, 'data')
  const env = { PORT: String(page), COLLECTOR_PORT: String(collector), DATA_DIR: data }
  const kept = keptProcess({ name: 'errorsense', args: [main, 'all'], env, logFile, onTrouble: trouble })
  run.onEnd(() => kept.stop('SIGKILL'))
  const patience = { timeoutMs: OPEN_MS, signal }
  return {
    process: kept,
    api: `http://127.0.0.1:${page}`,
    intake,
    isOpen: () => eventually(() => isUp(`${intake}/health`), patience),
    async stop() {
      await kept.stop()
      const store = await storeServer({ directory: join(data, 'store'), logFile, onTrouble: trouble })
      run.onEnd(() => store.stop())
      const ask = store.ask('default')
      await eventually(async () => (await ask('SELECT 1')).length === 1, patience)
      return ask
    },
  }
}

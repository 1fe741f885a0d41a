/** `npm start` without the building: everything in one process, on ports and a folder of its own. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCommand, type RunningCommand } from './command.ts'
import { freePorts } from './free-port.ts'

export interface Demo {
  readonly url: string
  readonly env: Readonly<Record<string, string>>
  start(): Promise<RunningCommand>
}

export async function demo(more: Readonly<Record<string, string>> = {}): Promise<Demo> {
  const [page, collector] = await freePorts(2)
  const env = {
    PORT: String(page),
    COLLECTOR_PORT: String(collector),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'errorsense-demo-')),
    ...more,
  }
  return {
    url: `http://127.0.0.1:${page}`,
    env,
    async start() {
      const running = startCommand(['all', '--demo'], { env })
      await running.until(/Ctrl-C stops it/, 60_000)
      return running
    },
  }
}

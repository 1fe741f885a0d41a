/** Rows as every store here takes them: blocks in ClickHouse's Native format. Knows no store, so it runs in any thread. */
import type { Packer } from '@errorsense/core/ports/store.ts'
import { logPacker, type RawText } from './log-packer.ts'
import { packObservations } from './observation-packer.ts'

export interface PackerOptions {
  /** Which rows keep their text. Default: all. */
  readonly raw?: RawText
}

export function packer({ raw = 'all' }: PackerOptions = {}): Packer {
  const logs = logPacker(raw)
  return {
    add: (batch, engine) => logs.add(batch, engine),
    logs() {
      const rows = logs.rows()
      return { rows, bytes: logs.take() }
    },
    observations: (counts) => ({ rows: counts.length, bytes: packObservations(counts) }),
  }
}

import { join } from 'node:path'
import { processContender, type Contender } from '../measure.ts'

/** A contender of this folder. */
export function nodePeer(file: string, ...args: readonly string[]): Contender {
  return processContender([file.replace('.ts', ''), ...args].join(' '), process.execPath, [
    join(import.meta.dirname, file),
    ...args,
  ])
}

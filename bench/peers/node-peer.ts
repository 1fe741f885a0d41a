import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { processContender, type Contender } from '../measure.ts'

const manifest = join(import.meta.dirname, '../../package.json')

/** Options of Node that ErrorSense is started with. */
function nodeOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts: { errorsense: string } }
  return scripts.errorsense.split(' ').filter((word) => word.startsWith('--'))
}

/** A contender of this folder. */
export function nodePeer(file: string, ...args: readonly string[]): Contender {
  return processContender([file.replace('.ts', ''), ...args].join(' '), process.execPath, [
    ...nodeOptions(),
    join(import.meta.dirname, file),
    ...args,
  ])
}

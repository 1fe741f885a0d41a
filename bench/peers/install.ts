/** Peers in other languages: fetched and built once, into a cache, by whatever the machine has. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/errorsense-bench')
const DRAIN3 = 'drain3==0.9.11'
const PATIENCE_MS = 10 * 60_000

/** A program to be started, or why there is none. */
export type Installed = { readonly command: string; readonly args: readonly string[] } | { readonly why: string }

export function installDrain3(): Installed {
  const venv = join(CACHE, DRAIN3)
  const python = join(venv, 'bin/python')
  const why = existsSync(join(venv, 'done'))
    ? undefined
    : (run('python3', ['-m', 'venv', venv]) ??
      run(python, ['-m', 'pip', 'install', '--quiet', DRAIN3]) ??
      run('touch', [join(venv, 'done')]))
  return why === undefined ? { command: python, args: [join(import.meta.dirname, 'drain3-miner.py')] } : { why }
}

export function installLokiDrain(): Installed {
  const sources = join(import.meta.dirname, 'loki-drain')
  const folder = join(CACHE, `loki-drain-${hashOf(join(sources, 'go.mod'), join(sources, 'main.go'))}`)
  const program = join(folder, 'loki-drain')
  if (existsSync(program)) return { command: program, args: [] }
  mkdirSync(folder, { recursive: true })
  cpSync(sources, folder, { recursive: true })
  const why = run('go', ['-C', folder, 'mod', 'tidy']) ?? run('go', ['-C', folder, 'build', '-o', program, '.'])
  return why === undefined ? { command: program, args: [] } : { why }
}

/** What went wrong, if anything. */
function run(command: string, args: readonly string[]): string | undefined {
  process.stderr.write(`  once: ${command} ${args.join(' ')}\n`)
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: PATIENCE_MS })
  if (error) return `${command}: ${error.message}`
  return status === 0 ? undefined : `${command} ${args[0]}: ${stderr.trim().split('\n').at(-1) ?? status}`
}

function hashOf(...files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** Sources of published programs, brought once into a cache by the clients of the registries that publish them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/errorsense-bench/programs')
const PATIENCE_MS = 10 * 60_000

/** `name` and `version` as the registry has them. */
export interface Package {
  readonly registry: keyof typeof clients
  readonly name: string
  readonly version: string
}

/** A folder with sources, or why there is none. */
export type Fetched = { readonly folder: string } | { readonly why: string }

export function fetchSources({ registry, name, version }: Package): Fetched {
  const folder = join(CACHE, `${registry}-${name}-${version}`.replaceAll(/[/:]/g, '-'))
  const done = join(folder, '.done')
  if (existsSync(done)) return { folder }
  mkdirSync(folder, { recursive: true })
  try {
    clients[registry](folder, name, version)
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
  writeFileSync(done, '')
  return { folder }
}

const clients = {
  debian(folder: string, name: string, version: string): void {
    const options = aptOptions()
    run(folder, 'apt-get', [...options, 'source', '--download-only', '--tar-only', `${name}=${version}`])
    unpack(folder, /\.orig\.tar\.\w+$/, (file) => run(folder, 'tar', ['xf', file]))
  },
  go(folder: string, name: string, version: string): void {
    const settings = { ...process.env, GOMODCACHE: folder, GOFLAGS: '-modcacherw' }
    run(folder, 'go', ['mod', 'download', `${name}@${version}`], settings)
  },
  maven(folder: string, name: string, version: string): void {
    const artifact = `-Dartifact=${name}:${version}:jar:sources`
    run(folder, 'mvn', ['--batch-mode', '--quiet', 'dependency:copy', artifact, `-DoutputDirectory=${folder}`])
    unpack(folder, /\.jar$/, (file) => unzip(folder, file))
  },
  npm(folder: string, name: string, version: string): void {
    run(folder, 'npm', ['pack', '--silent', `${name}@${version}`])
    unpack(folder, /\.tgz$/, (file) => run(folder, 'tar', ['xf', file]))
  },
  pypi(folder: string, name: string, version: string): void {
    const only = ['--no-deps', '--ignore-requires-python', '--only-binary', ':all:']
    run(folder, 'python3', ['-m', 'pip', 'download', '--quiet', ...only, `${name}==${version}`])
    unpack(folder, /\.whl$/, (file) => unzip(folder, file))
  },
}

/** Lists of sources beside those of programs, from the same places, in the cache: the system's own stay as they are. */
function aptOptions(): string[] {
  const state = join(CACHE, 'apt')
  const parts = join(state, 'sources')
  const settings = { 'Etc::SourceList': '/dev/null', 'Etc::SourceParts': parts, 'State::Lists': join(state, 'lists') }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `Dir::${name}=${value}`])
  const done = join(state, '.done')
  if (existsSync(done)) return options
  const installed = readFileSync('/etc/apt/sources.list.d/debian.sources', 'utf8')
  for (const folder of [parts, join(state, 'lists/partial')]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(parts, 'debian.sources'), installed.replaceAll(/^Types:.*$/gm, 'Types: deb-src'))
  run(state, 'apt-get', [...options, 'update'])
  writeFileSync(done, '')
  return options
}

function unpack(folder: string, pattern: RegExp, open: (file: string) => void): void {
  const file = readdirSync(folder).find((name) => pattern.test(name))
  if (file === undefined) throw new Error(`nothing like ${pattern.source} came`)
  open(file)
}

function unzip(folder: string, file: string): void {
  run(folder, 'python3', ['-m', 'zipfile', '-e', file, '.'])
}

function run(cwd: string, command: string, args: readonly string[], env = process.env): void {
  process.stderr.write(`  once: ${command} ${args.join(' ')}\n`)
  const { error, status, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: PATIENCE_MS })
  if (error) throw new Error(`${command}: ${error.message}`)
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${stderr.trim().split('\n').at(-1) ?? status}`)
}

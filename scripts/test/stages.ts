import { globSync } from 'node:fs'

/** Test files that need the same part of the world, told by their suffix. */
export interface Stage {
  readonly name: string
  readonly files: readonly string[]
  /** At a time. What starts servers of its own has the machine to itself. */
  readonly concurrency: number
  /** Whether a skipped test is a failure: set where the part is known to be there. */
  readonly required: boolean
}

const PARTS = ['clickhouse', 'kafka', 'browser'] as const

/** What needs nothing first. `only` is a part of the path. */
export function stages(root: string, only: string, env: NodeJS.ProcessEnv): Stage[] {
  const files = globSync('**/*.test.ts', { cwd: root, exclude: isForeign })
    .filter((file) => file.includes(only))
    .sort()
  const partOf = (file: string) => PARTS.find((part) => file.endsWith(`.${part}.test.ts`))
  const plain = { name: 'plain', files: files.filter((file) => !partOf(file)), concurrency: 2, required: false }
  const rest = PARTS.map((part) => ({
    name: part,
    files: files.filter((file) => partOf(file) === part),
    concurrency: 1,
    required: env[`REQUIRE_${part.toUpperCase()}`] === '1',
  }))
  return [plain, ...rest].filter((stage) => stage.files.length > 0)
}

function isForeign(path: string): boolean {
  return path.split('/').some((name) => name === 'node_modules' || name === 'dist' || name.startsWith('.'))
}

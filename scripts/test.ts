/**
 * All tests: what needs nothing, then what needs ClickHouse, Kafka, a browser. Tests whose part is missing skip
 * themselves; REQUIRE_KAFKA=1 and its like make that a failure. The last line is the sum.
 *
 *   npm test [-- --only=PART-OF-A-PATH]
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runFile, type FileResult } from './test/run-file.ts'
import { stages, type Stage } from './test/stages.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })

async function main(): Promise<boolean> {
  // Every file runs in a process of its own, and most of them load the whole core.
  process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compiled')
  const planned = stages(root, values.only, process.env)
  const results: FileResult[] = []
  for (const stage of planned) {
    if (stage.name === 'browser') buildPage()
    await runStage(stage, (result) => {
      results.push(result)
      tell(result)
    })
  }
  return sum(results)
}

async function runStage({ files, concurrency, required }: Stage, done: (result: FileResult) => void): Promise<void> {
  const queue = [...files]
  async function work(): Promise<void> {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const result = await runFile(join(root, file))
      done({ ...(required ? withoutSkips(result) : result), file })
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
}

function withoutSkips({ failures, skips, ...result }: FileResult): FileResult {
  const missed = skips.map(({ name, reason }) => ({ name, error: `skipped where it must run: ${reason}` }))
  return { ...result, failures: [...failures, ...missed], skips: [] }
}

/** Tests in the browser open the built page. */
function buildPage(): void {
  if (existsSync(join(root, 'dashboard/dist/index.html'))) return
  execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'inherit' })
}

function tell({ file, passed, failures, skips, output, ms }: FileResult): void {
  const skipped = skips.length > 0 ? `, ${skips.length} skipped` : ''
  const seconds = (ms / 1000).toFixed(1)
  if (failures.length === 0) return console.log(`ok    ${file}  ${passed} passed${skipped}  ${seconds} s`)
  console.log(`FAIL  ${file}  ${passed} passed, ${failures.length} failed${skipped}  ${seconds} s`)
  for (const { name, error } of failures) console.log(indent(`${name}\n${indent(error)}`))
  if (output !== '') console.log(indent(`printed:\n${indent(output.trimEnd())}`))
}

function sum(results: readonly FileResult[]): boolean {
  const passed = results.reduce((total, result) => total + result.passed, 0)
  const failures = results.flatMap(({ file, failures }) => failures.map(({ name }) => `${file}: ${name}`))
  const skips = results.flatMap(({ file, skips }) => skips.map(({ name, reason }) => `${file}: ${name}: ${reason}`))
  list('skipped', skips)
  list('failed', failures)
  if (results.length === 0) console.log(`no test file has "${values.only}" in its path`)
  console.log(`${passed} passed, ${failures.length} failed, ${skips.length} skipped`)
  return results.length > 0 && failures.length === 0
}

function list(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${title}:\n${indent(lines.join('\n'))}\n`)
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}

process.exitCode = (await main()) ? 0 : 1

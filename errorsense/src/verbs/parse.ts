import { text } from '@errorsense/adapters/runtime/text.ts'
import type { EngineName } from '@errorsense/anomaly-processor/engine.ts'
import { engineOption } from '../engine-option.ts'
import { parseRows, type ParsedRow, type ParseSummary } from '../files/parsed-rows.ts'
import { output } from '../files/output.ts'
import { table } from '../files/table.ts'
import { harmless } from '../files/terminal.ts'
import type { Verb } from './verb.ts'

interface Options {
  readonly json?: boolean
  readonly final?: boolean
  readonly quiet?: boolean
  readonly engine: EngineName
}

export const parse: Verb = (command) => {
  command
    .argument('<files...>', 'log files (.gz and .zst too); - reads standard input')
    .option('--json', 'one JSON object per line of the log, in order')
    .option('--final', 'template ids and texts as known at the end of the input, after merges')
    .option('--quiet', 'only the summary: lines, templates, lines/s')
    .addOption(engineOption())
    .addHelpText(
      'after',
      '\nExample:\n  npx errorsense parse /var/log/syslog\n  npx errorsense parse app.log --json --final | jq .template',
    )
    .action(async (files: string[], options: Options) => {
      if (options.json) await printRows(files, options)
      else await printTable(files, options)
    })
}

async function printRows(files: readonly string[], { engine, final = false }: Options): Promise<void> {
  const results = output()
  const summary = await parseRows(files, text, {
    engine,
    final,
    row: (row) => results.line(JSON.stringify(row)),
    told: results.flush,
  })
  await results.end()
  if (process.stderr.isTTY) process.stderr.write(`${sentence(summary)}\n`)
}

async function printTable(files: readonly string[], { engine, quiet = false }: Options): Promise<void> {
  const templates = new Map<string, { row: ParsedRow; count: number }>()
  const summary = await parseRows(files, text, {
    engine,
    final: true,
    row(row) {
      const known = templates.get(row.templateId)
      if (known) known.count++
      else templates.set(row.templateId, { row, count: 1 })
    },
  })
  const results = output()
  if (!quiet) {
    const rows = [...templates.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ row, count }) => [String(count), row.level, harmless(row.service), harmless(row.template)])
    for (const line of table(['lines', 'level', 'service', 'template'], rows, process.stdout.columns))
      await results.line(line)
    await results.line('')
  }
  await results.line(sentence({ ...summary, templates: templates.size }))
  if (!quiet && process.stdout.isTTY)
    await results.line(`What of this is out of the ordinary:  npx errorsense analyze ${files.join(' ')}`)
  await results.end()
}

function sentence({ lines, templates, seconds, truncated, formats }: ParseSummary): string {
  const cut = truncated > 0 ? `, ${truncated} of them cut at the length cap` : ''
  const counts = [...formats].sort((a, b) => b[1] - a[1]).map(([format, count]) => `${format} ${count}`)
  const told = counts.length > 0 ? `; formats: ${counts.join(', ')}` : ''
  return `${lines} lines${cut}, ${templates} ${templates === 1 ? 'template' : 'templates'}, ${Math.round(lines / Math.max(0.001, seconds))} lines/s${told}`
}

/**
 * Quality on labelled logs: runs the product over DIR (laid out as loghub/, nab/, hdfs/, fail2ban/, crowdsec/), hands
 * its output to the scorers in DIR/../score, and prints one table. DIR is data from elsewhere and never part of the
 * repository.
 */
import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { NOVELTY_THRESHOLD, noveltyScorer } from '@errorsense/core/novelty/scorer.ts'
import { incidentsOf } from '../errorsense/src/files/incidents-of.ts'
import { parseRows } from '../errorsense/src/files/parsed-rows.ts'
import { printRows, type Row } from './table.ts'

/** The scorers, by what they score. */
const SCRIPTS = {
  loghub: ['loghub.py'],
  lines: ['bruteforce.py', 'lines'],
  cases: ['bruteforce.py', 'cases'],
  sessions: ['sessions.py'],
  nab: ['nab.py'],
} as const

const USAGE = `usage: npm run quality -- DIR [--json]

Scores the product on labelled logs. DIR holds loghub/, nab/, hdfs/, fail2ban/ and crowdsec/; the scorers (Python 3)
stand in DIR/../score. Prints one table; with --json the same as one JSON object at the end.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help || positionals.length !== 1) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(values.help ? 0 : 2)
}
const data = resolve(positionals[0])
const scorers = join(data, '..', 'score')
if (!existsSync(scorers)) {
  process.stderr.write(
    `quality: ${scorers} is not there: it must hold loghub.py, nab.py, sessions.py and bruteforce.py\n`,
  )
  process.exit(2)
}
const out = await mkdtemp(join(tmpdir(), 'errorsense-quality-'))

const parts: Record<string, () => Promise<Row[]>> = { loghub, crowdsec, fail2ban, hdfs, nab }
const rows: Row[] = []
for (const [name, part] of Object.entries(parts)) {
  if (!existsSync(join(data, name))) {
    rows.push({ name, value: null, unit: '', better: 'higher', why: `${name}/ is not in ${positionals[0]}` })
    continue
  }
  process.stderr.write(`${name} ...\n`)
  await mkdir(join(out, name), { recursive: true })
  rows.push(...(await part()))
}
await rm(out, { recursive: true })
printRows('quality', rows, values.json === true)

async function loghub(): Promise<Row[]> {
  await parseAll('loghub')
  const { mean } = score('loghub', join(data, 'loghub'), join(out, 'loghub'), '--by-text')
  return [
    row('LogHub raw lines, GA', mean['GA'], 0.97, 0.99),
    row('LogHub raw lines, FGA', mean['FGA'], 0.94, 0.97),
    row('LogHub raw lines, PA', mean['PA'], 0.85, 0.92),
    row('LogHub raw lines, FTA', mean['FTA'], 0.8, 0.86),
  ]
}

async function fail2ban(): Promise<Row[]> {
  await parseAll('fail2ban')
  const { total } = score('lines', join(data, 'fail2ban'), join(out, 'fail2ban'))
  return [
    row('hostile lines, F1', total['f1'], 0.97, 0.99),
    row('hostile lines, specificity', total['specificity'], 0.95, 1),
    row('hostile lines, host right', total['hostRight'] / Math.max(1, total['hosts'])),
  ]
}

async function crowdsec(): Promise<Row[]> {
  for (const name of await logsIn('crowdsec'))
    await analyze(join(data, 'crowdsec', `${name}.log`), join(out, 'crowdsec', `${name}.ndjson`))
  const cases = score('cases', join(data, 'crowdsec'), join(out, 'crowdsec'))
  return [
    row('attack cases passed, share', cases.filter(({ pass }) => pass).length / cases.length, 1, 1),
    {
      ...row(
        'attack cases, false addresses',
        cases.reduce((sum, one) => sum + one.false.length, 0),
        0,
        0,
      ),
      unit: 'addresses',
      better: 'lower',
    },
  ]
}

async function hdfs(): Promise<Row[]> {
  const log = join(data, 'hdfs', 'hdfs.log')
  const labels = join(data, 'hdfs', 'labels.csv')
  await analyze(log, join(out, 'hdfs', 'learnt.ndjson'), await endOfCleanPart(log, labels))
  await analyze(log, join(out, 'hdfs', 'cold.ndjson'))
  const f1 = (file: string) => score('sessions', labels, join(out, 'hdfs', file)).f1
  return [
    row('HDFS sessions, learnt, F1', f1('learnt.ndjson'), 0.98, 0.998),
    row('HDFS sessions, nothing learnt, F1', f1('cold.ndjson'), 0.8, 0.9),
  ]
}

async function nab(): Promise<Row[]> {
  const files = (await readdir(join(data, 'nab', 'data'), { recursive: true })).filter((name) => name.endsWith('.csv'))
  for (const file of files) await scoreSeries(join(data, 'nab', 'data', file), join(out, 'nab', file))
  const at = (...more: string[]) => score('nab', join(data, 'nab'), join(out, 'nab'), ...more).standard.score
  return [
    { ...row('NAB, own best threshold', at(), 73, 78), unit: 'points' },
    { ...row('NAB, shipped threshold', at(`--threshold=${NOVELTY_THRESHOLD}`), 70, 76), unit: 'points' },
  ]
}

async function parseAll(folder: string): Promise<void> {
  for (const name of await logsIn(folder)) {
    const file = await open(join(out, folder, `${name}.ndjson`), 'w')
    const lines: string[] = []
    await parseRows([join(data, folder, `${name}.log`)], text, {
      final: true,
      row: (row) => void lines.push(JSON.stringify(row)),
    })
    await file.writeFile(`${lines.join('\n')}\n`)
    await file.close()
  }
}

async function analyze(log: string, into: string, learnUntil?: number): Promise<void> {
  const file = await open(into, 'w')
  const options = {
    text,
    now: Date.now(),
    onProgress: () => undefined,
    ...(learnUntil !== undefined && { learnUntil }),
  }
  for await (const incident of incidentsOf([log], options)) await file.writeFile(`${JSON.stringify(incident)}\n`)
  await file.close()
}

/** The time of the first line of a session that is not for learning. */
async function endOfCleanPart(log: string, labels: string): Promise<number> {
  const held = new Set(
    (await readFile(labels, 'utf8'))
      .split('\n')
      .flatMap((line) => (line.endsWith(',test') ? [line.split(',')[0]] : [])),
  )
  for await (const line of createInterface({ input: createReadStream(log) })) {
    const session = /blk_-?\d+/.exec(line)?.[0]
    if (session === undefined || !held.has(session)) continue
    const [, y, mo, d, h, mi, s] = /^(\d\d)(\d\d)(\d\d) (\d\d)(\d\d)(\d\d)/.exec(line) ?? []
    return Date.parse(`20${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
  }
  throw new Error(`${log} holds no session of ${labels}`)
}

async function scoreSeries(from: string, into: string): Promise<void> {
  await mkdir(dirname(into), { recursive: true })
  const scorer = noveltyScorer()
  const [, ...lines] = (await readFile(from, 'utf8')).trimEnd().split(/\r?\n/)
  const scored = lines.map((line) => {
    const [timestamp, value] = line.split(',')
    return `${timestamp},${value},${scorer.score(Date.parse(`${timestamp.replace(' ', 'T')}Z`), Number(value))}`
  })
  const file = await open(into, 'w')
  await file.writeFile(`timestamp,value,anomaly_score\n${scored.join('\n')}\n`)
  await file.close()
}

async function logsIn(folder: string): Promise<string[]> {
  return (await readdir(join(data, folder))).filter((name) => name.endsWith('.log')).map((name) => name.slice(0, -4))
}

/** What each scorer prints. */
interface Scores {
  readonly loghub: { mean: Record<string, number> }
  readonly lines: { total: Record<string, number> }
  readonly cases: { pass: boolean; false: string[] }[]
  readonly sessions: { f1: number }
  readonly nab: { standard: { score: number } }
}

function score<Name extends keyof Scores>(name: Name, ...args: string[]): Scores[Name] {
  const [script, ...verb] = SCRIPTS[name]
  return JSON.parse(
    execFileSync('python3', [join(scorers, script), ...verb, ...args, '--json'], { encoding: 'utf8' }),
  ) as Scores[Name]
}

function row(name: string, value: number, reach?: number, beyond?: number): Row {
  return {
    name,
    value,
    unit: 'share',
    better: 'higher',
    ...(reach !== undefined && { reach }),
    ...(beyond !== undefined && { beyond }),
  }
}

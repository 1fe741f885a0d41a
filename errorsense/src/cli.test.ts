import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { command, main, startCommand } from '../../test/command.ts'
import { freePorts, listening, portOf } from '../../test/free-port.ts'
import { verbs } from './verbs/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'errorsense-cli-'))
chmodSync(folder, 0o755)
after(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Somebody who may not do everything, as root may. */
const nobody = process.getuid?.() === 0 ? 65_534 : undefined
const whyNoNobody =
  nobody !== undefined && spawnSync(process.execPath, [main, '--version'], { uid: nobody, gid: nobody }).status !== 0
    ? 'the account nobody may not read this checkout'
    : false
const asNobody = nobody === undefined ? {} : { user: nobody }

/** Fails with this code and one message for a person. */
async function refuses(args: string[], code: number, message: RegExp, options: Parameters<typeof command>[1] = {}) {
  const { code: exit, stderr } = await command(args, options)
  assert.match(stderr, message)
  assert.equal(exit, code, stderr)
  assert.doesNotMatch(stderr, /\n {4}at |unexpected failure/, 'no stack')
}

describe('help', () => {
  for (const { name, description } of verbs) {
    test(`${name} --help describes itself and has an example`, async () => {
      const { code, stdout, stderr } = await command([name, '--help'])
      assert.equal(code, 0)
      assert.equal(stderr, '')
      assert.match(stdout, new RegExp(`^Usage: errorsense ${name} `))
      assert.ok(stdout.replaceAll(/\s+/g, ' ').includes(description))
      assert.match(stdout, /\nExample:\n {2}\S/)
    })
  }

  test('--help names every verb, on standard output', async () => {
    const { code, stdout } = await command(['--help'])
    assert.equal(code, 0)
    for (const { name } of verbs) assert.match(stdout, new RegExp(`^ {2}${name} `, 'm'))
  })

  test('help VERB is VERB --help', async () => {
    const [long, short] = await Promise.all([command(['help', 'analyze']), command(['analyze', '--help'])])
    assert.deepEqual([long.code, long.stdout], [0, short.stdout])
  })

  test('--version says one', async () => {
    const { code, stdout } = await command(['--version'])
    assert.equal(code, 0)
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
  })

  test('a reader that leaves ends it quietly', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${main}" --help | true`])
    assert.equal(status, 0)
    assert.equal(String(stderr), '')
  })
})

describe('wrong use', () => {
  const cases: [name: string, args: string[], message: RegExp][] = [
    ['no arguments', [], /Usage: errorsense/],
    ['an unknown verb', ['frobnicate'], /unknown command 'frobnicate'[^]*--help/],
    ['a misspelt verb', ['analyse', 'x.log'], /Did you mean analyze\?/],
    ['an unknown option', ['parse', '--frobnicate', 'x'], /unknown option '--frobnicate'[^]*--help/],
    ['a missing file name', ['parse'], /missing required argument 'files'/],
    ['an unknown engine', ['parse', '--engine', 'warp', 'x'], /no engine "warp".*use .*--engine plain/],
    ['a wrong scenario', ['generate', '--scenario', 'frob'], /no scenario "frob": choose from error-burst/],
    ['a wrong time of a scenario', ['generate', '--scenario', 'scan@x'], /"x" is no duration: write .*90s/],
    ['a wrong rate', ['generate', '--rate', '-3'], /"-3" is no rate: write lines per second/],
    ['a wrong duration', ['generate', '--duration', 'soon'], /"soon" is no duration: write .*24h/],
    ['a wrong seed', ['generate', '--seed', '1.5'], /--seed 1\.5: write a whole number/],
    ['a wrong start', ['generate', '--start', 'monday'], /--start monday: write ISO 8601, for example/],
    ['a wrong end of learning', ['analyze', 'x', '--learn-until', 'noon'], /--learn-until noon: write ISO 8601/],
    ['a broken pattern', ['analyze', 'x', '--session', '('], /--session \( is no regular expression/],
    ['a series without file', ['score-series'], /needs a FILE, or -/],
  ]
  for (const [name, args, message] of cases) test(`${name} exits with 2`, () => refuses(args, 2, message))
})

describe('files that are no logs', () => {
  for (const verb of ['parse', 'analyze', 'score-series']) {
    test(`${verb} says that a file is missing, a directory, or damaged`, async () => {
      await refuses([verb, join(folder, 'missing.log')], 1, /missing\.log: no such file\. Check the spelling/)
      await refuses([verb, folder], 1, /is a directory: name the files in it/)
      await refuses([verb, file('plain.gz', 'not compressed\n')], 1, /plain\.gz is damaged, or not compressed/)
    })
  }

  test('a compressed file that ends early is damaged', async () => {
    const whole = gzipSync('2026-01-05T00:00:00Z INFO one line\n'.repeat(50_000))
    await refuses(
      ['analyze', file('half.log.gz', whole.subarray(0, whole.length / 2))],
      1,
      /half\.log\.gz is damaged.*unexpected end/,
    )
  })

  test('a file that may not be read says so', { skip: whyNoNobody }, async () => {
    const path = file('secret.log', 'a\n')
    chmodSync(path, 0o000)
    await refuses(['parse', path], 1, /secret\.log: no permission to read it/, asNobody)
  })
})

describe('any bytes', () => {
  const contents: Record<string, string | Uint8Array> = {
    'an empty file': '',
    'a picture': readFileSync(new URL('../../dashboard/public/icon-192.png', import.meta.url)),
    'a program': readFileSync(process.execPath).subarray(0, 300_000),
    'invalid UTF-8': Buffer.from('ok\nbad \xff\xfe \xc3(\n\xed\xa0\x80 half a pair\n', 'latin1'),
    'lines without time': 'hello world\nhello moon\n'.repeat(50),
    'carriage returns': '2026-01-05T00:00:00Z INFO a b\r\n\r\n2026-01-05T00:00:01Z INFO a c\r\nlone\rone\r\n',
    'truncated JSON': '{"time":"2026-01-05T00:00:00Z","level":"info","msg":"ok"}\n{"time":"2026-01-05T00:00:01Z","le',
    'blank lines': '\n\n  \n\t\n\n',
    'zero bytes': new Uint8Array(300_000),
    'a stack trace': 'ERROR no\n  at a (b.js:1:2)\n  at c (d.js:3:4)\nCaused by: e\n  at f (g.js:5:6)\n',
    'names of prototypes': '{"__proto__":{"a":1},"constructor":"x","level":"info","msg":"hi"}\nconstructor __proto__\n',
    'control characters': 'a \x1b]0;title\x07 \x1b[2J \u202e evil\n',
  }
  for (const [name, content] of Object.entries(contents)) {
    test(`${name}: parse accounts for every line, analyze ends`, async () => {
      const path = file('any.log', content)
      const rows = jsonLines<{ line: number; template: string }>((await ends(['parse', '--json', path])).stdout)
      assert.deepEqual(
        rows.map(({ line }) => line),
        Array.from({ length: physicalLines(Buffer.from(content)) }, (_, i) => i + 1),
      )
      jsonLines((await ends(['analyze', '--json', path])).stdout)
    })
  }

  test('nothing in a log reaches the terminal as a command', async () => {
    const path = file('hostile.log', contents['control characters'])
    for (const verb of ['parse', 'analyze'])
      assert.doesNotMatch((await ends([verb, path])).stdout, /(?!\n)\p{Cc}|\u202e/u, verb)
  })

  test('a line of 100 MB is one line, cut, in bounded memory', async () => {
    const path = file('long.log', 'first\n')
    truncateSync(path, 100_000_000)
    writeFileSync(path, '\nlast', { flag: 'a' })
    for (const verb of ['parse', 'analyze']) {
      const { stdout, peakMegabytes } = await ends([verb, '--json', path])
      assert.ok(peakMegabytes < 500, `${verb} took ${peakMegabytes} MB`)
      if (verb === 'parse') assert.equal(jsonLines(stdout).length, 3)
    }
    assert.match((await ends(['parse', '--quiet', path])).stdout, /^3 lines, 1 of them cut/)
  })

  test('standard input is read where the name is -', async () => {
    const { stdout } = await ends(['parse', '--json', '-'], { input: 'a 1\na 2\n' })
    assert.deepEqual(
      jsonLines<{ template: string }>(stdout).map(({ template }) => template),
      ['a <*>', 'a <*>'],
    )
  })
})

describe('analyze', () => {
  const attack = Array.from(
    { length: 80 },
    (_, i) =>
      `Jan  5 10:00:${String(i % 60).padStart(2, '0')} web sshd[${i}]: Failed password for root from 203.0.113.9\n`,
  ).join('')

  test('--json prints one incident per line', async () => {
    const { stdout } = await ends(['analyze', '--json', file('attack.log', attack)])
    const [incident] = jsonLines<{ kind: string; entities: { ip: string[] }; why: string; samples: string[] }>(stdout)
    assert.equal(incident.kind, 'brute_force')
    assert.deepEqual(incident.entities.ip, ['203.0.113.9'])
    assert.match(incident.why, /80 failures where 0 are usual/)
    assert.equal(incident.samples.length, 3)
  })

  test('--exit-code says by 3 that incidents were found', async () => {
    const codes = [
      ['--exit-code', file('attack.log', attack)],
      [file('attack.log', attack)],
      ['--exit-code', file('quiet.log', 'a\n')],
    ]
    const ended = await Promise.all(codes.map((args) => command(['analyze', ...args])))
    assert.deepEqual(
      ended.map(({ code }) => code),
      [3, 0, 0],
    )
  })

  test('says that no line tells a time', async () => {
    const { stdout } = await ends(['analyze', file('timeless.log', 'hello\nworld\n')])
    assert.match(stdout, /2 lines, no incidents\. No line tells a time/)
  })
})

describe('score-series', () => {
  test('prints the shipped threshold', async () => {
    const threshold = Number((await ends(['score-series', '--threshold'])).stdout)
    assert.ok(threshold > 0 && threshold <= 1)
  })

  test('gives every row a score, measured or not', async () => {
    const rows = 'timestamp,value\r\n2026-01-05 00:00:00,1\r\n2026-01-05 00:05:00,\r\n2026-01-05 00:10:00,3.5e2\r\n'
    const { stdout } = await ends(['score-series', file('good.csv', `\ufeff${rows}`)])
    assert.equal(
      stdout,
      'timestamp,value,anomaly_score\n2026-01-05 00:00:00,1,0\n2026-01-05 00:05:00,,0\n2026-01-05 00:10:00,3.5e2,0\n',
    )
  })

  const bad: [name: string, text: string, message: RegExp][] = [
    ['an empty file', '', /is empty: expected the header timestamp,value/],
    ['another header', 'time;x\n', /bad\.csv:1: expected the header timestamp,value, found "time;x"/],
    [
      'a word as number',
      'timestamp,value\n2026-01-05 00:00:00,1\n2026-01-05 00:01:00,one\n',
      /bad\.csv:3: "one" is no/,
    ],
    ['a word as time', 'timestamp,value\nmonday,1\n', /bad\.csv:2: "monday" is no time; write/],
  ]
  for (const [name, text, message] of bad)
    test(`${name} is told with its place`, () => refuses(['score-series', file('bad.csv', text)], 1, message))
})

describe('settings', () => {
  test('check-config says what a configuration would do', async () => {
    const { stdout } = await ends(['check-config', file('good.yaml', 'sources:\n  - file: /var/log/app.log\n')])
    assert.match(stdout, /read {5}\/var\/log\/app\.log\n.*good\.yaml is right\.\n$/)
  })

  test('a typo is told as file:line:column', async () => {
    const path = file('typo.yaml', 'sources:\n  - file: a.log\n    servce: shop\n')
    await refuses(['check-config', path], 2, /typo\.yaml:3:5: .*"servce"/)
    await refuses(['all'], 2, /typo\.yaml:3:5: .*"servce"/, { env: { CONFIG_FILE: path } })
  })

  test('analyze --config applies it, and tells its typos', async () => {
    const line = (second: number) =>
      `Jan  5 00:00:${String(second).padStart(2, '0')} web sshd[7]: Failed password for root from 203.0.113.9 port 50 ssh2\n`
    const log = file('attack.log', Array.from({ length: 40 }, (_, second) => line(second)).join(''))
    assert.match((await ends(['analyze', log, '--json'])).stdout, /203\.0\.113\.9/)
    const allow = file('allow.yaml', 'security:\n  allow: [203.0.113.0/24]\n')
    assert.equal((await ends(['analyze', log, '--json', '--config', allow])).stdout, '')
    await refuses(
      ['analyze', log, '--config', file('bad.yaml', 'security:\n  alow: []\n')],
      2,
      /bad\.yaml:2:3: .*"alow"/,
    )
  })

  test('rules are explained by check-config and applied by analyze', async () => {
    const rules = file(
      'rules.yaml',
      'rules:\n  - {name: paid, match: {template: no money}, threshold: {count: 3, within: 1m}}\n',
    )
    assert.match((await ends(['check-config', rules])).stdout, /rule {5}paid \(medium\): tells when 3 or more lines/)
    const line = (second: number) => `2026-01-05T00:00:0${second}Z ERROR shop no money for order ${second}\n`
    const log = file('money.log', [0, 1, 2, 3].map(line).join(''))
    const [incident] = (await ends(['analyze', log, '--json', '--config', rules])).stdout.trim().split('\n')
    const { kind, title, findings } = JSON.parse(incident) as {
      kind: string
      title: string
      findings: { seen: number }[]
    }
    assert.deepEqual([kind, title, findings[0].seen], ['rule', 'paid', 4])
  })

  test('analyze --steps counts what each sensitivity would tell', async () => {
    const line = (second: number) =>
      `${new Date(Date.UTC(2026, 0, 5, 0, 0, second)).toISOString()} INFO shop order placed\n`
    const log = file('quiet.log', Array.from({ length: 90 }, (_, second) => line(second)).join(''))
    const { stdout } = await ends(['analyze', log, '--steps'])
    assert.match(stdout, /^sensitivity +incidents +error-spike .*\nlow +0 +0.*\nnormal +0.*\nhigh +0.*\n$/)
    const steps = (await ends(['analyze', log, '--steps', '--json'])).stdout.trim().split('\n')
    assert.deepEqual(
      steps.map((step) => (JSON.parse(step) as { sensitivity: string }).sensitivity),
      ['low', 'normal', 'high'],
    )
    await refuses(['analyze', log, '--steps', '--diff', log], 2, /--steps reads three times/)
  })

  test('analyze --diff says what another configuration would change', async () => {
    const line = (second: number) => `2026-01-05T00:00:0${second}Z ERROR shop no money for order ${second}\n`
    const log = file('diff.log', [0, 1, 2, 3].map(line).join(''))
    const rule = (name: string) => file(`${name}.yaml`, `rules:\n  - {name: ${name}, match: {template: no money}}\n`)
    const { stdout } = await ends(['analyze', log, '--config', rule('one'), '--diff', rule('two'), '--json'])
    const changes = stdout
      .trim()
      .split('\n')
      .map((text) => {
        const { change, incident } = JSON.parse(text) as { change: string; incident: { title: string } }
        return [change, incident.title]
      })
    assert.deepEqual(changes, [
      ['disappears', 'one'],
      ['appears', 'two'],
    ])
    const same = await ends(['analyze', log, '--diff', rule('three')])
    assert.match(same.stdout, /no incidents now, 1 incident with .*three\.yaml: 1 would appear, 0 disappear\.\n$/)
    await refuses(['analyze'], 2, /name FILE\.\.\., or --from TIME/)
    await refuses(['analyze', log, '--from', '7d'], 2, /one of them/)
    await refuses(['analyze', '--from', '1d', '--to', '2d'], 2, /--from must be before --to/)
    await refuses(['analyze', '--from', 'monday'], 2, /--from monday: write ISO 8601/)
    await refuses(['analyze', '-', '--diff', rule('four')], 2, /reads twice/)
  })

  test('a configuration that is a directory, missing or no YAML says so', async () => {
    await refuses(['check-config', folder], 2, /can not be read: EISDIR/)
    await refuses(['check-config', join(folder, 'missing.yaml')], 2, /missing\.yaml can not be read: ENOENT/)
    await refuses(['check-config', file('broken.yaml', 'a: [\n')], 2, /broken\.yaml:\d+:\d+: /)
  })

  test('a wrong variable is named', async () => {
    await refuses(['all'], 2, /PORT: write a number/, { env: { PORT: 'http' } })
    await refuses(['process'], 2, /KAFKA_BROKER: "kafka" is not host:port/, { env: { KAFKA_BROKER: 'kafka' } })
  })

  test('a busy port is named with its setting', async () => {
    const taken = await listening()
    const port = String(portOf(taken))
    const env = { DATA_DIR: join(folder, 'busy'), COLLECTOR_PORT: port }
    await refuses(['collect'], 2, new RegExp(`${port}: the port is in use; choose another: COLLECTOR_PORT`), { env })
    taken.close()
  })
})

describe('the data directory', () => {
  test('that is a file is refused', () =>
    refuses(['collect'], 2, /DATA_DIR=.*a-file can not be used/, { env: { DATA_DIR: file('a-file', '') } }))

  test('that may not be written is refused', { skip: whyNoNobody }, async () => {
    const locked = join(folder, 'locked')
    mkdirSync(locked, { mode: 0o555 })
    const message = /DATA_DIR=.*locked.* can not be used: EACCES.*Set DATA_DIR to a directory this user may write/
    await refuses(['collect'], 2, message, { env: { DATA_DIR: locked }, ...asNobody })
    await refuses(['collect'], 2, message, { env: { DATA_DIR: join(locked, 'below') }, ...asNobody })
  })

  test('belongs to one process at a time', async () => {
    const [port] = await freePorts(1)
    const env = { DATA_DIR: join(folder, 'shared'), COLLECTOR_PORT: String(port) }
    const first = startCommand(['collect'], { env })
    await first.until(/collecting/)
    await refuses(['topics'], 1, /in use by another process: stop that one, set another DATA_DIR/, { env })
    assert.equal(await first.stop(), 0)
    assert.equal((await command(['topics'], { env })).code, 0)
  })
})

describe('a server that is not there', () => {
  const env = { KAFKA_BROKER: '127.0.0.1:1', CLICKHOUSE_URL: 'http://127.0.0.1:1', DATA_DIR: join(folder, 'alone') }
  const cases: [verb: string, env: Record<string, string>, message: RegExp][] = [
    ['collect', env, /Kafka at 127\.0\.0\.1:1 can not be reached: check KAFKA_BROKER.*attempt 3, trying again/],
    ['topics', env, /Kafka at 127\.0\.0\.1:1 can not be reached.*attempt 3/],
    ['migrate', env, /ClickHouse at 127\.0\.0\.1:1 can not be reached.*attempt 3/],
    ['process', env, /ClickHouse at 127\.0\.0\.1:1 can not be reached.*attempt 3/],
  ]
  for (const [verb, env, message] of cases) {
    test(`${verb} tries again until it is stopped`, { timeout: 60_000 }, async () => {
      const waiting = startCommand([verb], { env })
      await waiting.until(message)
      assert.ok([0, 130].includes(await waiting.stop()))
      assert.doesNotMatch(waiting.printed(), /\n {4}at /, 'no stack')
    })
  }
})

async function ends(args: string[], options: Parameters<typeof command>[1] = {}) {
  const ended = await command(args, options)
  assert.equal(ended.code, 0, ended.stderr)
  assert.equal(ended.stderr, '')
  return ended
}

function jsonLines<T>(text: string): T[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T)
}

function physicalLines(bytes: Buffer): number {
  const newlines = bytes.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0)
  return newlines + (bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0)
}

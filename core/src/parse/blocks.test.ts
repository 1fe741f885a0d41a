import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { nothing, readRecords, type Golden } from '../../test/fixtures/read-records.ts'
import { readableEngine } from '../readable-engine.ts'

const slowQuery = `# Time: 2026-11-21T10:00:00.123456Z
# User@Host: app[app] @ web1 [10.0.0.9]  Id:    12
# Query_time: 2.500000  Lock_time: 0.000100 Rows_sent: 1  Rows_examined: 1000
use shop;
SET timestamp=1795255197;
SELECT a FROM t
{ not json
WHERE id = 12;`

const traceback = `Traceback (most recent call last):
  File "a.py", line 3, in run
    go()
ValueError: no such thing 7`

const golden: Golden = [
  [
    'journald export',
    `__CURSOR=s=abc;i=1
__REALTIME_TIMESTAMP=1795255200123456
PRIORITY=3
_HOSTNAME=h2
_SYSTEMD_UNIT=ssh.service
SYSLOG_IDENTIFIER=sshd
_UID=0
MESSAGE=Failed password for root from 203.0.113.9 port 22 ssh2
`,
    {
      format: 'journal',
      time: '2026-11-21T10:00:00.123Z',
      level: 'error',
      service: 'sshd',
      host: 'h2',
      message: 'Failed password for root from 203.0.113.9 port 22 ssh2',
      shape: 'Failed password for <*> from <*> port <*> ssh2',
      ip: '203.0.113.9',
      user: 'root',
      lines: 9,
    },
  ],
  [
    'journald export with a value of two lines',
    `__CURSOR=s=abc;i=1
_SYSTEMD_UNIT=shop.service
MESSAGE
\u0009\u0000\u0000\u0000\u0000\u0000\u0000\u0000one 1
two
PRIORITY=6
`,
    { format: 'journal', level: 'info', service: 'shop', message: 'one 1\ntwo', shape: 'one <*> two', lines: 7 },
  ],
  [
    'JSON over lines',
    '{\r\n  "level": "error",\r\n  "msg": "pretty 7",\r\n  "user": {\r\n    "name": "bob"\r\n  }\r\n}',
    { format: 'json', level: 'error', message: 'pretty 7', shape: 'pretty <*>', user: 'bob', lines: 7 },
  ],
  [
    'slow query',
    slowQuery,
    {
      format: 'mysql-slow',
      time: '2026-11-21T10:00:00.123Z',
      message: 'SELECT a FROM t',
      latency: 2500,
      ip: '10.0.0.9',
      user: 'app',
      lines: 8,
    },
  ],
  [
    'parts of a container runtime',
    `2026-11-21T10:00:00.123456789Z stdout P {"level":"error","msg":"boom${' '}
2026-11-21T10:00:00.123456790Z stdout P 7","user":"bob",
2026-11-21T10:00:00.123456791Z stdout F "client_ip":"10.0.0.9"}`,
    {
      format: 'cri',
      time: '2026-11-21T10:00:00.123Z',
      level: 'error',
      message: 'boom \n2026-11-21T10:00:00.123456790Z stdout P 7',
      shape: 'boom <*>',
      ip: '10.0.0.9',
      user: 'bob',
      lines: 3,
    },
  ],
  [
    'java.util.logging',
    'Nov 21, 2026 3:16:01 PM com.acme.shop.Cart load\nSEVERE: no price for 7',
    {
      format: 'java-util-logging',
      time: '2026-11-21T15:16:01.000Z',
      level: 'error',
      component: 'com.acme.shop.Cart',
      message: 'no price for 7',
      shape: 'no price for <*>',
      lines: 2,
    },
  ],
  [
    'java.util.logging, newer',
    'Nov 21, 2026 3:16:01\u202fPM com.acme.shop.Cart <init>\r\nINFO: ready',
    {
      format: 'java-util-logging',
      time: '2026-11-21T15:16:01.000Z',
      level: 'info',
      component: 'com.acme.shop.Cart',
      message: 'ready',
      lines: 2,
    },
  ],
  [
    'console of .NET',
    'fail: Acme.Shop.Cart[14]\n      no price for 7\n      System.Exception: bad\n         at Acme.Shop.Cart.Load()',
    {
      format: 'dotnet-console',
      level: 'error',
      component: 'Acme.Shop.Cart',
      message: 'no price for 7',
      shape: 'no price for <*>',
      lines: 4,
    },
  ],
  [
    'traceback that no record began',
    traceback,
    {
      format: 'traceback',
      level: 'error',
      message: 'ValueError: no such thing 7',
      shape: 'ValueError: no such thing <*>',
      lines: 4,
    },
  ],
]

describe('a record that several lines tell together', () => {
  for (const [name, lines, told] of golden) {
    it(`tells its fields and no others: ${name}`, () => {
      const { message = '' } = told
      assert.deepEqual(readRecords(`${lines}\n`), [{ ...nothing, shape: message, message, ...told }])
    })

    it(`ends where it ends: ${name}`, () => {
      const records = readRecords(`2026-11-21 10:00:00 INFO one\n${lines}\n2026-11-21 10:00:01 INFO two\n`)
      const formats = records.map(({ format }) => format)
      assert.deepEqual(formats, ['text', told.format, 'text'])
    })

    it(`is cut with its chunk, and every line counted: ${name}`, () => {
      const all = `${lines}\nnext\n`
      for (let cut = 1; cut < all.length; cut += 7) {
        const engine = readableEngine({ text })
        for (const content of [all.slice(0, cut), all.slice(cut)]) {
          const lineCount = content.split('\n').length - (content.endsWith('\n') ? 1 : 0)
          const sum = readRecords(content, engine).reduce((lines, record) => lines + record.lines, 0)
          assert.equal(sum, lineCount)
        }
      }
    })
  }

  it('is one for each slow query, also where the time is not told again', () => {
    const again = slowQuery.split('\n').slice(1).join('\n')
    assert.deepEqual(
      readRecords(`${slowQuery}\n${again}\n${slowQuery}\n`).map(({ lines }) => lines),
      [8, 7, 8],
    )
  })

  it('is told apart from one of the other stream', () => {
    const records = readRecords(`2026-11-21T10:00:00.123456789Z stdout P one${' '}
2026-11-21T10:00:00.123456789Z stderr F other
2026-11-21T10:00:00.123456789Z stdout F two
`)
    assert.deepEqual(
      records.map(({ message }) => message.trim()),
      ['one', 'other', 'two'],
    )
  })

  it('is no longer than a line may be, and what is behind is read line by line', () => {
    const engine = readableEngine({ text, maxLineBytes: 1000 })
    const records = readRecords(`__CURSOR=x\n${'A=1\n'.repeat(400)}`, engine)
    assert.ok(records.length > 100)
    assert.equal(records[0].lines, 249)
  })

  it('begins a file of Windows too', () => {
    const [record] = readRecords('\uFEFF{"level":"info","msg":"x"}\r\n')
    assert.partialDeepStrictEqual(record, { format: 'json', message: 'x' })
  })
})

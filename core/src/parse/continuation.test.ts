import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { readRecords } from '../../test/fixtures/read-records.ts'
import { readableEngine } from '../readable-engine.ts'

interface Trace {
  readonly lines: string
  /** Message and level when no other record began it. */
  readonly alone: readonly [message: string, level: string]
  /** Begins a record of its own, whatever is before it. */
  readonly isOwn?: boolean
}

const traces: Readonly<Record<string, Trace>> = {
  Java: {
    lines: `java.lang.IllegalStateException: bad
	at com.acme.Bar.run(Bar.java:12)
	at java.base/java.lang.Thread.run(Thread.java:840)
	Suppressed: java.io.IOException: y
		at com.acme.X.y(X.java:1)
Caused by: java.io.IOException: x
	... 12 more`,
    alone: ['java.lang.IllegalStateException: bad', 'error'],
  },
  Python: {
    lines: `Traceback (most recent call last):
  File "a.py", line 3, in run
    go()
    ^^^^
app.errors.Failed: oops`,
    alone: ['app.errors.Failed: oops', 'error'],
  },
  Node: {
    lines: `TypeError: Cannot read properties of undefined
    at foo (/app/x.js:1:2) {
  code: 'E_X'
}

Node.js v24.1.0`,
    alone: ['TypeError: Cannot read properties of undefined', 'error'],
  },
  Go: {
    lines: `panic: runtime error: invalid memory address
[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x47]

goroutine 1 [running]:
main.load(0x1, {0xc000, 0x2})
	/src/main.go:12 +0x1d
github.com/acme/shop/(*Server).run(0xc0001)
	/src/server.go:40 +0x25
created by main.main in goroutine 1
	/src/main.go:50 +0x25
exit status 2`,
    alone: ['panic: runtime error: invalid memory address', 'fatal'],
    isOwn: true,
  },
  Rust: {
    lines: `thread 'main' panicked at src/main.rs:4:10:
no such thing
stack backtrace:
   0: rust_begin_unwind
             at /rustc/abc/library/std/src/panicking.rs:597:5
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace`,
    alone: ['no such thing', 'fatal'],
    isOwn: true,
  },
  '.NET': {
    lines: `System.InvalidOperationException: bad
 ---> System.IO.IOException: inner
   at Shop.Cart.Load(String id) in C:\\src\\Cart.cs:line 12
   --- End of inner exception stack trace ---
--- End of stack trace from previous location ---
   at System.Runtime.X()`,
    alone: ['System.InvalidOperationException: bad', 'error'],
  },
  PHP: {
    lines: `PHP Fatal error:  Uncaught Exception: bad in /srv/a.php:12
Stack trace:
#0 /srv/b.php(3): foo()
#1 {main}
  thrown in /srv/a.php on line 12`,
    alone: ['Uncaught Exception: bad in /srv/a.php:12', 'error'],
    isOwn: true,
  },
  Ruby: {
    lines: `RuntimeError (bad thing):

app/models/a.rb:12:in \`go'
app/controllers/b.rb:3:in \`show'`,
    alone: ['RuntimeError (bad thing):', 'error'],
  },
  'Ruby on a terminal': {
    lines: `a.rb:1:in 'foo': bad thing (RuntimeError)
	from a.rb:5:in 'bar'
	from a.rb:9:in '<main>'`,
    alone: ["a.rb:1:in 'foo': bad thing (RuntimeError)", 'error'],
    isOwn: true,
  },
  Elixir: {
    lines: `** (RuntimeError) bad
    (app 0.1.0) lib/a.ex:3: A.go/1`,
    alone: ['** (RuntimeError) bad', 'error'],
    isOwn: true,
  },
}

const headers = [
  '2026-11-21 10:00:00,123 ERROR [main] com.acme.Foo - ',
  'ERROR:app:',
  '{"level":"error","msg":"',
] as const
const after = (header: string, words: string): string => header + words + (header.startsWith('{') ? '"}' : '')

describe('the lines of a trace', () => {
  for (const [name, { lines, alone, isOwn = false }] of Object.entries(traces)) {
    const count = lines.split('\n').length

    for (const header of headers) {
      it(`stay with the record that tells of it, and no others: ${name}, ${header}`, () => {
        const said = ['this failed', 'that failed too', 'all failed'].map((words) => after(header, words))
        const records = readRecords([...said, lines, after(header, 'again'), ''].join('\n'))
        assert.deepEqual(
          records.map((record) => record.lines),
          isOwn ? [1, 1, 1, count, 1] : [1, 1, count + 1, 1],
        )
      })
    }

    it(`are a record of their own where all was well before: ${name}`, () => {
      for (const before of ['2026-11-21 10:00:00 INFO started', 'all is well']) {
        const records = readRecords(`${before}\n${lines}\nall is well\n`)
        assert.deepEqual(
          records.map((record) => record.lines),
          [1, count, 1],
        )
        assert.deepEqual([records[1].message, records[1].level], alone)
      }
    })

    it(`end with CR and LF as well: ${name}`, () => {
      const records = readRecords(`all is well\r\n${lines.replaceAll('\n', '\r\n')}\r\nall is well\r\n`)
      assert.deepEqual(
        records.map((record) => record.lines),
        [1, count, 1],
      )
      assert.equal(records[1].message, alone[0])
    })
  }

  it('cut off from their record are all one statement', () => {
    const engine = readableEngine({ text })
    readRecords('2026-11-21 10:00:00 ERROR failed\njava.io.IOException: x\n', engine)
    const rest = '\tat com.acme.Bar.run(Bar.java:12)\n\tat com.acme.Bar.go(Bar.java:1)\n\t... 12 more\n'
    const records = readRecords(`${rest}2026-11-21 10:00:01 INFO fine\n`, engine)
    assert.deepEqual(
      records.map(({ format, shape, lines }) => [format, shape, lines]),
      [
        ['continued', '(continued)', 3],
        ['text', 'fine', 1],
      ],
    )
  })

  it('of Python end with the exception, whatever follows', () => {
    const { lines } = traces['Python'] ?? assert.fail()
    const records = readRecords(`${headers[0]}failed\n${lines}\nValue: not of the trace\n`)
    assert.deepEqual(
      records.map((record) => record.lines),
      [6, 1],
    )
  })
})

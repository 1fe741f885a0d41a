import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readOne, type Golden } from '../../test/fixtures/read-records.ts'

const golden: Golden = [
  ['not JSON after all', '{oops] value 12', { format: 'plain', message: '{oops] value 12' }],
  [
    'logfmt',
    'time=2026-11-21T10:00:00Z level=warn msg="slow query" duration_ms=1500 user=bob trace_id=abc123 status=500 client_ip=10.3.2.1',
    {
      format: 'logfmt',
      time: '2026-11-21T10:00:00.000Z',
      level: 'warn',
      message: 'slow query',
      latency: 1500,
      user: 'bob',
      session: 'abc123',
      status: 500,
      ip: '10.3.2.1',
    },
  ],
  ['logfmt with units', 'ts=1795255200 lvl=info msg=done elapsed=1.2s', { latency: 1200 }],
  [
    'router logfmt',
    'at=info method=GET path="/x/12" host=a.b.com request_id=9f8e7d6c fwd="1.2.3.4" connect=1ms service=18ms status=200',
    { format: 'logfmt', level: 'info', latency: 18, status: 200, session: '9f8e7d6c' },
  ],
  [
    'common access log',
    '10.0.0.1 - alice [21/Nov/2026:10:00:00 +0100] "GET /api/users/123?x=1 HTTP/1.1" 200 512',
    {
      format: 'access',
      time: '2026-11-21T09:00:00.000Z',
      ip: '10.0.0.1',
      user: 'alice',
      status: 200,
      level: 'info',
      message: 'GET /api/users/123?x=1 HTTP/1.1',
      shape: 'GET /api/users/<*> HTTP 2xx',
    },
  ],
  [
    'combined with request time',
    '2001:db8::7 - - [21/Nov/2026:10:00:00 +0000] "POST /login HTTP/2.0" 401 150 "-" "Mozilla/5.0 (X11)" 0.250',
    { ip: '2001:db8::7', status: 401, latency: 250, level: 'warn', shape: 'POST /login HTTP 4xx' },
  ],
  [
    'access log of a virtual host',
    'shop.example:443 10.0.0.1 - - [21/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 500 1 "-" "-" rt=0.012',
    { host: 'shop.example', ip: '10.0.0.1', latency: 12, level: 'error' },
  ],
  [
    'broken request',
    '10.0.0.1 - - [21/Nov/2026:10:00:00 +0000] "\\x16\\x03\\x01" 400 150 "-" "-"',
    { shape: 'bad request 4xx', status: 400 },
  ],
  [
    'a scan makes one shape',
    '10.0.0.1 - - [21/Nov/2026:10:00:00 +0000] "GET /wp-login.php HTTP/1.1" 404 150',
    { shape: 'GET <*> HTTP 4xx' },
  ],
  [
    'CRI around JSON',
    '2026-11-21T10:00:00.123456789Z stdout F {"level":"error","msg":"boom"}',
    { format: 'cri', level: 'error', message: 'boom', time: '2026-11-21T10:00:00.123Z' },
  ],
  [
    'syslog around JSON',
    'Nov 21 10:00:00 h1 app[7]: {"level":"error","msg":"boom"}',
    { format: 'syslog', host: 'h1', service: 'app', level: 'error', message: 'boom' },
  ],
  [
    'syslog around an access log',
    '<190>Nov 21 10:00:00 lb nginx: 10.9.8.7 - - [21/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5',
    { service: 'nginx', ip: '10.9.8.7', status: 200, message: 'GET /a HTTP/1.1' },
  ],
  [
    'failed login',
    'Nov 21 10:00:00 h sshd[7]: Failed password for invalid user admin from 203.0.113.9 port 4242 ssh2',
    {
      service: 'sshd',
      user: 'admin',
      ip: '203.0.113.9',
      shape: 'Failed password for invalid user <*> from <*> port <*> ssh2',
    },
  ],
  [
    'failed login of a known user',
    'Nov 21 10:00:00 h sshd[7]: Failed password for root from 203.0.113.9 port 4242 ssh2',
    { user: 'root', ip: '203.0.113.9' },
  ],
  [
    'PAM',
    'Nov 21 10:00:00 h sshd(pam_unix)[7]: authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.9  user=root',
    { service: 'sshd', component: 'sshd', user: 'root', ip: '203.0.113.9' },
  ],
  ['nobody named', 'Nov 21 10:00:00 h sshd[7]: check pass; user unknown', { user: '' }],
  [
    'nginx error',
    '2026/11/21 10:00:00 [error] 12#12: *7 open() "/srv/x" failed, client: 10.4.4.4, server: a.b, request: "GET / HTTP/1.1"',
    { level: 'error', ip: '10.4.4.4' },
  ],
  ['duration in words', '2026-11-21 10:00:00 INFO job 17 took 350 ms', { latency: 350 }],
  ['duration in seconds', '2026-11-21 10:00:00 INFO request completed in 1.5s', { latency: 1500 }],
  ['trace in words', '2026-11-21 10:00:00 INFO handled request_id=7f6e5d4c ok', { session: '7f6e5d4c' }],
  ['level in the message', 'Nov 21 10:00:00 h app[1]: error: no space left', { level: 'error' }],
  [
    'colours',
    '\u001B[90m2026-11-21 10:00:00\u001B[0m \u001B[32mINFO\u001B[0m worker started',
    { level: 'info', message: 'worker started', shape: 'worker started' },
  ],
  ['nothing known', 'hello world', { format: 'plain', message: 'hello world', level: '', service: 'app' }],
]

describe('a single line, nothing learnt before', () => {
  for (const [name, line, told] of golden) {
    it(`tells its fields: ${name}`, () => {
      assert.partialDeepStrictEqual(readOne(line), told)
    })
  }
})

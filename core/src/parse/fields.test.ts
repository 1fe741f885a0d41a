import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { plainEngine } from '../plain-engine.ts'
import { levels } from '../record.ts'

interface Told {
  format?: string
  time?: string
  level?: string
  service?: string
  host?: string
  message?: string
  shape?: string
  component?: string
  latency?: number
  status?: number
  ip?: string
  user?: string
  session?: string
}

const golden: readonly (readonly [name: string, line: string, told: Told])[] = [
  [
    'pino',
    '{"level":30,"time":1795255200123,"pid":1,"hostname":"web-1","name":"checkout","reqId":"r-81","msg":"order 5512 done","responseTime":12.5}',
    {
      format: 'json',
      time: '2026-11-21T10:00:00.123Z',
      level: 'info',
      service: 'checkout',
      host: 'web-1',
      message: 'order 5512 done',
      shape: 'order <*> done',
      latency: 12.5,
      session: 'r-81',
    },
  ],
  [
    'pino-http',
    '{"level":50,"time":1795255200123,"req":{"method":"GET","url":"/a","remoteAddress":"::ffff:10.0.0.7"},"res":{"statusCode":503},"responseTime":31,"msg":"request errored"}',
    { level: 'error', status: 503, latency: 31, ip: '10.0.0.7', message: 'request errored' },
  ],
  [
    'bunyan',
    '{"name":"api","hostname":"h","pid":1,"level":40,"msg":"slow","time":"2026-11-21T10:00:00.000Z","v":0}',
    { service: 'api', level: 'warn', host: 'h', time: '2026-11-21T10:00:00.000Z' },
  ],
  [
    'winston',
    '{"level":"warn","message":"low disk","service":"files","timestamp":"2026-11-21T10:00:00.000Z"}',
    { level: 'warn', message: 'low disk', service: 'files' },
  ],
  [
    'ECS',
    '{"@timestamp":"2026-11-21T10:00:00.000Z","log.level":"error","message":"payment failed","service":{"name":"payments"},"trace":{"id":"0af7651916cd43dd"},"event":{"duration":1500000000},"client":{"ip":"10.1.2.3"},"user":{"name":"alice"},"host":{"name":"n1"},"http":{"response":{"status_code":502}}}',
    {
      level: 'error',
      message: 'payment failed',
      service: 'payments',
      session: '0af7651916cd43dd',
      latency: 1500,
      ip: '10.1.2.3',
      user: 'alice',
      host: 'n1',
      status: 502,
    },
  ],
  [
    'OpenTelemetry',
    '{"resource":{"attributes":{"service.name":"cart"}},"severityNumber":17,"body":"no redis","traceId":"5b8aa5a2d2c872e8","timeUnixNano":"1795255200123000000","attributes":{"http.status_code":500}}',
    {
      service: 'cart',
      level: 'error',
      message: 'no redis',
      session: '5b8aa5a2d2c872e8',
      time: '2026-11-21T10:00:00.123Z',
      status: 500,
    },
  ],
  [
    'zap',
    '{"level":"info","ts":1795255200.25,"logger":"http","caller":"x.go:12","msg":"served","duration":0.0123,"status":200,"remote_addr":"10.0.0.9:4412"}',
    { component: 'http', time: '2026-11-21T10:00:00.250Z', latency: 12.3, status: 200, ip: '10.0.0.9' },
  ],
  [
    'logrus',
    '{"level":"fatal","msg":"no config","time":"2026-11-21T10:00:00+01:00"}',
    { level: 'fatal', time: '2026-11-21T09:00:00.000Z' },
  ],
  [
    'Serilog',
    '{"@t":"2026-11-21T10:00:00.1234567Z","@mt":"User {Name} came","@l":"Warning","SourceContext":"Acme.Auth","Elapsed":3.5}',
    { level: 'warn', shape: 'User {Name} came', component: 'Acme.Auth', latency: 3.5 },
  ],
  [
    'GELF',
    '{"version":"1.1","host":"example.org","short_message":"it broke","timestamp":1795255200.25,"level":3,"_user_id":"u9","_took_ms":7}',
    { level: 'error', host: 'example.org', message: 'it broke', user: 'u9', latency: 7 },
  ],
  [
    'journald',
    '{"__REALTIME_TIMESTAMP":"1795255200123456","PRIORITY":"4","SYSLOG_IDENTIFIER":"sshd","_HOSTNAME":"h2","MESSAGE":"timeout"}',
    { level: 'warn', service: 'sshd', host: 'h2', message: 'timeout', time: '2026-11-21T10:00:00.123Z' },
  ],
  [
    'Docker around text',
    '{"log":"2026-11-21 10:00:00,123 WARN  [main] com.acme.Foo - cache miss for key 81\\n","stream":"stdout","time":"2026-11-21T10:00:00.2Z"}',
    { level: 'warn', message: 'cache miss for key 81', component: 'com.acme.Foo', shape: 'cache miss for key <*>' },
  ],
  [
    'escapes',
    '{"level":"info","msg":"say \\"hi\\" to \\u00e9lan 77"}',
    { message: 'say \\"hi\\" to \\u00e9lan 77', shape: 'say "hi" to élan <*>' },
  ],
  ['UTF-8', '{"level":"info","msg":"café número 77"}', { message: 'café número 77', shape: 'café número <*>' }],
  [
    'hostile keys',
    '{"__proto__":{"level":"error"},"constructor":"x","level":"info","msg":"ok"}',
    { level: 'info', message: 'ok' },
  ],
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

function read(line: string): Required<Told> {
  const engine = plainEngine({ text })
  const bytes = text.bytes(`${line}\n`)
  const batch = engine.read({ source: '/var/log/app.log', service: '', bytes, receivedAt: Date.UTC(2026, 10, 22, 12) })
  const span = (start: Uint32Array, end: Uint32Array): string => text.utf8(bytes, start[0], end[0])
  const shape = engine.shapes[batch.shape[0]]
  return {
    format: engine.formats[batch.format[0]],
    time: Number.isNaN(batch.time[0]) ? '' : new Date(batch.time[0]).toISOString(),
    level: levels[batch.level[0]],
    service: engine.names[batch.service[0]],
    host: engine.names[batch.host[0]],
    message: span(batch.messageStart, batch.messageEnd),
    shape: shape.tokens.join(''),
    component: shape.component,
    latency: Math.round(batch.latency[0] * 1000) / 1000,
    status: batch.status[0],
    ip: span(batch.ipStart, batch.ipEnd),
    user: span(batch.userStart, batch.userEnd),
    session: span(batch.sessionStart, batch.sessionEnd),
  }
}

describe('a single line, nothing learnt before', () => {
  for (const [name, line, told] of golden) {
    it(`tells its fields: ${name}`, () => {
      assert.partialDeepStrictEqual(read(line), told)
    })
  }
})

/** A line of every server's own format; what a case does not list must not be told. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nothing, readOne, type Golden } from '../../test/fixtures/read-records.ts'

const golden: Golden = [
  [
    'PostgreSQL, a slow statement',
    '2026-11-21 10:00:00.123 UTC [1234] LOG:  duration: 1520.123 ms  statement: SELECT * FROM t WHERE id = 12',
    {
      format: 'postgres',
      time: '2026-11-21T10:00:00.123Z',
      level: 'info',
      message: 'duration: 1520.123 ms  statement: SELECT * FROM t WHERE id = 12',
      shape: 'duration: <*> ms statement: SELECT * FROM t WHERE id = <*>',
      latency: 1520.123,
    },
  ],
  [
    'PostgreSQL with user and database',
    '2026-11-21 10:00:00.123 UTC [1234] app@shop ERROR:  duplicate key value violates unique constraint "users_pkey"',
    {
      format: 'postgres',
      time: '2026-11-21T10:00:00.123Z',
      level: 'error',
      message: 'duplicate key value violates unique constraint "users_pkey"',
      user: 'app',
    },
  ],
  [
    'PostgreSQL of Amazon',
    '2026-11-21 10:00:00 UTC:10.0.0.3(5432):app@shop:[1234]:FATAL:  password authentication failed for user "app"',
    {
      format: 'postgres',
      time: '2026-11-21T10:00:00.000Z',
      level: 'fatal',
      message: 'password authentication failed for user "app"',
      ip: '10.0.0.3',
      user: 'app',
    },
  ],
  [
    'PostgreSQL with named prefix',
    '2026-11-21 10:00:00.123 CET [1234-1] user=app,db=shop,app=psql,client=10.0.0.9 LOG:  connection authorized: user=app database=shop',
    {
      format: 'postgres',
      time: '2026-11-21T09:00:00.123Z',
      level: 'info',
      message: 'connection authorized: user=app database=shop',
      ip: '10.0.0.9',
      user: 'app',
    },
  ],
  [
    'Redis',
    '1234:C 21 Nov 2026 10:00:00.123 # Warning: no config file specified',
    { format: 'redis', time: '2026-11-21T10:00:00.123Z', level: 'warn', message: 'Warning: no config file specified' },
  ],
  [
    'Linux audit',
    String.raw`type=USER_LOGIN msg=audit(1795255200.123:456): pid=1 uid=0 auid=1000 ses=1 msg='op=login acct="bob" exe="/usr/sbin/sshd" hostname=? addr=203.0.113.9 terminal=ssh res=failed'`,
    {
      format: 'audit',
      time: '2026-11-21T10:00:00.123Z',
      component: 'USER_LOGIN',
      message: String.raw`pid=1 uid=0 auid=1000 ses=1 msg='op=login acct="bob" exe="/usr/sbin/sshd" hostname=? addr=203.0.113.9 terminal=ssh res=failed'`,
      shape: String.raw`pid=<*> uid=<*> auid=<*> ses=<*> msg='<*>'`,
      ip: '203.0.113.9',
      user: 'bob',
      session: '456',
    },
  ],
  [
    'CEF',
    'CEF:0|Security|threatmanager|1.0|100|worm successfully stopped|10|src=10.0.0.1 dst=2.1.2.2 spt=1232 suser=bob duser=al msg=some thing here',
    {
      format: 'cef',
      level: 'fatal',
      service: 'threatmanager',
      message: 'worm successfully stopped',
      ip: '10.0.0.1',
      user: 'bob',
    },
  ],
  [
    'application load balancer',
    'https 2026-11-21T10:00:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.com:443/a/12 HTTP/1.1" "curl/7.46.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:us-east-2:1:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337281-1d84f3d73c47ec4e58577259" "www.example.com" "arn:aws:acm:us-east-2:1:certificate/1" 1 2026-11-21T10:00:00.048000Z "authenticate,forward" "-" "-" "10.0.0.1:80" "200" "-" "-"',
    {
      format: 'aws-elb',
      time: '2026-11-21T10:00:00.186Z',
      level: 'info',
      host: 'app/my-loadbalancer/50dc6c495c0c9188',
      component: 'http',
      message: 'GET https://www.example.com:443/a/12 HTTP/1.1',
      shape: 'GET /a/<*> HTTP 2xx',
      latency: 171,
      status: 200,
      ip: '192.168.131.39',
      session: '1-58337281-1d84f3d73c47ec4e58577259',
    },
  ],
  [
    'classic load balancer without a server',
    '2026-11-21T10:00:00.945958Z my-loadbalancer 192.168.131.39:2817 - -1 -1 -1 503 0 0 29 "GET http://www.example.com:80/ HTTP/1.1" "curl/7.38.0" - -',
    {
      format: 'aws-elb',
      time: '2026-11-21T10:00:00.945Z',
      level: 'error',
      host: 'my-loadbalancer',
      component: 'http',
      message: 'GET http://www.example.com:80/ HTTP/1.1',
      shape: 'GET / HTTP 5xx',
      status: 503,
      ip: '192.168.131.39',
    },
  ],
  [
    'HAProxy behind syslog',
    'Nov 21 10:00:00 localhost haproxy[14389]: 10.0.1.2:33317 [21/Nov/2026:10:00:00.655] http-in static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 {1wt.eu} {} "GET /index.html HTTP/1.1"',
    {
      format: 'syslog',
      time: '2026-11-21T10:00:00.000Z',
      level: 'info',
      service: 'static',
      host: 'localhost',
      component: 'http',
      message: 'GET /index.html HTTP/1.1',
      shape: 'GET /index.html HTTP 2xx',
      latency: 109,
      status: 200,
      ip: '10.0.1.2',
    },
  ],
  [
    'Squid',
    '1795255200.309    921 192.168.0.68 TCP_MISS/200 507 POST http://rcv.example/services - DIRECT/174.129.41.128 application/xml',
    {
      format: 'squid',
      time: '2026-11-21T10:00:00.309Z',
      level: 'info',
      component: 'http',
      message: 'POST http://rcv.example/services',
      shape: 'POST /services HTTP 2xx',
      latency: 921,
      status: 200,
      ip: '192.168.0.68',
    },
  ],
  [
    'Squid, denied',
    '1795255200.309     12 192.168.0.68 TCP_DENIED/407 507 CONNECT a.example:443 bob HIER_NONE/- text/html',
    {
      format: 'squid',
      time: '2026-11-21T10:00:00.309Z',
      level: 'warn',
      component: 'http',
      message: 'CONNECT a.example:443',
      shape: 'CONNECT <*> HTTP 4xx',
      latency: 12,
      status: 407,
      ip: '192.168.0.68',
      user: 'bob',
    },
  ],
  [
    'uvicorn',
    'INFO:     127.0.0.1:51234 - "GET /items/12 HTTP/1.1" 200 OK',
    {
      format: 'uvicorn',
      level: 'info',
      component: 'http',
      message: 'GET /items/12 HTTP/1.1',
      shape: 'GET /items/<*> HTTP 2xx',
      status: 200,
      ip: '127.0.0.1',
    },
  ],
  [
    'Envoy of Istio',
    '[2020-11-25T21:26:18.409Z] "GET /status/418 HTTP/1.1" 418 - via_upstream - "-" 0 135 3 1 "-" "curl/7.73.0-DEV" "84961386-6d84-929d-98bd-c5aee93b5c88" "httpbin:8000" "127.0.0.1:80" outbound|8000||httpbin.foo.svc.cluster.local 10.44.1.27:37652 10.0.45.184:8000 10.44.1.23:46520 - default',
    {
      format: 'envoy',
      time: '2020-11-25T21:26:18.409Z',
      level: 'warn',
      component: 'http',
      message: 'GET /status/418 HTTP/1.1',
      shape: 'GET /status/<*> HTTP 4xx',
      latency: 3,
      status: 418,
      session: '84961386-6d84-929d-98bd-c5aee93b5c88',
    },
  ],
  [
    'Envoy',
    '[2016-04-15T20:17:00.310Z] "POST /api/v1/locations HTTP/2" 204 - 154 0 226 100 "10.0.35.28, 10.0.0.1" "nsq2http" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "locations" "tcp://10.0.2.1:80"',
    {
      format: 'envoy',
      time: '2016-04-15T20:17:00.310Z',
      level: 'info',
      component: 'http',
      message: 'POST /api/v1/locations HTTP/2',
      shape: 'POST /api/v1/locations HTTP 2xx',
      latency: 226,
      status: 204,
      ip: '10.0.35.28',
      session: 'cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2',
    },
  ],
  [
    'object storage of Amazon',
    '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be awsexamplebucket1 [06/Feb/2019:00:00:38 +0000] 192.0.2.3 bob 3E57427F3EXAMPLE REST.GET.VERSIONING - "GET /awsexamplebucket1?versioning HTTP/1.1" 200 - 113 - 7 - "-" "S3Console/0.4" - s9lzHYrFp76ZVxRcpX9+5cjAnEH2ROuNkd2BHfIa6UkFVdtjf5mKR3/eTPFvsiP/XV/VLi31234= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader',
    {
      format: 'aws-s3',
      time: '2019-02-06T00:00:38.000Z',
      level: 'info',
      host: 'awsexamplebucket1',
      component: 'http',
      message: 'GET /awsexamplebucket1?versioning HTTP/1.1',
      shape: 'GET /<*> HTTP 2xx',
      latency: 7,
      status: 200,
      ip: '192.0.2.3',
      user: 'bob',
      session: '3E57427F3EXAMPLE',
    },
  ],
  [
    'gin',
    '[GIN] 2026/11/21 - 10:00:00 | 200 |      45.123µs |       127.0.0.1 | GET      "/ping/12"',
    {
      format: 'gin',
      time: '2026-11-21T10:00:00.000Z',
      level: 'info',
      component: 'http',
      message: 'GET      "/ping/12',
      shape: 'GET /ping/<*> HTTP 2xx',
      latency: 0.045,
      status: 200,
      ip: '127.0.0.1',
    },
  ],
  [
    'morgan dev',
    'GET /a/12 404 12.345 ms - 15',
    {
      format: 'morgan',
      level: 'warn',
      component: 'http',
      message: 'GET /a/12',
      shape: 'GET <*> HTTP 4xx',
      latency: 12.345,
      status: 404,
    },
  ],
  [
    'morgan short',
    '::1 - GET /a HTTP/1.1 200 15 - 12.5 ms',
    {
      format: 'morgan',
      level: 'info',
      component: 'http',
      message: 'GET /a',
      shape: 'GET /a HTTP 2xx',
      latency: 12.5,
      status: 200,
      ip: '::1',
    },
  ],
  [
    'Rails',
    'Started GET "/users/12" for 10.0.0.1 at 2026-11-21 10:00:00 +0000',
    {
      format: 'rails',
      time: '2026-11-21T10:00:00.000Z',
      component: 'http',
      message: 'GET "/users/12',
      shape: 'GET /users/<*> HTTP -',
      ip: '10.0.0.1',
    },
  ],
  [
    'Apache error',
    '[Sat Nov 21 10:00:00.123456 2026] [core:error] [pid 12:tid 140] [client 10.5.5.5:4242] AH00126: Invalid URI in request GET /x HTTP/1.0',
    {
      format: 'apache-error',
      time: '2026-11-21T10:00:00.123Z',
      level: 'error',
      component: 'core',
      message: '[client 10.5.5.5:4242] AH00126: Invalid URI in request GET /x HTTP/1.0',
      shape: '[client <*>] <*>: Invalid URI in request GET <*> <*>',
      ip: '10.5.5.5',
    },
  ],
  [
    'Apache error about an address of IPv6',
    '[Sat Nov 21 10:00:00.123456 2026] [auth_basic:error] [pid 12] [client 2001:db8::7:4242] AH01618: user bob not found: /private',
    {
      format: 'apache-error',
      time: '2026-11-21T10:00:00.123Z',
      level: 'error',
      component: 'auth_basic',
      message: '[client 2001:db8::7:4242] AH01618: user bob not found: /private',
      shape: '[client <*>] <*>: user <*> not found: <*>',
      ip: '2001:db8::7',
      user: 'bob',
    },
  ],
  [
    'Apache error of old',
    '[Sat Nov 21 10:00:00 2026] [error] [client 10.5.5.5] File does not exist: /var/www/x',
    {
      format: 'apache-error',
      time: '2026-11-21T10:00:00.000Z',
      level: 'error',
      message: '[client 10.5.5.5] File does not exist: /var/www/x',
      shape: '[client <*>] File does not exist: <*>',
      ip: '10.5.5.5',
    },
  ],
  [
    'IIS',
    '2026-11-21 10:00:00 10.0.0.2 GET /default.aspx q=1 80 bob 10.0.0.9 Mozilla/5.0+(Windows) https://ref/ 200 0 0 312',
    {
      format: 'iis',
      time: '2026-11-21T10:00:00.000Z',
      level: 'info',
      component: 'http',
      message: 'GET /default.aspx',
      shape: 'GET /default.aspx HTTP 2xx',
      latency: 312,
      status: 200,
      ip: '10.0.0.9',
      user: 'bob',
    },
  ],
  [
    'IIS with all columns',
    '2026-11-21 10:00:00 W3SVC1 WEB1 10.0.0.2 GET /default.aspx - 80 - 10.0.0.9 HTTP/1.1 Mozilla/5.0 - - a.example 404 0 2 1500 300 31',
    {
      format: 'iis',
      time: '2026-11-21T10:00:00.000Z',
      level: 'warn',
      component: 'http',
      message: 'GET /default.aspx',
      shape: 'GET <*> HTTP 4xx',
      latency: 31,
      status: 404,
      ip: '10.0.0.9',
    },
  ],
  [
    'IIS without time taken',
    '2026-11-21 10:00:00 10.0.0.2 GET /default.aspx q=1 80 - 10.0.0.9 Mozilla/5.0+(Windows) 500 0 0',
    {
      format: 'iis',
      time: '2026-11-21T10:00:00.000Z',
      level: 'error',
      component: 'http',
      message: 'GET /default.aspx',
      shape: 'GET /default.aspx HTTP 5xx',
      status: 500,
      ip: '10.0.0.9',
    },
  ],
  [
    'CloudFront',
    '2019-12-04	21:02:31	LAX1	392	192.0.2.100	GET	d111111abcdef8.cloudfront.net	/index.html	200	-	Mozilla/5.0%20(Windows)	-	-	Hit	SOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ==	d111111abcdef8.cloudfront.net	https	23	0.001	-	TLSv1.2',
    {
      format: 'cloudfront',
      time: '2019-12-04T21:02:31.000Z',
      level: 'info',
      host: 'd111111abcdef8.cloudfront.net',
      component: 'http',
      message: 'GET	d111111abcdef8.cloudfront.net	/index.html',
      shape: 'GET /index.html HTTP 2xx',
      latency: 1,
      status: 200,
      ip: '192.0.2.100',
      session: 'SOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ==',
    },
  ],
]

const REST = '10.0.0.1 - - [21/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5'

/** What nginx, Apache and others append, and the ms it stands for. */
const requestTimes: readonly (readonly [tail: string, ms: number])[] = [
  [' 0.005', 5],
  [' "-" "curl/7" 0.005', 5],
  [' "-" "curl/7" "10.9.9.9" 0.005 0.004', 5],
  [' "-" "curl/7" "10.9.9.9" "0.005"', 5],
  [' "-" "curl/7" 0.005 "-"', 5],
  [' "-" "curl/7" 123456', 123.456],
  [' "-" "curl/7" rt=0.100 uct="0.000" urt="0.090"', 100],
  [' "-" "curl/7" request_time: 0.1', 100],
  [' "-" "curl/7" 12 "web@docker" "http://10.0.0.9:80" 5ms', 5],
  [' "-" "curl/7" 812 0.123 [shop-80] [] 10.0.0.2:80 5 0.120 200 abcdef', 123],
  [' "-" "0.9"', Number.NaN],
  ['', Number.NaN],
]

describe('a line of a server', () => {
  for (const [name, line, told] of golden) {
    it(`tells its fields and no others: ${name}`, () => {
      const { message = '' } = told
      assert.deepEqual(readOne(line), { ...nothing, shape: message, ...told })
    })
  }

  for (const [tail, ms] of requestTimes) {
    it(`of access tells the time taken: ${tail}`, () => {
      assert.equal(readOne(REST + tail).latency, ms)
    })
  }

  it('of access may tell the time taken before the request', () => {
    assert.equal(readOne(REST.replace('] "', '] 0.250 "')).latency, 250)
  })

  it('of access names nobody where forwarders stand', () => {
    const { ip, user } = readOne(REST.replace('10.0.0.1 -', '10.0.0.1, 192.168.0.1 -'))
    assert.deepEqual({ ip, user }, { ip: '10.0.0.1', user: '' })
  })
})

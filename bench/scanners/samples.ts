/** Lines as programs write them, each a function of its number. */
export interface Sample {
  readonly name: string
  line(i: number): string
}

const FIRST = Date.UTC(2026, 10, 21, 9, 58)
const at = (i: number): Date => new Date(FIRST + i * 731)
const iso = (i: number): string => at(i).toISOString()
const of = <T>(list: readonly T[], i: number): T => list[(i * 7 + (i >> 2)) % list.length]
const n = (i: number, salt: number): number => ((i + 1) * 2654435761 * (salt + 1)) % 99991
const id = (i: number): string => (n(i, 3) * 65537).toString(16).padStart(16, '0')
const ip = (i: number): string => `${10 + (n(i, 1) % 200)}.${n(i, 2) % 255}.${n(i, 3) % 255}.${n(i, 4) % 255}`

const services = ['checkout', 'cart', 'payments', 'catalog', 'web', 'auth', 'shipping', 'search']
const levels = ['info', 'info', 'info', 'debug', 'warn', 'error']
const paths = ['/api/orders/{}', '/api/users/{}/cart', '/', '/search?q=shoes', '/static/app.js', '/login']
const path = (i: number): string => of(paths, i).replace('{}', String(n(i, 5)))
const messages = [
  (i: number): string => `order ${n(i, 5)} placed in ${n(i, 6) % 900} ms`,
  (i: number): string => `payment of user ${n(i, 7)} declined by the bank, retry ${i % 5}`,
  (i: number): string => `cache miss for key product:${n(i, 8)}, loading from the database`,
  (i: number): string => `connection from ${ip(i)} closed after ${n(i, 9) % 100} requests`,
]
const message = (i: number): string => of(messages, i)(i)
const clf = (i: number): string => iso(i).replace(/^(\d+)-\d+-(\d+)T([\d:]+).*$/, '$2/Nov/$1:$3 +0000')
const syslog = (i: number): string => iso(i).replace(/^\d+-\d+-(\d+)T([\d:]+).*$/, 'Nov $1 $2')
const blank = (i: number): string => iso(i).slice(0, 23).replace('T', ' ')
const request = (i: number): string => `"GET ${path(i)} HTTP/1.1" ${of([200, 200, 304, 404, 500], i)} ${n(i, 6)}`
const agent = '"https://shop.example/" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"'

export const samples: readonly Sample[] = [
  {
    name: 'JSON, flat',
    line: (i) =>
      JSON.stringify({
        timestamp: iso(i),
        level: of(levels, i),
        service: of(services, i),
        host: `node-${i % 9}`,
        msg: message(i),
        trace_id: id(i),
        user: `u${n(i, 4)}`,
        duration_ms: n(i, 6) % 900,
        status: of([200, 200, 404, 500], i),
        client_ip: ip(i),
      }),
  },
  {
    name: 'JSON, nested (ECS)',
    line: (i) =>
      JSON.stringify({
        '@timestamp': iso(i),
        log: { level: of(levels, i), logger: 'com.acme.shop.Cart' },
        message: message(i),
        service: { name: of(services, i), version: '1.4.2' },
        trace: { id: id(i) },
        host: { name: `node-${i % 9}`, ip: [ip(i)] },
        http: { response: { status_code: 200 } },
        tags: ['a', 'b'],
      }),
  },
  {
    name: 'JSON, pino',
    line: (i) =>
      `{"level":${of([30, 30, 40, 50], i)},"time":${FIRST + i * 731},"pid":${1200 + (i % 9)},"hostname":"web-${i % 5}","name":"${of(services, i)}","reqId":"r-${id(i)}","msg":"${message(i)}","responseTime":${n(i, 6) / 100}}`,
  },
  {
    name: 'JSON, zap',
    line: (i) =>
      `{"level":"${of(levels, i)}","ts":${(FIRST + i * 731) / 1000},"caller":"x/server.go:${n(i, 2) % 900}","msg":"${message(i)}","duration":${n(i, 6) / 1e5},"status":200,"remote_addr":"${ip(i)}:4412"}`,
  },
  {
    name: 'JSON of requests',
    line: (i) =>
      `{"time":"${iso(i)}","remote_addr":"${ip(i)}","method":"GET","path":"${path(i)}","status":${of([200, 404, 500], i)},"request_time":0.${100 + (i % 900)},"user_agent":"curl/8.5"}`,
  },
  {
    name: 'Docker around text',
    line: (i) => `{"log":"${blank(i)} ${of(levels, i).toUpperCase()} ${message(i)}\\n","stream":"stdout","time":"${iso(i)}"}`,
  },
  {
    name: 'logfmt',
    line: (i) =>
      `time=${iso(i)} level=${of(levels, i)} service=${of(services, i)} msg="${message(i)}" trace_id=${id(i)} duration=${n(i, 6) % 900}ms user=u${n(i, 4)}`,
  },
  { name: 'access, common', line: (i) => `${ip(i)} - - [${clf(i)}] ${request(i)}` },
  { name: 'access, combined', line: (i) => `${ip(i)} - - [${clf(i)}] ${request(i)} ${agent}` },
  { name: 'access with time', line: (i) => `${ip(i)} - u${i % 7} [${clf(i)}] ${request(i)} ${agent} 0.${100 + (i % 900)}` },
  { name: 'CRI around text', line: (i) => `${iso(i)} stdout F ${blank(i)} ${of(levels, i).toUpperCase()} ${message(i)}` },
  {
    name: 'CRI around JSON',
    line: (i) => `${iso(i)} stderr F {"level":"${of(levels, i)}","msg":"${message(i)}","service":"${of(services, i)}"}`,
  },
  { name: 'syslog', line: (i) => `${syslog(i)} web-${i % 5} ${of(services, i)}[${n(i, 2)}]: ${message(i)}` },
  { name: 'syslog, RFC 5424', line: (i) => `<134>1 ${iso(i)} web-${i % 5} ${of(services, i)} ${n(i, 2)} ID47 - ${message(i)}` },
  {
    name: 'syslog around JSON',
    line: (i) => `${syslog(i)} web-${i % 5} ${of(services, i)}[${n(i, 2)}]: {"level":"${of(levels, i)}","msg":"${message(i)}"}`,
  },
  {
    name: 'logback',
    line: (i) =>
      `${blank(i).replace('.', ',')} ${of(levels, i).toUpperCase().padEnd(5)} [http-nio-8080-exec-${i % 9}] com.acme.shop.${of(['Cart', 'Price', 'Order'], i)} - ${message(i)}`,
  },
  { name: 'text with level', line: (i) => `${blank(i)} ${of(levels, i).toUpperCase()} ${message(i)}` },
  { name: 'ISO, T and Z', line: (i) => `${iso(i)} [${of(levels, i)}] ${of(services, i)}: ${message(i)}` },
  { name: 'glog', line: (i) => `I1121 ${iso(i).slice(11, 23)}456 ${1200 + (i % 9)} server.go:${n(i, 2) % 900}] ${message(i)}` },
  { name: 'nginx error', line: (i) => `${blank(i).slice(0, 19).replaceAll('-', '/')} [error] 12#12: *${n(i, 2)} ${message(i)}` },
  { name: 'epoch first', line: (i) => `${(FIRST + i * 731) / 1000 | 0} ${of(levels, i).toUpperCase()} ${message(i)}` },
  { name: 'plain', line: (i) => message(i) },
] // prettier-ignore

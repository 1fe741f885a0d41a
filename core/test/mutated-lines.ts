/** Lines of every format, as programs write them, and what becomes of them: for those who read alike in two ways. */

export const usualLines: readonly string[] = [
  '{"time":"2026-11-22T10:00:00.123Z","level":"info","service":"checkout","msg":"order 4711 paid by amy in 12ms","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}',
  '{"level":30,"time":1763805600123,"pid":7,"hostname":"web-1","name":"api","msg":"request completed","res":{"statusCode":200},"responseTime":17}',
  '{"@timestamp":"2026-11-22T10:00:00.000Z","log.level":"ERROR","message":"Failed to connect to 10.0.0.5:5432","service.name":"orders","host.name":"db-2"}',
  '{"ts":1763805600.5,"lvl":"warn","caller":"a/b.go:17","msg":"retry \\"soon\\"","user":"bob","ip":"203.0.113.9","nested":{"a":{"b":1}}}',
  '{"log":"2026-11-22 10:00:00 WARN disk is 91% full\\n","stream":"stdout","time":"2026-11-22T10:00:00.1Z"}',
  'time=2026-11-22T10:00:00Z level=error service=cart msg="timeout after 5s" duration=5s user=amy ip=198.51.100.4',
  'ts=2026-11-22T10:00:00.5+02:00 lvl=info msg=started version=1.2.3 pid=44',
  '203.0.113.9 - amy [22/Nov/2026:10:00:00 +0000] "GET /cart/items/4711?x=1 HTTP/1.1" 200 512 "-" "curl/8" 0.012',
  '198.51.100.4 - - [22/Nov/2026:10:00:01 +0000] "POST /login HTTP/1.1" 401 98 "-" "Mozilla/5.0"',
  'Nov 22 10:00:00 web-1 sshd[4711]: Failed password for invalid user admin from 203.0.113.9 port 51234 ssh2',
  'Nov  2 10:00:00 web-1 CRON[99]: (root) CMD (run-parts /etc/cron.hourly)',
  '<34>1 2026-11-22T10:00:00.003Z host app 4711 ID47 [a@1 k="v"] order 17 shipped',
  '<13>Nov 22 10:00:00 fw kernel: DROP IN=eth0 SRC=203.0.113.9 DST=192.0.2.1 PROTO=TCP SPT=1 DPT=22',
  '203.0.113.9:51234 [22/Nov/2026:10:00:00.123] http-in web/srv1 0/0/1/12/17 200 512 - - ---- 12/12/1/1/0 0/0 {a|b} "GET /cart/4711?x=1 HTTP/1.1"',
  'Nov 22 10:00:00 lb haproxy[99]: [2001:db8::7]:51234 [22/Nov/2026:10:00:00.123] in~ web/<NOSRV> 0/-1/-1/-1/5 503 +212 - - SC-- 1/1/0/0/0 0/0 "<BADREQ>"',
  '[2026-11-22T10:00:00.123Z] "POST /api/v1/orders/4711 HTTP/2" 503 UF 0 91 17 - "203.0.113.9,10.0.0.1" "curl/8" "4bf92f35-77b3" "shop.example" "-"',
  'https 2026-11-22T10:00:00.123456Z app/lb/50dc6c49 203.0.113.9:2817 10.0.0.66:80 0.086 0.048 -1 200 200 34 366 "GET https://shop.example:443/a/17?b=c HTTP/1.1" "curl/8" ECDHE TLSv1.2 arn:x "Root=1-58337364-23a8"',
  '1763805600.123     17 203.0.113.9 TCP_MISS/200 512 GET http://example.com/a/4711 amy HIER_DIRECT/93.184.216.34 text/html',
  '79a59df900b949e55d96a1e698fbacedfd6e bucket [22/Nov/2026:10:00:00 +0000] 203.0.113.9 amy 3E57427F3EXAMPLE REST.GET.OBJECT a/17.jpg "GET /a/17.jpg HTTP/1.1" 200 - 113 113 7 6 "-"',
  '2026-11-22\t10:00:00\tFRA56-P2\t1045\t203.0.113.9\tGET\td111.cloudfront.net\t/a/17\t200\t-\tcurl\t-\t-\tHit\tSOX4xw==\td111\thttps\t23\t0.017\t-',
  '2026-11-22 10:00:00 W3SVC1 WEB 10.0.0.5 GET /cart/4711 x=1 443 amy 203.0.113.9 HTTP/2 Mozilla/5.0+(X11) - 200 0 0 512 17',
  '[GIN] 2026/11/22 - 10:00:00 | 200 |      17.123\u00b5s |     203.0.113.9 | GET      "/cart/4711"',
  'GET /cart/4711 304 17.123 ms - -',
  'INFO:     203.0.113.9:51234 - "GET /cart/4711 HTTP/1.1" 404 Not Found',
  'Started GET "/cart/4711" for 203.0.113.9 at 2026-11-22 10:00:00 +0000',
  '[Sun Nov 22 10:00:00.123456 2026] [proxy:error] [pid 4711:tid 17] (111)Connection refused: [client 203.0.113.9:51234] AH00957: attempt to 10.0.0.5 failed',
  '[22-Nov-2026 10:00:00 UTC] PHP Fatal error:  Uncaught Error in /var/www/app.php:17',
  '4711:M 22 Nov 2026 10:00:00.123 * Background saving started by pid 17',
  'Nov 22, 2026 10:00:00 AM com.example.Shop start',
  'info: Shop.Orders[17]',
  '2026-11-22 10:00:00.123 UTC [4711] amy@orders LOG:  duration: 17.123 ms  statement: SELECT 1',
  'type=USER_LOGIN msg=audit(1763805600.123:4711): pid=17 uid=0 acct="amy" exe="/usr/sbin/sshd" addr=203.0.113.9 res=failed',
  'CEF:0|Sec|fw|1.0|100|worm stopped|10|src=203.0.113.9 dst=10.0.0.5 spt=1232 act=blocked',
  '2026-11-22T10:00:00.1234Z stdout F 2026-11-22 10:00:00,123 INFO [main] c.e.Shop - order 17 paid',
  '2026-11-22 10:00:00,123 INFO  [http-nio-8080-exec-1] com.example.shop.OrderService - order 4711 for user amy took 12 ms',
  '2026-11-22 10:00:00,124 ERROR [worker-3] com.example.shop.PaymentService - card of customer 99 was declined: code=51',
  '2026/11/22 10:00:00 [error] 12#12: *99 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9',
  'I1122 10:00:00.123456    17 server.go:42] listening on :8080',
  '11-22 10:00:00.123  1234  5678 D PowerManager: acquire lock=123, flags=0x1, tag="View Lock"',
  '081109 203615 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_38865049064139660 terminating',
  '[Sun Nov 22 10:00:00 2026] [notice] workerEnv.init() ok /etc/httpd/conf/workers2.properties',
  'WARNING: session 8f14e45f of user carol from ::ffff:192.0.2.7 closed after 1m30s',
  'no header at all, only words and 3 numbers: 1 2 3',
  '    at com.example.Shop.main(Shop.java:17)',
  'java.lang.IllegalStateException: broken',
  'Grüße aus Köln: 5 µs für Müller',
  '\u001B[31mERROR\u001B[0m coloured line 5',
  '',
]

/** Whole numbers from 0 on, the same for the same seed. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}

const splices = [
  '"',
  '\\',
  '\\"',
  '{',
  '}',
  '[',
  ']',
  ':',
  '::',
  '=',
  ' ',
  '  ',
  ',',
  '\t',
  '\u0000',
  'é',
  '.',
  '/',
  '%',
  '-',
  '@',
  '1',
  '12345678901234567890',
  'true',
  'null',
  'Nov ',
  '] "',
  'x'.repeat(210),
]

/** A digit changed, a byte flipped, a piece cut, doubled, put in from another line or from the list of signs. */
export function mutate(line: string, other: string, random: (below: number) => number): string {
  const at = random(line.length + 1)
  const to = Math.min(line.length, at + random(12))
  const kind = random(7)
  if (kind === 0) return line.replaceAll(/\d/g, () => String(random(10)))
  if (kind === 1) return line.slice(0, at) + String.fromCharCode(random(256)) + line.slice(at + 1)
  if (kind === 2) return line.slice(0, at) + line.slice(to)
  if (kind === 3) return line.slice(0, to) + line.slice(at)
  if (kind === 4) return line.slice(0, at) + other.slice(random(other.length + 1))
  if (kind === 5) return line.slice(0, at) + splices[random(splices.length)] + line.slice(at)
  return line
}

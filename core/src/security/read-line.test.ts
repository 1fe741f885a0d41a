import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLine } from './read-line.ts'

const ours = [
  '{"level":50,"err":{"type":"FetchError","code":"ECONNREFUSED","address":"10.0.3.21:8080"},"msg":"inventory request failed"}',
  '{"level":50,"err":{"type":"FetchError","code":"ETIMEDOUT","address":"10.0.3.21:8080"},"msg":"login request failed"}',
  '{"level":"error","error":"dial tcp 10.0.3.21:5432: connect: connection refused","msg":"query failed"}',
  '{"level":"error","error":"read tcp 10.0.1.2:4444->10.0.3.21:5432: i/o timeout","msg":"request failed"}',
  '{"level":"error","code":"ECONNRESET","peer":"10.0.3.21","msg":"request to payments failed"}',
  'ERROR request to http://10.0.3.21:8080/x failed: connect ETIMEDOUT 10.0.3.21:8080',
  'ERROR connection to 10.0.3.21:8080 refused',
  'WARN java.net.ConnectException: Connection refused (Connection refused) 10.0.3.21',
  'ERROR rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial tcp 10.0.3.21:50051: connect: connection refused"',
]

for (const line of ours) {
  test(`whom we could not reach did nothing: ${line}`, () => {
    assert.equal(readLine(line, { message: line }), undefined)
  })
}

const theirs = [
  'refused connect from 203.0.113.9',
  'sshd[12]: Connection refused from 203.0.113.9 by tcp wrapper',
  'httpd: request failed from 203.0.113.9: invalid header',
  'connection to imap from 203.0.113.9 refused',
]

for (const line of theirs) {
  test(`whom we refused is named: ${line}`, () => {
    assert.equal(readLine(line, { message: line })?.ip, '203.0.113.9')
  })
}

const told: [line: string, kind: string, ip: string, more?: { port?: number; user?: string }][] = [
  [
    '12 203.0.113.9 TCP_DENIED/407 3891 CONNECT example.net:443 amy HIER_NONE/- text/html',
    'auth_failure',
    '203.0.113.9',
  ],
  [
    '203.0.113.9 - - [12/Nov/2026:04:28:02 +0000] "CONNECT mail.example.net:25 HTTP/1.1" 405 12',
    'probe',
    '203.0.113.9',
  ],
  ['203.0.113.9 - - [12/Nov/2026:04:28:02 +0000] "GET http://example.net/ HTTP/1.1" 403 12', 'probe', '203.0.113.9'],
  ["[client 203.0.113.9:40115] script '/var/www/xmlrpc.php' not found or unable to stat", 'probe', '203.0.113.9'],
  ['denied tcp 203.0.113.9(40112) -> 192.0.2.1(23), 1 packet', 'scan', '203.0.113.9', { port: 23 }],
  ['Deny tcp src outside:203.0.113.9/40112 dst inside:192.0.2.1/22 by rule', 'scan', '203.0.113.9', { port: 22 }],
  ['match,block,in,4,0x0,,244,tcp,40,203.0.113.9,192.0.2.1,40112,23,0,S', 'scan', '203.0.113.9', { port: 23 }],
  [
    '1,2026/11/12,TRAFFIC,drop,203.0.113.9,192.0.2.1,0.0.0.0,0.0.0.0,0,1,40114,3389,tcp',
    'scan',
    '203.0.113.9',
    { port: 3389 },
  ],
  ['PASS *** 530 1326 41 203.0.113.9', 'auth_failure', '203.0.113.9'],
  ['conn=7 RESULT err=49 from 203.0.113.9', 'auth_failure', '203.0.113.9'],
  ['{"action":"BLOCK","clientIp":"203.0.113.9"}', 'abuse', '203.0.113.9'],
  ['Cannot login root@203.0.113.9', 'auth_failure', '203.0.113.9', { user: 'root' }],
  [
    '{"event":"login_failed","src_ip":"203.0.113.9","dst_ip":"192.0.2.1","dst_port":22,"proto":"tcp"}',
    'auth_failure',
    '203.0.113.9',
  ],
  [
    '{"alert":"SQL injection","action":"allowed","src_ip":"203.0.113.9","dest_ip":"192.0.2.1","dest_port":80,"proto":"TCP"}',
    'abuse',
    '203.0.113.9',
  ],
  ['{"action":"drop","src_ip":"203.0.113.9","dst_ip":"192.0.2.1","dst_port":22}', 'scan', '203.0.113.9', { port: 22 }],
  ['Login excessive login failures user=amy host=[203.0.113.9]', 'auth_failure', '203.0.113.9'],
  ["Can't find user [amy] from 203.0.113.9", 'auth_failure', '203.0.113.9'],
  ['(not logged in) (203.0.113.9)> 530 Login or password incorrect!', 'auth_failure', '203.0.113.9'],
  ["client @0x7f11 203.0.113.9#40113 (example.org): update 'example.org/IN' denied", 'abuse', '203.0.113.9'],
  [
    'pid=7 msg=\'op=login acct="amy" addr=203.0.113.9 terminal=ssh res=failed\'',
    'auth_failure',
    '203.0.113.9',
    { user: 'amy' },
  ],
  [
    'Failed to add Connection, clientIP=tcp://203.0.113.9:40114 due to User name [amy] or password is invalid',
    'auth_failure',
    '203.0.113.9',
  ],
  ['Deny 0-External tcp 20 244 203.0.113.9 192.0.2.1 40114 3389 offset 5 S', 'scan', '203.0.113.9', { port: 3389 }],
  ['dropped src=203.0.113.9:40113:X1 dst=192.0.2.1:22:X0 proto=tcp/ssh', 'scan', '203.0.113.9', { port: 22 }],
  ['203.0.113.9 did not issue MAIL during connection', 'probe', '203.0.113.9'],
  ['audit login=amy success=false ip=203.0.113.9 cmd=open', 'auth_failure', '203.0.113.9', { user: 'amy' }],
  ['audit login=amy success=true ip=203.0.113.9 cmd=open', 'auth_success', '203.0.113.9', { user: 'amy' }],
  ['audit: allowed=false ugi=amy ip=/203.0.113.9 cmd=open', 'abuse', '203.0.113.9'],
  ['authentication Rejected : user = amy : user IP = 203.0.113.9', 'auth_failure', '203.0.113.9', { user: 'amy' }],
  [
    'login failure [cause|wrong password][method|FORM][IP|203.0.113.9][login|amy]',
    'auth_failure',
    '203.0.113.9',
    { user: 'amy' },
  ],
  [
    '{"event":"auth.login.fail.credentials","username":"admin","client":"editor","ip":"203.0.113.9"}',
    'auth_failure',
    '203.0.113.9',
    { user: 'admin' },
  ],
  [
    'Anmeldung des Benutzers amy von IP-Adresse 203.0.113.9 gescheitert',
    'auth_failure',
    '203.0.113.9',
    { user: 'amy' },
  ],
  ['Błędne hasło użytkownika amy, adres 203.0.113.9', 'auth_failure', '203.0.113.9', { user: 'amy' }],
  ['로그인 실패: 사용자 amy, IP 203.0.113.9', 'auth_failure', '203.0.113.9', { user: 'amy' }],
  ['đăng nhập thất bại, 203.0.113.9', 'auth_failure', '203.0.113.9'],
  ['Αποτυχία σύνδεσης χρήστη amy από 203.0.113.9', 'auth_failure', '203.0.113.9'],
  ['incorrect PIN entered, client 203.0.113.9', 'auth_failure', '203.0.113.9'],
  ['request from 203.0.113.9 turned away', 'probe', '203.0.113.9'],
  ['rejected RCPT of H=(laptop) [203.0.113.9]:40112', 'abuse', '203.0.113.9'],
  ['login failed "amy" 203.0.113.9', 'auth_failure', '203.0.113.9', { user: 'amy' }],
]

for (const [line, kind, ip, { port, user } = {}] of told) {
  test(`${kind} is told by: ${line}`, () => {
    const event = readLine(line, { message: line })
    assert.deepEqual([event?.kind, event?.ip, port && event?.port, user && event?.user], [kind, ip, port, user])
  })
}

const nothing = [
  '[client 198.51.100.4:40120] File does not exist: /var/www/html/favicon.ico',
  'match,pass,out,4,0x0,,64,tcp,60,198.51.100.4,192.0.2.1,40116,443,0,S',
  'PASS *** 230 0 0 198.51.100.4',
  'conn=8 RESULT err=0 from 198.51.100.4',
  'TCP_TUNNEL/200 4412 CONNECT example.net:443 amy HIER_DIRECT/198.51.100.9 -',
  'status=bounced (host mx.example.com[198.51.100.9] said: 550 5.1.1 User unknown)',
  '{"event_type":"flow","src_ip":"198.51.100.4","dest_ip":"192.0.2.1","dest_port":443,"proto":"TCP","state":"closed"}',
  'payment rejected for 198.51.100.4: card expired',
  'audit: allowed=true ugi=bob ip=/198.51.100.4 cmd=open',
  "bob,198.51.100.4,813,7,QUERY,shop,'SELECT * FROM failed_logins',0",
  'Anmeldung der Rufnummer war nicht erfolgreich: Gegenstelle 198.51.100.9 antwortet nicht',
  'invitation of amy declined, client 198.51.100.4',
  '198.51.100.25 rejected our login, check the relay password',
  'bob (198.51.100.4) disabled the account of carol',
  'user amy locked by administrator bob from 198.51.100.4',
  'rule 7 "deny all" added by bob from 198.51.100.4',
  'bob (198.51.100.4) removed carol from the list of blocked users',
  'request from 198.51.100.4 rejected: body is not valid JSON',
  'terms not accepted yet by 198.51.100.4',
  'bob (198.51.100.4) exceeded disk quota',
  'rate limit status, client 198.51.100.4, remaining 99',
  'vote request from 198.51.100.10 rejected: stale term',
  'document from 198.51.100.4 rejected: unsupported format',
  'failed login counter of bob reset from 198.51.100.4',
  'job 812 of user amy from 198.51.100.4 failed',
  'mailer=esmtp, relay=mx.example.com. [198.51.100.9], stat=Deferred: Connection refused by mx.example.com.',
  'ERROR cannot authenticate at amqp://198.51.100.9:5672',
  'invalid packet: mismatched area ID from neighbor 198.51.100.31',
]

for (const line of nothing) {
  test(`nobody did anything: ${line}`, () => {
    const kind = readLine(line, { message: line })?.kind
    assert.ok(kind === undefined || kind === 'link', kind)
  })
}

test('a record in columns is judged by what the parser knows of it', () => {
  const raw = '2026-11-12 05:31:05 192.0.2.1 POST /owa/auth.owa - 443 amy 203.0.113.9 Mozilla/5.0 - 401 1 1326 12'
  const fields = { message: 'POST /owa/auth.owa', ip: '203.0.113.9', user: 'amy', status: 401 }
  const { kind, ip, user } = readLine(raw, fields) ?? {}
  assert.deepEqual([kind, ip, user], ['auth_failure', '203.0.113.9', 'amy'])
})

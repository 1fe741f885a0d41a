/** Innocent and hostile days, told in log lines and judged by the whole pipeline. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  DAWN,
  incidentsIn,
  isoSecond,
  MINUTE,
  offendersIn,
  request,
  SECOND,
  times,
  type Line,
} from '../../test/fixtures/scene.ts'

let pid = 1000
const sshd = (at: number, message: string): Line => [at, `${isoSecond(at)}Z bastion sshd[${pid}]: ${message}`]
const failed = (at: number, user: string, ip: string): Line => (
  pid++,
  sshd(at, `Failed password for ${user} from ${ip} port 41${pid % 1000} ssh2`)
)
const accepted = (at: number, user: string, ip: string): Line => (
  pid++,
  sshd(at, `Accepted password for ${user} from ${ip} port 41${pid % 1000} ssh2`)
)

/** Something else goes on beside every scene, as it would. */
const bystanders = times(40, (i) => accepted(DAWN + i * MINUTE, `bot${i % 4}`, `198.51.100.${200 + (i % 4)}`))

describe('innocent', () => {
  const innocent: Record<string, Line[]> = {
    'an office of 60 people behind one address, each with a typo now and then': times(60, (i) => {
      const at = DAWN + i * 12 * SECOND
      const typos = i % 3 === 0 ? 2 : i % 2
      return [
        ...times(typos, (n) => failed(at + n * 3 * SECOND, `person${i}`, '198.51.100.7')),
        accepted(at + 8 * SECOND, `person${i}`, '198.51.100.7'),
      ]
    }).flat(),
    'a person who needs four tries': [
      ...times(3, (i) => failed(DAWN + i * 8 * SECOND, 'amy', '198.51.100.8')),
      accepted(DAWN + 30 * SECOND, 'amy', '198.51.100.8'),
    ],
    'a person who gives up after four tries': times(4, (i) => failed(DAWN + i * 10 * SECOND, 'amy', '198.51.100.8')),
    'a job with a stale password': [
      ...times(5, (i) => accepted(DAWN + i * 5 * MINUTE, 'backup', '198.51.100.9')),
      ...times(60, (i) => failed(DAWN + 30 * MINUTE + i * 5 * MINUTE, 'backup', '198.51.100.9')),
    ],
    'a deploy that lost its assets': times(20, (v) =>
      times(25, (a) =>
        request(DAWN + v * 4 * SECOND + a * 100, `198.51.100.${20 + v}`, `GET /assets/chunk-${a}.js`, 404),
      ),
    ).flat(),
    'a deploy that lost its pages': times(20, (v) =>
      times(14, (p) =>
        request(DAWN + v * 5 * SECOND + p * 2 * SECOND, `198.51.100.${20 + v}`, `GET /catalog/section-${p}`, 404),
      ),
    ).flat(),
    'a monitor that asks a locked page every minute': times(120, (i) =>
      request(DAWN + i * MINUTE, '198.51.100.10', 'GET /private', 401),
    ),
    'an office that signs in by an interface which answers 200': [
      request(DAWN - MINUTE, '198.51.100.99', 'POST /api/login', 401),
      ...times(40, (i) => request(DAWN + i * 2 * SECOND, '198.51.100.11', 'POST /api/login', 200)),
    ],
    'a typo told by two layers in two wordings': times(3, (i) => {
      const at = DAWN + i * 6 * SECOND
      return [failed(at, 'amy', '198.51.100.12'), request(at, '198.51.100.12', 'POST /login', 401)]
    }).flat(),
    'a packet filter that drops one chatty neighbour': times(200, (i) => [
      DAWN + i * 3 * SECOND,
      `${isoSecond(DAWN + i * 3 * SECOND)}Z gw kernel: [UFW BLOCK] IN=eth0 OUT= SRC=198.51.100.13 DST=192.0.2.1 LEN=40 PROTO=UDP SPT=5353 DPT=5353`,
    ]),
    'visitors with a few old bookmarks': times(30, (i) =>
      request(DAWN + i * 20 * SECOND, `198.51.100.${20 + (i % 10)}`, `GET /old/page-${i % 3}`, 404),
    ),
  }
  for (const [scene, lines] of Object.entries(innocent)) {
    test(`${scene} alarms nobody`, () => assert.deepEqual(offendersIn([...bystanders, ...lines]), []))
  }
})

describe('hostile', () => {
  test('six quick tries are brute force, with the first failure as start', () => {
    const lines = times(6, (i) => failed(DAWN + 5 * MINUTE + i * 2 * SECOND, 'root', '203.0.113.1'))
    const [incident, ...others] = incidentsIn([...bystanders, ...lines])
    assert.deepEqual(others, [])
    assert.equal(incident.kind, 'brute_force')
    assert.deepEqual(incident.entities.ip, ['203.0.113.1'])
    assert.deepEqual(incident.entities.user, ['root'])
    assert.equal(Date.parse(incident.start), DAWN + 5 * MINUTE)
    assert.equal(incident.lines, 6)
  })

  test('patience does not help: twelve tries in five hours', () => {
    assert.deepEqual(
      offendersIn([...bystanders, ...times(12, (i) => failed(DAWN + i * 25 * MINUTE, 'root', '203.0.113.2'))]),
      ['203.0.113.2'],
    )
  })

  test('a success after the storm is critical and says who got in', () => {
    const lines = [
      ...times(8, (i) => failed(DAWN + i * 2 * SECOND, 'amy', '203.0.113.3')),
      accepted(DAWN + 20 * SECOND, 'amy', '203.0.113.3'),
    ]
    const [incident] = incidentsIn([...bystanders, ...lines])
    assert.equal(incident.severity, 'critical')
    assert.match(incident.why, /signed in as amy/)
  })

  test('one account from ten addresses is spraying, and names all of them', () => {
    const lines = times(10, (i) => failed(DAWN + i * 3 * MINUTE, 'admin', `203.0.113.${10 + i}`))
    const [incident] = incidentsIn([...bystanders, ...lines])
    assert.equal(incident.kind, 'password_spraying')
    assert.equal(incident.entities.ip.length, 10)
  })

  test('many accounts from one address is enumeration', () => {
    const lines = times(7, (i) => failed(DAWN + i * 4 * MINUTE, `invalid user name${'abcdefg'[i]}`, '203.0.113.30'))
    assert.deepEqual(
      incidentsIn([...bystanders, ...lines]).map(({ kind }) => kind),
      ['user_enumeration'],
    )
  })

  test('an IPv6 attacker who changes the address within the network is one party, every address named', () => {
    const lines = times(8, (i) => failed(DAWN + i * 2 * SECOND, 'root', `2001:db8:7::${(i + 1).toString(16)}`))
    const incidents = incidentsIn([...bystanders, ...lines])
    assert.equal(incidents.length, 1)
    assert.equal(incidents[0].entities.ip.length, 8)
  })

  test('a sign-in form posted to again and again is brute force though it answers 200', () => {
    const people = times(5, (i) => request(DAWN + i * MINUTE, '198.51.100.40', 'POST /account/login', 302))
    const lines = times(9, (i) =>
      request(DAWN + 6 * MINUTE + i * 2 * SECOND, '203.0.113.31', 'POST /account/login', 200),
    )
    assert.deepEqual(offendersIn([...people, ...lines]), ['203.0.113.31'])
  })

  test('a searcher for forgotten files is a probe', () => {
    const paths = [
      '/.env',
      '/.git/config',
      '/backup.sql',
      '/admin.php',
      '/phpmyadmin/',
      '/config.bak',
      '/.aws/credentials',
    ]
    assert.deepEqual(
      offendersIn(paths.map((path, i) => request(DAWN + i * SECOND, '203.0.113.32', `GET ${path}`, 404))),
      ['203.0.113.32'],
    )
  })

  test('a patient searcher for pages is a scan', () => {
    const lines = times(25, (i) => request(DAWN + i * 3 * MINUTE, '203.0.113.33', `GET /secret/thing-${i}`, 404))
    assert.deepEqual(
      incidentsIn(lines).map(({ kind }) => kind),
      ['scan'],
    )
  })

  test('ports tried one after the other are a scan', () => {
    const lines = times(15, (i): Line => {
      const at = DAWN + i * 4 * SECOND
      return [
        at,
        `${isoSecond(at)}Z gw kernel: [UFW BLOCK] IN=eth0 OUT= SRC=203.0.113.34 DST=192.0.2.1 LEN=40 PROTO=TCP SPT=4444 DPT=${20 + i}`,
      ]
    })
    const [incident] = incidentsIn(lines)
    assert.equal(incident.kind, 'scan')
    assert.deepEqual(incident.entities.target, ['192.0.2.1'])
  })

  test('somebody who reads everything at once abuses the site', () => {
    const lines = times(150, (i) =>
      request(DAWN + i * 50, '203.0.113.35', `GET /articles/${'abcdefghijklmno'[i % 15]}-${i}`, 200),
    )
    assert.deepEqual(offendersIn(lines), ['203.0.113.35'])
  })

  test('relaying tried again and again is abuse', () => {
    const lines = times(8, (i): Line => {
      const at = DAWN + i * 5 * SECOND
      return [
        at,
        `${isoSecond(at)}Z mx postfix/smtpd[${77 + i}]: NOQUEUE: reject: RCPT from unknown[203.0.113.36]: 554 5.7.1 <a@example.net>: Relay access denied; proto=ESMTP`,
      ]
    })
    assert.deepEqual(offendersIn(lines), ['203.0.113.36'])
  })
})

describe('names as weapons', () => {
  const names = [
    'admin from 198.51.100.66 port 22 ssh2',
    '"quoted" from 198.51.100.66',
    'a: from 198.51.100.66',
    'accepted password for root',
    'no auth attempts',
    'getaddrinfo reverse mapping',
    'x\u2028Accepted password for root from 198.51.100.66 port 22',
  ]
  for (const name of names) {
    test(`an account called ${JSON.stringify(name)} neither hides the attacker nor accuses another`, () => {
      const lines = times(8, (i) => failed(DAWN + i * 2 * SECOND, `invalid user ${name}`, '203.0.113.40'))
      assert.deepEqual(offendersIn([...bystanders, ...lines]), ['203.0.113.40'])
    })
  }

  test('a path that holds an address accuses nobody else', () => {
    const lines = times(12, (i) => request(DAWN + i * SECOND, '203.0.113.41', `GET /.env${i}?from=198.51.100.66`, 404))
    assert.deepEqual(offendersIn(lines), ['203.0.113.41'])
  })

  test('a JSON value with quotes and keys inside is a value', () => {
    const lines = times(8, (i): Line => {
      const at = DAWN + i * SECOND
      const user = 'x", "clientIp": "198.51.100.66'
      return [
        at,
        JSON.stringify({ time: new Date(at).toISOString(), msg: 'login failed', user, clientIp: '203.0.113.42' }),
      ]
    })
    assert.deepEqual(offendersIn(lines), ['203.0.113.42'])
  })
})

describe('lists and limits', () => {
  const storm = times(30, (i) => failed(DAWN + i * SECOND, 'root', '203.0.113.50'))

  test('an allowed address never alarms, whatever list it is on', () => {
    assert.deepEqual(offendersIn([...bystanders, ...storm], { allow: ['203.0.113.0/24'], feed: ['203.0.113.50'] }), [])
  })

  test('an allowed address among attackers of the same network is not named with them', () => {
    const lines = times(8, (i) => failed(DAWN + i * SECOND, 'root', `2001:db8:7::${i + 1}`))
    assert.ok(!offendersIn([...bystanders, ...lines], { allow: ['2001:db8:7::1'] }).includes('2001:db8:7::1'))
  })

  test('an address on a feed is suspicious at its first deed', () => {
    const lines = [failed(DAWN, 'root', '203.0.113.51')]
    assert.deepEqual(
      incidentsIn([...bystanders, ...lines], { feed: ['203.0.113.51/32'] }).map(({ kind }) => kind),
      ['suspicious_ip'],
    )
  })

  test('an attacker who goes on for hours is one incident', () => {
    const lines = times(2_000, (i) => failed(DAWN + i * 5 * SECOND, 'root', '203.0.113.52'))
    const incidents = incidentsIn([...bystanders, ...lines])
    assert.equal(incidents.length, 1)
    assert.equal(incidents[0].lines, 2_000)
  })

  test('private addresses are no excuse', () => {
    assert.deepEqual(offendersIn([...bystanders, ...times(8, (i) => failed(DAWN + i * SECOND, 'root', '10.0.0.7'))]), [
      '10.0.0.7',
    ])
  })
})

/** The list of programs whose logs are made from their sources. None of them is one that the miner's rules were written on. */
import { clock, day, iso, millis, stamp } from '../truth/headers.ts'
import { pad, values, type Random } from '../truth/values.ts'
import type { Moment, Program } from './program-log.ts'
import { languages } from './statements.ts'

const { c, go, java, javascript, python } = languages

const syslog =
  (program: string) =>
  ({ at, random }: Moment): string =>
    `${stamp(at)} ${random.of(['gw1', 'gw1', 'gw2'])} ${program}[${pid(random)}]: `

function pid(random: Random): number {
  return 700 + random.int(9)
}

function slashed(at: number): string {
  return day(at).replaceAll('-', '/')
}

/** Rules may be made for what these show. */
export const looked: readonly Program[] = [
  {
    name: 'isc-dhcp',
    source: { registry: 'debian', name: 'isc-dhcp', version: '4.4.3-P1-2' },
    language: c,
    calls: /\blog_(?:info|error|debug|fatal)\s*\(/g,
    without: /^[^/]*\/(?:bind|keama|omapip)\//,
    header: syslog('dhcpd'),
  },
  {
    name: 'postgresql',
    source: { registry: 'debian', name: 'postgresql-15', version: '15.18-0+deb12u1' },
    language: c,
    calls: /\b(?:errmsg|errmsg_internal|elog)\s*\(/g,
    without: /\/(?:interfaces|bin|pl|fe_utils|port)\//,
    header: ({ at, level, random }) =>
      `${day(at)} ${clock(at)}.${millis(at)} UTC [${3000 + random.int(40)}] ${random.of(['app@shop', 'app@shop', 'etl@stats'])} ${level === 'INFO' ? random.of(['LOG', 'ERROR', 'WARNING']) : 'LOG'}:  `,
  },
  {
    name: 'nginx',
    source: { registry: 'debian', name: 'nginx', version: '1.22.1-9+deb12u9' },
    language: c,
    calls: /\bngx_(?:log_error|conf_log_error|log_debug\d)\s*\(/g,
    header: ({ at, random }) =>
      `${slashed(at)} ${clock(at)} [${random.of(['error', 'error', 'warn', 'notice', 'info', 'debug'])}] ${pid(random)}#${pid(random)}: *${random.int(90_000)} `,
  },
  {
    name: 'slurm',
    source: { registry: 'debian', name: 'slurm-wlm', version: '22.05.8-4+deb12u3' },
    language: c,
    calls: /(?<![\w>.])(?:info|error|debug[234]?|verbose|fatal)\s*\(/g,
    header: ({ at, level }) => `[${iso(at).slice(0, 23)}] ${{ ERROR: 'error: ', DEBUG: 'debug:  ' }[level] ?? ''}`,
  },
  {
    name: 'docker engine',
    source: { registry: 'go', name: 'github.com/docker/docker', version: 'v28.5.2+incompatible' },
    language: go,
    calls: /\.(?:Info|Warn|Error|Debug)f?\s*\(/g,
    header: ({ at, level }) => `time="${iso(at).slice(0, 19)}.${millis(at)}000000Z" level=${level.toLowerCase()} msg="`,
    wrap: (message) => `${message.replaceAll('"', '\\"')}"`,
  },
  {
    name: 'activemq',
    source: { registry: 'maven', name: 'org.apache.activemq:activemq-broker', version: '6.1.7' },
    language: java,
    calls: /\b(?:LOG|log|logger)\.(?:info|warn|error|debug|trace)\s*\(/g,
    header: ({ at, level, file, random }) =>
      `${day(at)} ${clock(at)},${millis(at)} | ${level.padEnd(5)} | ${random.of(['ActiveMQ Task-1', 'ActiveMQ Transport: tcp', 'main', 'Broker Service'])} | ${file} | `,
  },
  {
    name: 'dask distributed',
    source: { registry: 'pypi', name: 'distributed', version: '2026.8.0' },
    language: python,
    calls: /\blogger\.(?:info|warning|error|debug|critical|exception)\s*\(/g,
    header: ({ at, level, file }) => `${day(at)} ${clock(at)},${millis(at)} - distributed.${file} - ${level} - `,
  },
  {
    name: 'zigbee-herdsman',
    source: { registry: 'npm', name: 'zigbee-herdsman', version: '11.1.1' },
    language: javascript,
    calls: /\blogger\.(?:info|warning|error|debug)\s*\(/g,
    header: ({ at, level, file }) => `[${day(at)} ${clock(at)}] ${level.toLowerCase()}: \tzh:${file.toLowerCase()}: `,
  },
]

/** These are scored only: nobody reads what goes wrong with them. */
export const held: readonly Program[] = [
  {
    name: 'postfix',
    source: { registry: 'debian', name: 'postfix', version: '3.7.11-0+deb12u1' },
    language: c,
    calls: /\bmsg_(?:info|warn|error|fatal|panic)\s*\(/g,
    header: ({ at, random, file }) => `${stamp(at)} mx1 postfix/${file.split('_')[0]}[${pid(random)}]: `,
  },
  {
    name: 'unbound',
    source: { registry: 'debian', name: 'unbound', version: '1.17.1-2+deb12u4' },
    language: c,
    calls: /\b(?:log_(?:info|err|warn)|verbose)\s*\(/g,
    header: ({ at, level, random }) =>
      `[${Math.floor(at / 1000)}] unbound[${pid(random)}:${random.int(4)}] ${level.toLowerCase()}: `,
  },
  {
    name: 'redis',
    source: { registry: 'debian', name: 'redis', version: '5:7.0.15-1~deb12u7' },
    language: c,
    calls: /\bserverLog\s*\(/g,
    header: ({ at, random }) =>
      `${pid(random)}:${random.of(['M', 'M', 'S', 'C'])} ${pad(new Date(at).getUTCDate())} Mar 2026 ${clock(at)}.${millis(at)} ${random.of(['*', '*', '#', '-'])} `,
  },
  {
    name: 'openvpn',
    source: { registry: 'debian', name: 'openvpn', version: '2.6.14-0+deb12u2' },
    language: c,
    calls: /\b(?:msg|dmsg)\s*\(/g,
    header: ({ at, random }) =>
      `${day(at)} ${clock(at)} ${random.of(['alice', 'bob', 'carol'])}/${values.ip(random)}:${values.port(random)} `,
  },
  {
    name: 'glusterfs',
    source: { registry: 'debian', name: 'glusterfs', version: '10.3-5' },
    language: c,
    calls: /\bgf_(?:msg|msg_debug|log)\s*\(/g,
    header: ({ at, file, line, random }) =>
      `[${day(at)} ${clock(at)}.${millis(at)}000 +0000] ${random.of(['I', 'W', 'E', 'D'])} [MSGID: ${100_000 + line}] [${file}.c:${line}:${file.replaceAll('-', '_')}_run] 0-${random.of(['vol0', 'vol0-client-1', 'management'])}: `,
  },
  {
    name: 'kubernetes',
    source: { registry: 'go', name: 'k8s.io/kubernetes', version: 'v1.34.3' },
    language: go,
    calls: /\b(?:klog|logger|klog\.V\(\d\)|logger\.V\(\d\))\.(?:Info|Warning|Error)(?:f|S)?\s*\(/g,
    without: /\/(?:cluster|cmd\/kubeadm|hack|staging)\//,
    header: ({ at, level, file, line, random }) =>
      `${level[0]}${iso(at).slice(5, 10).replace('-', '')} ${clock(at)}.${millis(at)}000 ${String(pid(random)).padStart(7)} ${file}.go:${line}] `,
  },
  {
    name: 'nats-server',
    source: { registry: 'go', name: 'github.com/nats-io/nats-server/v2', version: 'v2.14.5' },
    language: go,
    calls: /\.(?:Notice|Warn|Error|Debug|Fatal|RateLimitWarn)f\s*\(/g,
    header: ({ at, level, random }) =>
      `[${pid(random)}] ${slashed(at)} ${clock(at)}.${millis(at)}000 [${level.slice(0, 3).replace('WAR', 'WRN').replace('DEB', 'DBG').replace('ERR', 'ERR')}] `,
  },
  {
    name: 'kafka connect',
    source: { registry: 'maven', name: 'org.apache.kafka:connect-runtime', version: '4.1.1' },
    language: java,
    calls: /\b(?:LOG|log|logger)\.(?:info|warn|error|debug|trace)\s*\(/g,
    header: ({ at, level, file }) => `[${day(at)} ${clock(at)},${millis(at)}] ${level} [${file} clientId=connect-1] `,
  },
  {
    name: 'home assistant',
    source: { registry: 'pypi', name: 'homeassistant', version: '2026.11.0' },
    language: python,
    calls: /\b_?(?:LOGGER|logger)\.(?:info|warning|error|debug|critical|exception)\s*\(/g,
    header: ({ at, level, file, random }) =>
      `${day(at)} ${clock(at)}.${millis(at)} ${level} (${random.of(['MainThread', 'MainThread', 'SyncWorker_3'])}) [homeassistant.components.${file}] `,
  },
  {
    name: 'homebridge',
    source: { registry: 'npm', name: 'homebridge', version: '2.4.0' },
    language: javascript,
    calls: /\blog\.(?:info|warn|error|debug|success)\s*\(/g,
    header: ({ at, random }) =>
      `[3/${new Date(at).getUTCDate()}/2026, ${clock(at)} AM] [${random.of(['Config', 'Hue', 'Homebridge UI'])}] `,
  },
]

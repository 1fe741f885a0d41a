/** Programs whose logs may be looked at: rules may be made for what these show. */
import { clock, day, iso, millis, stamp } from '../truth/headers.ts'
import { values } from '../truth/values.ts'
import { pid, slashed, slf4j, syslog } from './layouts.ts'
import type { Program } from './program-log.ts'
import { languages } from './statements.ts'

const { c, go, java, javascript, python } = languages

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
    calls: slf4j,
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
  {
    name: 'keepalived',
    source: { registry: 'debian', name: 'keepalived', version: '1:2.2.7-1' },
    language: c,
    calls: /\blog_message\s*\(/g,
    header: syslog('Keepalived_vrrp'),
  },
  {
    name: 'chrony',
    source: { registry: 'debian', name: 'chrony', version: '4.3-2+deb12u3' },
    language: c,
    calls: /\b(?:LOG|LOG_FATAL|DEBUG_LOG)\s*\(/g,
    header: ({ at, file, line }) => `${iso(at).slice(0, 19)}Z ${file}.c:${line}:(${file.toUpperCase()}_Run) `,
  },
  {
    name: 'network-manager',
    source: { registry: 'debian', name: 'network-manager', version: '1.42.4-1+deb12u1' },
    language: c,
    calls: /\b_LOG[DTIWE]\s*\(/g,
    header: ({ at, level, random }) =>
      `${stamp(at)} laptop NetworkManager[${pid(random)}]: <${level.toLowerCase()}>  [${Math.floor(at / 1000)}.${millis(at)}0] `,
  },
  {
    name: 'multipath-tools',
    source: { registry: 'debian', name: 'multipath-tools', version: '0.9.4-3+deb12u2' },
    language: c,
    calls: /\bcondlog\s*\(/g,
    header: syslog('multipathd'),
  },
  {
    name: 'containerd',
    source: { registry: 'go', name: 'github.com/containerd/containerd/v2', version: 'v2.4.2' },
    language: go,
    calls: /\bG\(\w+\)\.(?:With\w+\([^()]*\)\.)*(?:Info|Warn|Error|Debug)f?\s*\(/g,
    header: ({ at, level }) => `time="${iso(at).slice(0, 19)}.${millis(at)}000000Z" level=${level.toLowerCase()} msg="`,
    wrap: (message) => `${message.replaceAll('"', '\\"')}"`,
  },
  {
    name: 'bookkeeper',
    source: { registry: 'maven', name: 'org.apache.bookkeeper:bookkeeper-server', version: '4.17.2' },
    language: java,
    calls: slf4j,
    header: ({ at, level, file, random }) =>
      `${day(at)} ${clock(at)},${millis(at)} - ${level.padEnd(5)} - [${random.of(['main:', 'GarbageCollectorThread-6-1:', 'BookieJournal-3181:', 'bookie-io-1-2:'])}${file}@${100 + random.int(400)}] - `,
  },
  {
    name: 'cassandra',
    source: { registry: 'maven', name: 'org.apache.cassandra:cassandra-all', version: '5.0.4' },
    language: java,
    calls: slf4j,
    header: ({ at, level, file, line, random }) =>
      `${level.padEnd(5)} [${random.of(['main', 'GossipStage:1', 'CompactionExecutor:12', 'MemtableFlushWriter:3'])}] ${day(at)} ${clock(at)},${millis(at)} ${file}.java:${line} - `,
  },
  {
    name: 'android services',
    source: { registry: 'maven', name: 'org.robolectric:android-all', version: '14-robolectric-10818077' },
    language: java,
    calls: /\b(?:Slog|Log)\.(?:v|d|i|w|e|wtf)\s*\(/g,
    without: /^(?!src\/com\/android\/server\/)/,
    header: ({ at, file, random }) =>
      `${iso(at).slice(5, 10)} ${clock(at)}.${millis(at)}  ${1600 + random.int(4)}  ${1700 + random.int(40)} ${random.of(['D', 'I', 'V', 'W', 'E'])} ${file}: `,
  },
  {
    name: 'neutron',
    source: { registry: 'pypi', name: 'neutron', version: '29.0.0' },
    language: python,
    calls: /\bLOG\.(?:info|warning|error|debug|critical|exception)\s*\(/g,
    header: ({ at, level, file, random }) =>
      `${day(at)} ${clock(at)}.${millis(at)} ${pid(random)} ${level} neutron.agent.${file} [req-${values.uuid(random)} - - - - -] `,
  },
]

/** Programs that are scored only: nobody reads what goes wrong with them. */
import { clock, day, iso, millis, stamp } from '../truth/headers.ts'
import { pad, values } from '../truth/values.ts'
import { pid, slashed, slf4j } from './layouts.ts'
import type { Program } from './program-log.ts'
import { languages } from './statements.ts'

const { c, go, java, javascript, python } = languages

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
    calls: slf4j,
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
  {
    name: 'pacemaker',
    source: { registry: 'debian', name: 'pacemaker', version: '2.1.5-1+deb12u1' },
    language: c,
    calls: /\bcrm_(?:err|info|warn|notice|debug|trace|crit)\s*\(/g,
    header: ({ at, level, random }) =>
      `${stamp(at)} node1 pacemaker-controld [${pid(random)}] (${random.of(['do_state_transition', 'crmd_join', 'te_update_diff'])}) ${level.toLowerCase()}: `,
  },
  {
    name: 'strongswan',
    source: { registry: 'debian', name: 'strongswan', version: '5.9.8-5+deb12u6' },
    language: c,
    calls: /\bDBG[0-4]\s*\(/g,
    header: ({ at, random }) =>
      `${stamp(at)} vpn1 charon: ${pad(random.int(16))}[${random.of(['IKE', 'NET', 'CFG', 'KNL'])}] `,
  },
  {
    name: 'frr',
    source: { registry: 'debian', name: 'frr', version: '8.4.4-1.1~deb12u2' },
    language: c,
    calls: /\b(?:zlog_(?:err|warn|info|notice|debug)|flog_(?:err|warn))\s*\(/g,
    header: ({ at }) => `${slashed(at)} ${clock(at)} BGP: `,
  },
  {
    name: 'wpa supplicant',
    source: { registry: 'debian', name: 'wpa', version: '2:2.10-12+deb12u3' },
    language: c,
    calls: /\bwpa_(?:printf|msg|dbg)\s*\(/g,
    header: ({ at }) => `${Math.floor(at / 1000)}.${millis(at)}417: `,
  },
  {
    name: 'flink',
    source: { registry: 'maven', name: 'org.apache.flink:flink-runtime', version: '2.3.0' },
    language: java,
    calls: slf4j,
    header: ({ at, level, file }) =>
      `${day(at)} ${clock(at)},${millis(at)} ${level.padEnd(5)} org.apache.flink.runtime.${file.padEnd(30)} [] - `,
  },
  {
    name: 'hbase',
    source: { registry: 'maven', name: 'org.apache.hbase:hbase-server', version: '2.5.11' },
    language: java,
    calls: slf4j,
    header: ({ at, level, file, random }) =>
      `${day(at)} ${clock(at)},${millis(at)} ${level.padEnd(5)} [${random.of(['main', `RS_OPEN_REGION-regionserver/node3:16020-${random.int(3)}`, 'MemStoreFlusher.0'])}] regionserver.${file}: `,
  },
  {
    name: 'cinder',
    source: { registry: 'pypi', name: 'cinder', version: '29.0.0' },
    language: python,
    calls: /\bLOG\.(?:info|warning|error|debug|critical|exception)\s*\(/g,
    header: ({ at, level, file, random }) =>
      `${day(at)} ${clock(at)}.${millis(at)} ${pid(random)} ${level} cinder.volume.${file} [None req-${values.uuid(random)} admin None] `,
  },
  {
    name: 'iobroker',
    source: { registry: 'npm', name: 'iobroker.js-controller', version: '7.2.3' },
    language: javascript,
    calls: /\blogger\.(?:info|warn|error|debug|silly)\s*\(/g,
    header: ({ at, level }) => `${day(at)} ${clock(at)}.${millis(at)}  - ${level.toLowerCase()}: `,
  },
]

import type { Dialect } from '../dialect.ts'
import { day, stamp } from '../headers.ts'

/** Syslog of a large cluster: many daemons, some lines without a program, dates in front. */
export const clusterSyslog: Dialect = {
  name: 'cluster syslog',
  header: ({ at, component, random }) => {
    const node = random.of(['an12', 'bn437', 'cn900', 'badmin1', 'eadmin2', 'ladmin'])
    const program =
      component === ''
        ? ''
        : component.includes('[') || random.int(2) > 0
          ? `${component}${component === 'kernel' ? '' : `[${random.int(30_000)}]`}: `
          : `${component}: `
    return `- ${Math.floor(at / 1000)} ${day(at).replaceAll('-', '.')} ${node} ${stamp(at)} ${node}/${node} ${program}`
  },
  lists: {
    metric: 'cpu~idle load~one mem~free bytes~in bytes~out disk~free',
    source: 'Farm_A Farm_B Feed_C Spare_D Grid_East Login_Farm',
    alarm: 'failed warning critical cleared',
  },
  statements: `
crond(pam_unix) :: session opened for user {user} by (uid={small})
crond(pam_unix) :: session closed for user {user}
crond :: ({user}) CMD (run-parts {folder})
crond :: ({user}) CMD ({path})
sshd :: Accepted publickey for {user} from {ip} port {port} ssh2
sshd :: Connection from {ip} port {port}
sshd :: Peer {ip} sent no version
sshd :: session closed for user {user}
ntpd :: synced to {ip}, level {small}
ntpd :: clock moved {float} s
ntpd :: kernel clock state is now {n}
metricd :: poll() no answer from any [{source}] data source
metricd :: store ({path}): cannot go back to time {epoch} when last time is {epoch} (at least one second step)
dhcpd :: DHCPDISCOVER from {mac} via {device}
dhcpd :: DHCPDISCOVER from {mac} via {device}: network inner: no free leases
dhcpd :: DHCPOFFER on {ip} to {mac} via {device}
dhcpd :: DHCPREQUEST for {ip} from {mac} via {device}
dhcpd :: DHCPACK on {ip} to {mac} via {device}
tftpd :: tftp: peer takes no options
jobd :: Bad file (9) in request, job {n}.head not running
jobd :: scan_exits, job {n}.head task {small} ended, sid {n}
jobd :: task_check, cannot answer {n}.head task {small}
fabric.x :: [sweep.c:{n}]: No change
fabric.x :: [bringup.c:{n}]: Sweep took {n} ms
fabric.x :: [assign.c:{n}]: Port taken down for id conflict, node - GUID={hex0x}, port={small}
Monitor :: [{hex}]: {metric} alarm is {alarm}
postfix/postdrop :: warning: cannot find public/pickup: No such file or directory
postfix/smtp :: {hex}: to=<{email}>, relay={domain}[{ip}]:25, delay={small}, status=sent (250 {hex} accepted)
postfix/qmgr :: {hex}: from=<{email}>, size={n}, nrcpt={small} (queue active)
postfix/qmgr :: {hex}: removed
logd-ng :: STATS: lost {small}
logd-ng :: Setting mode of special file {path}
kernel :: {device}: link is up, {n}Mbps, full-duplex, lpa {short0x}
kernel :: Ticks were lost... looking whether the CPU clock changed.
kernel :: FW: UNIT (unit_id[{short0x}] apic_id[{short0x}] enabled)
kernel :: FW: IRQ{small} given to override.
kernel :: audit({float}:{small}): begun
kernel :: Boot line is (root=LABEL=/ console=ttyS0 quiet)
kernel :: FW-map: {big} - {big} (usable)
kernel :: CPU {small}: Setting clock after CPU 0.
kernel :: CPU {small}: clock follows CPU 0 (last diff {int} cycles, error {n} cycles)
kernel :: Hardware checks supported.
kernel :: Hardware checks reported on CPU#{small}.
kernel :: Name cache entries: {n} (order: {small}, {n} bytes)
kernel :: Node cache entries: {n} (order: {small}, {n} bytes)
kernel :: disk{small} : {device} adapter
kernel :: Vendor: {host} Model: {word} Rev: {version}
kernel :: [KERN_IB][wait_answer][{path}:{n}]make_ah failed
xinetd :: START: auth pid={n} from={ip}
xinetd :: EXIT: auth status={small} pid={n} duration={small}(sec)
named :: zone {domain}/IN: loaded serial {epoch}
check-disks :: [{clock}] , Fault is on
check-disks :: [{clock}] , Drive {small} of node {node} is {alarm}
 :: last message repeated {small} times
rc :: nscd shutdown succeeded
rc :: crond shutdown succeeded
rc :: ntpd shutdown succeeded
rc :: xinetd startup succeeded
rc :: postfix startup succeeded
rc :: automount startup succeeded`,
}

import type { Dialect } from '../dialect.ts'
import { iso } from '../headers.ts'

/** A gateway: packets in capitals and `=`, tunnels that negotiate, leases, rules by name, daemons of every tongue. */
export const firewall: Dialect = {
  name: 'firewall',
  header: ({ i, at, component, random }) =>
    component === 'kernel'
      ? `${iso(at).slice(0, 19)}+00:00 gw1 kernel: [${String(40_000 + i * 2)}.${100_000 + random.int(900_000)}] `
      : `${iso(at).slice(0, 19)}+00:00 gw1 ${component}[${900 + random.int(40)}]: `,
  lists: {
    chain: 'INPUT FORWARD WAN-IN GUEST-OUT',
    iface: 'eth0 eth1 ppp0 br-lan wg0 tun3',
    proto: 'TCP UDP ICMP',
    conn: 'office-berlin warehouse partner-net road home~router backup-link',
    dpd: 'restart clear hold',
    state: 'CREATED CONNECTING ESTABLISHED REKEYING DELETING',
    suite: 'AES~CBC~256/HMAC~SHA2~256~128/MODP~2048 AES~GCM~16~128/PRF~HMAC~SHA2~256/ECP~256',
    peer: 'anna-phone marc-laptop tablet kiosk-2 printer',
    why: 'NO~PROPOSAL~CHOSEN AUTHENTICATION~FAILED INVALID~SYNTAX TS~UNACCEPTABLE',
    err: 'connection_refused name_not_resolved certificate_has_expired timed_out',
    country: 'Brazil Vietnam United_States Romania South_Korea China',
    rule: 'block-bogons geo-fence ssh-limit smtp-relay voip',
    list: 'malware trackers phishing adult spam~domains',
    auth: 'local radius ldap certificate',
    service: 'dnsmasq openvpn sshd ntpd snmpd',
  },
  statements: `
kernel :: [{chain} DROP] IN={iface} OUT= MAC={mac} SRC={ip} DST={ip} LEN={n} TOS=0x00 PREC=0x00 TTL={small} ID={n} PROTO={proto} SPT={port} DPT={port} WINDOW={n} RES=0x00 SYN URGP=0
kernel :: [{chain} ACCEPT] IN={iface} OUT={iface} SRC={ip} DST={ip} LEN={n} TTL={small} PROTO={proto} SPT={port} DPT={port}
kernel :: nf_conntrack: table full, dropping packet
kernel :: device {iface} entered promiscuous mode
kernel :: device {iface} left promiscuous mode
kernel :: {iface}: link up, {n}Mbps, full-duplex
kernel :: {iface}: link down
kernel :: TCP: request_sock_TCP: Possible SYN flooding on port {port}. Sending cookies.
kernel :: martian source {ip} from {ip}, on dev {iface}
charon :: {n}[IKE] initiating IKE_SA {conn}[{n}] to {ip}
charon :: {n}[IKE] IKE_SA {conn}[{n}] established between {ip}[{domain}]...{ip}[{domain}]
charon :: {n}[IKE] IKE_SA {conn}[{n}] state change: {state} => {state}
charon :: {n}[IKE] CHILD_SA {conn}{{n}} established with SPIs {hex}_i {hex}_o and TS {net} === {net}
charon :: {n}[IKE] received {why} notify error
charon :: {n}[IKE] sending DPD request
charon :: {n}[IKE] retransmit {small} of request with message ID {small}
charon :: {n}[IKE] giving up after {small} retransmits
charon :: {n}[NET] sending packet: from {ip}[{port}] to {ip}[{port}] ({n} bytes)
charon :: {n}[NET] received packet: from {ip}[{port}] to {ip}[{port}] ({n} bytes)
charon :: {n}[CFG] selected proposal: IKE:{suite}
charon :: {n}[CFG] added configuration '{conn}'
charon :: {n}[CFG] no matching peer config found
charon :: {n}[KNL] unable to delete SAD entry with SPI {hex}: No such process (3)
openvpn :: {peer}/{address} peer info: IV_VER={version}
openvpn :: {peer}/{address} MULTI_sva: pool returned IPv4={ip}, IPv6=(Not enabled)
openvpn :: {address} TLS: Initial packet from [AF_INET]{address}, sid={hex} {hex}
openvpn :: {address} VERIFY OK: depth={small}, CN={peer}
openvpn :: {address} TLS Error: TLS key negotiation failed to occur within {n} seconds (check your network connectivity)
openvpn :: {peer}/{address} SIGUSR1[soft,ping-restart] received, client-instance restarting
dnsmasq :: query[A] {domain} from {ip}
dnsmasq :: query[AAAA] {domain} from {ip}
dnsmasq :: forwarded {domain} to {ip}
dnsmasq :: reply {domain} is {ip}
dnsmasq :: cached {domain} is NXDOMAIN
dnsmasq-dhcp :: DHCPDISCOVER({iface}) {mac}
dnsmasq-dhcp :: DHCPREQUEST({iface}) {ip} {mac}
dnsmasq-dhcp :: DHCPACK({iface}) {ip} {mac} {peer}
dnsmasq-dhcp :: DHCPNAK({iface}) {ip} {mac} wrong network
fwd :: Rule {rule} matched {n} times in the last {n} minutes
fwd :: Connection from {country} ({ip}) blocked by rule {rule}
fwd :: List {list} updated: {n} entries added, {n} removed
fwd :: List {list} could not be downloaded: {err}
fwd :: Interface {iface} assigned to zone {rule}
fwd :: User {user} logged in via {auth} from {ip}
fwd :: Configuration saved by {user}: {n} changes
fwd :: Watchdog: restarting service {service}
fwd :: Watchdog: service {service} is back after {seconds}
fwd :: CPU load {percent} above {percent}, packet inspection disabled
fwd :: Certificate of {conn} expires in {n} days`,
}

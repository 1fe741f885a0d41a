import type { Dialect } from '../dialect.ts'
import { stamp } from '../headers.ts'

/** A switch: `%FACILITY-SEVERITY-MNEMONIC: text`, interfaces with slashes, peers, states. */
export const networkGear: Dialect = {
  name: 'network gear',
  header: ({ i, at, component, random }) =>
    `<${random.of(['189', '190', '187'])}>${i + 100}: ${stamp(at)}.${100 + random.int(900)}: %${component}: `,
  lists: {
    iface: 'GigabitEthernet1/0/1 GigabitEthernet1/0/24 TenGigabitEthernet2/1/3 Vlan10 Port-channel5 Loopback0',
    vlan: 'users voice guests printers servers',
    why: 'Interface_flap Hold_timer_expired Neighbor_reset Peer_closed_the_session BFD_adjacency_down Admin_shutdown',
    user: 'admin netops monitor backup',
    proto: 'tcp udp icmp gre',
    acl: 'OUTSIDE-IN GUESTS MGMT-ONLY 101',
    part: 'Power_Supply_1 Fan_Tray Supervisor Line_Card_3 Transceiver_4',
  },
  statements: `
LINK-3-UPDOWN :: Interface {iface}, changed state to up
LINK-3-UPDOWN :: Interface {iface}, changed state to down
LINEPROTO-5-UPDOWN :: Line protocol on Interface {iface}, changed state to up
LINEPROTO-5-UPDOWN :: Line protocol on Interface {iface}, changed state to down
LINK-5-CHANGED :: Interface {iface}, changed state to administratively down
SYS-5-CONFIG_I :: Configured from console by {user} on vty{small} ({ip})
SYS-5-RESTART :: System restarted --
SYS-2-MALLOCFAIL :: Memory allocation of {n} bytes failed from {short0x}, alignment {small}
SEC_LOGIN-5-LOGIN_SUCCESS :: Login Success [user: {user}] [Source: {ip}] [localport: {port}] at {clock} UTC
SEC_LOGIN-4-LOGIN_FAILED :: Login failed [user: {user}] [Source: {ip}] [localport: {port}] [Reason: Login Authentication Failed] at {clock} UTC
SEC-6-IPACCESSLOGP :: list {acl} denied {proto} {ip}({port}) -> {ip}({port}), {n} packets
SEC-6-IPACCESSLOGP :: list {acl} permitted {proto} {ip}({port}) -> {ip}({port}), {n} packets
BGP-5-ADJCHANGE :: neighbor {ip} Up
BGP-5-ADJCHANGE :: neighbor {ip} Down {why}
BGP-3-NOTIFICATION :: sent to neighbor {ip} {small}/{small} (hold time expired) {small} bytes
OSPF-5-ADJCHG :: Process {n}, Nbr {ip} on {iface} from LOADING to FULL, Loading Done
OSPF-5-ADJCHG :: Process {n}, Nbr {ip} on {iface} from FULL to DOWN, Neighbor Down: Dead timer expired
SPANTREE-2-ROOTGUARD_BLOCK :: Root guard blocking port {iface} on VLAN{n}.
SPANTREE-5-TOPOTRAP :: Topology Change Trap for vlan {n}
SW_MATM-4-MACFLAP_NOTIF :: Host {mac} in vlan {n} is flapping between port {iface} and port {iface}
DUAL-5-NBRCHANGE :: Neighbor {ip} ({iface}) is down: {why}
DUAL-5-NBRCHANGE :: Neighbor {ip} ({iface}) is up: new adjacency
ENVMON-4-FAN :: {part} is not working
ENVMON-2-TEMP :: {part} temperature is {n} C
PLATFORM-6-INSERTED :: {part} inserted
PLATFORM-6-REMOVED :: {part} removed
CDP-4-NATIVE_VLAN_MISMATCH :: Native VLAN mismatch discovered on {iface} ({n}), with {host} {iface} ({n}).
PORT_SECURITY-2-VIOLATION :: Security violation occurred, caused by MAC address {mac} on port {iface}.
ILPOWER-5-POWER_GRANTED :: Interface {iface}: Power granted
ILPOWER-7-DETECT :: Interface {iface}: Power Device detected: IEEE PD
HSRP-5-STATECHANGE :: {iface} Grp {small} state Standby -> Active
HSRP-5-STATECHANGE :: {iface} Grp {small} state Active -> Speak
VLAN-6-NAME :: vlan {n} renamed to {vlan}
NTP-4-UNREACH :: server {ip} is unreachable`,
}

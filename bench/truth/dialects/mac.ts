import type { Dialect } from '../dialect.ts'
import { stamp } from '../headers.ts'

/** A laptop: many programs, source positions, methods in brackets, objects with addresses, sentences with quotes. */
export const mac: Dialect = {
  name: 'mac',
  header: ({ at, component, random }) =>
    `${stamp(at)} ${random.of(['studio', 'studio', 'studio-10-0-7'])} ${component}[${random.int(4) === 0 ? 0 : 90 + random.int(900)}]${random.int(5) === 0 && component !== 'kernel' ? ' (com.demo.agent)' : ''}: `,
  lists: {
    app: 'com.demo.mail com.demo.photos com.demo.calendar com.demo.notes com.demo.backup.agent com.demo.WebView',
    window: 'Inbox New_Message Preferences Untitled_2 Downloads',
    iface: 'en0 awdl0 utun1 p2p0',
    reason: 'Deferred unidentified_client power_policy thermal_pressure user_idle',
    state: 'locked unlocked unknown',
    scope: 'Global User Session Login',
    name: 'Idle_Sleep Service_Sleep Low_Power_Sleep Lid_Sleep',
    domain: 'AppURLErrorDomain AppCocoaErrorDomain kNetErrorDomain AppPosixErrorDomain',
    text: 'The_device_seems_to_be_offline. The_request_took_too_long. The_connection_was_cut. No_server_of_this_name_was_found.',
  },
  statements: `
kernel :: WIFI: {float}: wl0: wl_keepalive_seq: First Seq: {n}, Ack: {n}, Window: {n}
kernel :: WIFI: {float}: wl0: begin_keepalive: Seq: {n}, Ack: {n}, Window: {n}
kernel :: WIFI: {float}: wl0: NAMES: V4 Addr: {ip}
kernel :: WIFI: {float}: AirDevice_X43::powerChange: System Sleep
kernel :: WIFI: {float}: AirDevice_X43::powerChange: System Wake - Full/ Dark / Service wake
kernel :: WIFI: {float}: AirDevice_X43::powerState: WAKE[enabled]
kernel :: BoltHostType2::beforeWake - power is up - took {n} us
kernel :: BoltHost::earlyWake - done - took {n} milliseconds
kernel :: IOBoltSwitch<{small}>({short0x})::onEvent - hotplug packet for route = {short0x} port = {small} unplug = {small}
kernel :: en0: BSSID is now {mac}
kernel :: en0: channel is now {small}
kernel :: Radio -- LE works - Turn off LE meta event
kernel :: answer took {n} ms ({n}, powerd)
kernel :: Woken by: {word} ({word})
kernel :: IOPowerRoot: idle cancelled, state {small}
kernel :: USB Identity (not unique): {hash} {short0x} {short0x} {short0x}, {small}
kernel :: Last shutdown code: {int}
kernel :: sleep image path: {path}
kernel :: sleep_setup({small}) took {n} ms
kernel :: sleep_count_pages found {n}
kernel :: Jail: com.demo.Address({n}) deny(1) network-out {path}
kernel :: Jail: LookSatellite({n}) deny(1) file-read {path}
kernel :: Web Browser He[{n}] unnested range {hex0x}->{hex0x} of shared region in map {hex0x}. While usual for debuggers, this needs more memory until the process ends.
netwatch :: __73-[FlowEngine observe:ofObject:change:context:]_block_invoke strange value {small}
netwatch :: -[FlowEngine _writeRecord:from:key:at:ofKind:isFaulty:] No hash of the key. Dropping the record.
captured :: CCFile::takeLog Got notice id: {float}, reason = AuthFail:sts:{small}_rsn:{small}
captured :: CCFile::copy name is [{date}]-wifi-{n}.pcapng, from:{path}, to:{path}
captured :: Got Capture Event
captured :: saveChannels@{n}: Will write to: {path}
networkd :: path_evaluate: no usable interface for {target}
networkd :: connection_report [{small} {target} waiting path (satisfied), interface: {iface}]
networkd :: network is now: v4({iface}:{ip}) DNS! Proxy SMB
networkd :: network is now: DNS* Proxy
shared :: {clock}.{n} : BT scanner On
shared :: {clock}.{n} : BT scanner Off
shared :: {clock}.{n} : Scan for Contacts Only
shared :: {clock}.{n} : Activity::_onScreenLock screen is {state}
Mail :: Could not bind ({word}) outlet from ({short}) to ({short}): no setter or variable
Mail :: tls_session_error_callback {n} __tls_write_block_invoke.{n} error {n}
Mail :: Could not load window "{window}"
Mail :: Task <{uuid}>.<{small}> ended with error - code: {int}
Mail :: Error Domain={domain} Code={int} "{text}" UserInfo={pair}
Screen :: DisplayDidWake [{big}]: posting kDisplayDidWake
Screen :: send_ping: pid {n} did not answer a ping it took in time.
Screen :: take_screenshot: auth {hex0x}({n}), shield {hex0x}({n})
Screen :: surface_{small}: {app} owns window {window}
Agent :: Captive: Handler {iface}: Inactive
Agent :: Captive: [NetActive:{n}] {iface}: SSID '{word}' is primary now (cache says network is open)
powerd :: Entering {name} state, reason {reason}
powerd :: PID {n}({word}) {short} NoIdleSleep "{window}" {clock} id:{hex0x} [System: NoIdle User kDisp]
launchd :: Service ran for {small} seconds only. Waiting {small} seconds to start it.
launchd :: This service shall run always, which is wasteful.
launchd :: ({app}): Service ended with code: {small}
launchd :: ({app}): Caller wanted {scope} domain, got {scope}`,
}

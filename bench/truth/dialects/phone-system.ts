import type { Dialect } from '../dialect.ts'
import { clock, day, millis } from '../headers.ts'

/** The system of a phone: intents, records in braces, reasons in words, thermal states, radios, alarms. */
export const phoneSystem: Dialect = {
  name: 'phone system',
  header: ({ at, component, random }) =>
    `${day(at).slice(5)} ${clock(at)}.${millis(at)}  ${String(1300 + random.int(4)).padStart(5)} ${String(1320 + random.int(80)).padStart(5)} ${random.of(['I', 'I', 'D', 'W', 'E', 'V'])} ${component.padEnd(8)}: `,
  lists: {
    app: 'com.demo.mail com.demo.maps com.demo.camera com.demo.clock org.acme.bank io.demo.podcasts com.demo.launcher',
    act: '.MainActivity .ui.SettingsActivity .PlayerActivity .login.LoginActivity .HomeActivity',
    svc: '.SyncService .PushService .LocationService .DownloadService .WidgetService',
    why: 'crash anr bg~anr empty_for_1800s stop_com.demo.mail remove_task too_many_cached',
    adj: 'fg vis prcp cch+5 bg',
    net: 'WIFI MOBILE VPN ETHERNET',
    nstate: 'CONNECTED DISCONNECTED CONNECTING SUSPENDED',
    phase: 'interactive doze light-idle idle~maintenance sensing',
    perm: 'android.permission.CAMERA android.permission.READ~CONTACTS android.permission.ACCESS~FINE~LOCATION',
    wake: 'android.server.power:POWER alarm rild job~service NfcService',
    sensor: 'accelerometer gyroscope light proximity step~counter',
    band: 'LTE NR GSM UMTS',
    zone: 'battery skin cpu-big gpu modem',
    sev: 'NONE LIGHT MODERATE SEVERE',
    cam: 'front back wide',
    ssid: 'HomeNet CoffeeBar Office-5G guest',
    key: 'volume~up volume~down power back',
  },
  statements: `
ActivityTaskManager :: START u0 {act=android.intent.action.MAIN cat=[android.intent.category.HOME] flg={hex0x} cmp={app}/{act}} from uid {n}
ActivityTaskManager :: Displayed {app}/{act}: +{ms}
ActivityTaskManager :: Force finishing activity {app}/{act}
ActivityTaskManager :: Activity pause timeout for ActivityRecord{{hex} u0 {app}/{act} t{n}}
ActivityManager :: Start proc {n}:{app}/u0a{n} for service {{app}/{svc}}
ActivityManager :: Start proc {n}:{app}/u0a{n} for broadcast {{app}/{svc}}
ActivityManager :: Killing {n}:{app}/u0a{n} (adj {n}): {why}
ActivityManager :: Process {app} (pid {n}) has died: {adj} TOP
ActivityManager :: Scheduling restart of crashed service {app}/{svc} in {n}ms
ActivityManager :: ANR in {app}
ActivityManager :: Reason: Input dispatching timed out ({app}/{act}, Waiting to send key event because the focused window has not finished processing)
ActivityManager :: Background start not allowed: service Intent { cmp={app}/{svc} } to {app}/{svc} from pid={n} uid={n} pkg={app}
ActivityManager :: Unable to start service Intent { cmp={app}/{svc} } U=0: not found
ActivityManager :: Permission Denial: {perm} from pid={n}, uid={n}
BroadcastQueue :: Background execution not allowed: receiving Intent { act={class} flg={hex0x} } to {app}/{svc}
ConnectivityService :: NetworkAgentInfo [{net} () - {n}] validation passed
ConnectivityService :: NetworkAgentInfo [{net} () - {n}] validation failed
ConnectivityService :: Switching to new default network: {net}
ConnectivityService :: releasing NetworkRequest [ REQUEST id={n}, [ Capabilities: INTERNET ] ] (release request)
WifiService :: startScan uid={n} pkg={app}
WifiStateMachine :: Associated to "{ssid}" bssid={mac} rssi={int} freq={n}
WifiStateMachine :: Roaming from {mac} to {mac}
WifiStateMachine :: Network {ssid} disabled: {why}
wpa_supplicant :: wlan0: CTRL-EVENT-CONNECTED - Connection to {mac} completed [id={small} id_str=]
wpa_supplicant :: wlan0: CTRL-EVENT-DISCONNECTED bssid={mac} reason={small} locally_generated=1
PowerManagerService :: Going to sleep due to power button (uid {n})...
PowerManagerService :: Going to sleep due to timeout (uid {n})...
PowerManagerService :: Waking up from Asleep (uid={n}, reason=WAKE_REASON_POWER_BUTTON, details={wake})...
PowerManagerService :: acquire lock={n}, flags={hex0x}, tag="{wake}", ws=null, uid={n}, pid={n}
PowerManagerService :: release lock={n}, flags={hex0x}, tag="{wake}", total={n}ms
DeviceIdleController :: Moved from {phase} to {phase}
AlarmManager :: Triggered alarm type {small} of {app}, {n} pending
ThermalService :: {zone} temperature {float} status {sev}
ThermalService :: Throttling changed to {sev}
BatteryService :: level {percent}, plugged {small}, temperature {n}
SensorService :: enable {sensor} for {app} at {n} Hz
SensorService :: disable {sensor}
RILJ :: [{n}]> DATA_REGISTRATION_STATE
RILJ :: [{n}]< DATA_REGISTRATION_STATE {{small}, null, null, {small}, {n}}
RILJ :: [UNSL]< UNSOL_SIGNAL_STRENGTH SignalStrength: {int} {n} {n} {int} {n}
DcTracker :: onDataSetupComplete: {band} connected, cid={small}
DcTracker :: Data state {nstate} -> {nstate}
Telephony :: Service state changed to {band}, roaming {bool}
PackageManager :: Package {app} codePath changed from {path} to {path}
PackageManager :: Not granting permission {perm} to package {app} (protectionLevel={small} flags={hex0x})
CameraService :: Camera {cam} opened by {app}
CameraService :: Camera {cam} closed
InputReader :: Key {key} {small} scancode {n}
AudioFlinger :: BUFFER TIMEOUT: remove({n}) from active list on thread {hex0x}
AudioService :: setStreamVolume(stream={small}, index={small}, calling={app})
art :: Explicit concurrent mark sweep GC freed {n}({glued}B) AllocSpace objects, {small}({glued}B) LOS objects, {percent} free, {glued}B/{glued}B, paused {duration} total {ms}
System.err :: at {class}.run({short}.java:{n})`,
}

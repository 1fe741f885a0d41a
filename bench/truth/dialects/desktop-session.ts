import type { Dialect } from '../dialect.ts'
import { stamp } from '../headers.ts'

/** A Linux desktop: services that start and stop, devices that change state, kernel lines with clocks, free sentences. */
export const desktopSession: Dialect = {
  name: 'desktop session',
  header: ({ at, component, random }) =>
    component === 'kernel'
      ? `${stamp(at)} notebook kernel: [${String(1000 + random.int(90_000)).padStart(5)}.${100_000 + random.int(900_000)}] `
      : `${stamp(at)} notebook ${component}[${300 + random.int(9000)}]: `,
  lists: {
    unit: 'Daily_apt_upgrade_and_clean_activities CUPS_Scheduler Bluetooth_service Network_Time_Service Firmware_update_daemon Message_of_the_Day Journal_Service Snap_Daemon Rotate_log_files',
    state: 'disconnected prepare config ip-config ip-check secondaries activated deactivating',
    why: 'none managed carrier-changed user-requested connection-removed supplicant-disconnect',
    iface: 'wlan0 eth0 docker0 br-3f0a1c enp0s31f6 tun0',
    bus: 'org.freedesktop.UPower org.freedesktop.hostname1 org.bluez org.freedesktop.timedate1 org.freedesktop.nm~dispatcher',
    app: 'gnome-shell firefox nautilus evolution code thunderbird',
    lib: 'libc.so libgtk-3.so.0 libglib-2.0.so.0 libQt5Core.so.5',
    signal: 'SIGTERM SIGKILL SIGHUP SIGABRT',
    battery: 'charging discharging full unknown',
    snap: 'core20 chromium spotify hello-world lxd',
    mode: 'powersave performance balanced',
  },
  statements: `
systemd :: Starting {unit}...
systemd :: Started {unit}.
systemd :: Finished {unit}.
systemd :: Stopped {unit}.
systemd :: Stopping {unit}...
systemd :: {word}.service: Succeeded.
systemd :: {word}.service: Main process exited, code=exited, status={small}/FAILURE
systemd :: {word}.service: Failed with result 'exit-code'.
systemd :: {word}.service: Scheduled restart job, restart counter is at {small}.
systemd :: {word}.service: Consumed {seconds} CPU time.
systemd :: Started Session {n} of User {user}.
systemd :: Created slice User Slice of UID {n}.
systemd :: Reloading.
systemd :: Reached target Sleep.
NetworkManager :: <info>  [{float}] device ({iface}): state change: {state} -> {state} (reason '{why}', sys-iface-state: 'managed')
NetworkManager :: <info>  [{float}] dhcp4 ({iface}): option ip_address => '{ip}'
NetworkManager :: <info>  [{float}] dhcp4 ({iface}): option expiry => '{epoch}'
NetworkManager :: <info>  [{float}] manager: NetworkManager state is now CONNECTED_GLOBAL
NetworkManager :: <info>  [{float}] manager: NetworkManager state is now CONNECTING
NetworkManager :: <warn>  [{float}] dns-sd-resolved[{hex0x}]: send-updates SetLinkDomains@{small} failed: timeout
dbus-daemon :: [system] Activating via systemd: service name='{bus}' unit='{bus}.service' requested by ':1.{n}' (uid={n} pid={n} comm="{path}" label="unconfined")
dbus-daemon :: [system] Successfully activated service '{bus}'
dbus-daemon :: [session uid={n} pid={n}] Activating service name='{bus}' requested by ':1.{n}'
gnome-shell :: Window manager warning: last_user_time ({n}) is greater than comparison timestamp ({n}).  This most likely represents a buggy client.
gnome-shell :: {app}: GPU process isn't usable. Goodbye.
gnome-shell :: libinput error: client bug: timer event{small} debounce: scheduled expiry is in the past (-{ms}), your system is too slow
gdm-password] :: gkr-pam: unlocked login keyring
gdm-password] :: pam_unix(gdm-password:session): session opened for user {user} by (uid={small})
kernel :: usb {small}-{small}: new high-speed USB device number {small} using xhci_hcd
kernel :: usb {small}-{small}: New USB device found, idVendor={hex}, idProduct={hex}, bcdDevice= {float}
kernel :: usb {small}-{small}: USB disconnect, device number {small}
kernel :: {iface}: associated
kernel :: {iface}: authenticate with {mac}
kernel :: {iface}: deauthenticating from {mac} by local choice (Reason: {small}=DEAUTH_LEAVING)
kernel :: IPv6: ADDRCONF(NETDEV_CHANGE): {iface}: link becomes ready
kernel :: audit: type={n} audit({float}:{n}): apparmor="STATUS" operation="profile_load" profile="unconfined" name="snap.{snap}" pid={n} comm="apparmor_parser"
kernel :: CPU{small}: Core temperature above threshold, cpu clock throttled (total events = {n})
kernel :: CPU{small}: Core temperature/speed normal
kernel :: {app}[{n}]: segfault at {short0x} ip {hex0x} sp {hex0x} error {small} in {lib}[{hex0x}+{n}]
kernel :: PM: suspend entry (deep)
kernel :: PM: suspend exit
kernel :: EXT4-fs ({device}): mounted filesystem with ordered data mode. Opts: (null)
kernel :: perf: interrupt took too long ({n} > {n}), lowering kernel.perf_event_max_sample_rate to {n}
systemd-logind :: New session {n} of user {user}.
systemd-logind :: Session {n} logged out. Waiting for processes to exit.
systemd-logind :: Removed session {n}.
systemd-logind :: Lid closed.
systemd-logind :: Lid opened.
upowerd :: battery {word} is now {battery} at {percent}
snapd :: storehelpers.go:{n}: cannot refresh snap "{snap}": snap has no updates available
snapd :: autorefresh.go:{n}: Cannot prepare auto-refresh change: store answered {n}
thermald :: profile set to {mode}
CRON :: ({user}) CMD ({path})
anacron :: Job \`cron.daily' terminated (exit status: {small}) (mailing output)
rtkit-daemon :: Supervising {small} threads of {small} processes of {small} users.
rtkit-daemon :: Successfully made thread {n} of process {n} (n/a) owned by '{n}' RT at priority {small}.`,
}

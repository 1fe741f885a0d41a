import type { Dialect } from '../dialect.ts'
import { clock, day, millis } from '../headers.ts'

/** An agent on office computers: bars between columns, paths with blanks, domain accounts, verdicts, policies, HRESULTs. */
export const endpointAgent: Dialect = {
  name: 'endpoint agent',
  header: ({ at, component, random }) =>
    `${day(at)} ${clock(at)}.${millis(at)}0|${random.of(['INFO', 'INFO', 'DEBUG', 'WARN', 'ERROR'])}|Acme.Agent.${component}|`,
  lists: {
    acct: 'CORP\\anna CORP\\marc CORP\\svc-deploy LAB\\tester NT_AUTHORITY\\SYSTEM',
    threat: 'Trojan.GenericKD Adware.Bundler EICAR-Test-File PUA.Toolbar Ransom.Locky',
    action: 'quarantined deleted blocked ignored cleaned',
    policy: 'Workstations Servers Kiosk Finance_Laptops Default',
    engine: 'signatures heuristics cloud behaviour',
    pkg: 'Office_Suite Browser Zip_Tool PDF_Reader VPN_Client Java_Runtime',
    file: 'C:\\Program_Files\\Acme\\agent.exe C:\\Users\\anna\\Downloads\\invoice.zip D:\\data\\report.xlsx C:\\Windows\\Temp\\setup.tmp C:\\Users\\marc\\Desktop\\tool.exe',
    key: 'HKLM\\Software\\Acme\\Agent HKCU\\Software\\Classes HKLM\\System\\CurrentControlSet\\Services',
    why: 'Access_is_denied The_file_is_in_use_by_another_process The_network_path_was_not_found Element_not_found',
    state: 'Idle Downloading Installing PendingReboot Failed',
    channel: 'stable beta internal',
    usb: 'Kingston_DataTraveler SanDisk_Cruzer Generic_Mass_Storage Backup_Disk',
    proc: 'winword.exe powershell.exe chrome.exe outlook.exe explorer.exe',
    feature: 'WebFilter DeviceControl Firewall DiskEncryption ScreenLock',
    onoff: 'enabled disabled',
    task: 'InventoryScan QuickScan FullScan SignatureUpdate LogUpload PolicySync',
  },
  statements: `
Scan :: Scan started by {acct}, profile {task}
Scan :: Scan finished: {n} files, {small} threats, {duration}
Scan :: Scan of {file} skipped: {why}
Scan :: Threat {threat} found in {file}, action: {action}
Scan :: Engine {engine} loaded, version {version}
Scan :: Engine {engine} took {n} ms for {file}
Scan :: On-access scanner is {onoff}
Scan :: Cache hit ratio {percent}
Update :: Checking for updates on channel {channel}
Update :: No updates available
Update :: Update {version} available ({size})
Update :: State changed: {state} -> {state}
Update :: Downloading {url}
Update :: Download of {version} failed, HRESULT={hex0x} ({why})
Update :: Installed {pkg} {version} for {acct}
Update :: Uninstalled {pkg}
Update :: Reboot required by {pkg}
Update :: {pkg}: exit code {n}
Policy :: Applying policy "{policy}" revision {n}
Policy :: Policy "{policy}" applied with {small} warnings
Policy :: Feature {feature} is now {onoff} by policy
Policy :: Conflict between policy "{policy}" and "{policy}": {feature}
Policy :: Setting {key} = {n}
Policy :: Could not write {key}: {why}
Device :: USB device "{usb}" ({hex}) connected by {acct}
Device :: USB device "{usb}" ({hex}) blocked
Device :: USB device removed
Device :: Drive {word} encrypted {percent}
Device :: Recovery key escrowed for volume {guid}
Task :: Task {task} scheduled at {date}
Task :: Task {task} started
Task :: Task {task} completed in {duration}
Task :: Task {task} failed after {small} attempts: {why}
Task :: Task {task} cancelled by {acct}
Comm :: Connecting to {target} through proxy {host}:{port}
Comm :: Heartbeat sent, next in {n} s
Comm :: Server answered {n} {word}
Comm :: Server certificate thumbprint {hash} is not trusted
Comm :: Connection lost: {why}
Comm :: Queued {n} events while offline
Process :: {proc} ({n}) started by {acct}, parent {proc} ({n})
Process :: {proc} ({n}) injected into {proc} ({n}): {action}
Process :: {proc} ({n}) accessed {url}: {action}
Process :: Terminated {proc} ({n})
Session :: {acct} logged on (session {small})
Session :: {acct} logged off
Session :: Session {small} locked
Session :: Session {small} unlocked
Service :: Service starting, version {version}, {small} cores
Service :: Service stopped
Service :: Configuration loaded from {file}
Service :: Unhandled exception in {class}: {why}
Service :: Memory {n} MB, handles {n}, threads {small}`,
}

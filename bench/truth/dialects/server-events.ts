import type { Dialect } from '../dialect.ts'
import { clock, day, level } from '../headers.ts'

/** Event records of office servers: whole sentences about named things, fields on one line, codes in brackets. */
export const serverEvents: Dialect = {
  name: 'server events',
  header: ({ at, component, random }) =>
    `${day(at)} ${clock(at)} ${level(random, 'Information Information Warning Error').padEnd(12)} ${component} ${1000 + component.length * 37} `,
  lists: {
    service:
      'Windows_Update Print_Spooler Background_Intelligent_Transfer_Service Remote_Registry Software_Protection WinHTTP_Web_Proxy_Auto-Discovery_Service DHCP_Client Volume_Shadow_Copy',
    state: 'running stopped paused',
    start: 'auto_start demand_start disabled',
    account: 'CONTOSO\\anna CONTOSO\\ben SRV01\\Administrator NT_AUTHORITY\\SYSTEM CONTOSO\\svc~sql',
    printer: 'Hall-3 Lobby Accounting~Color Warehouse_Label HP_Office',
    product: 'Contoso_Agent Visual_Runtime_2019 Backup_Client SQL_Driver Reader_DC',
    db: 'master payroll tempdb inventory ReportServer',
    zone: 'corp.example.com lab.example.net 10.in-addr.arpa',
    group: 'Domain_Admins Remote_Desktop_Users Backup_Operators',
    kind: 'Full Differential Log',
  },
  statements: `
Service_Control :: The {service} service entered the {state} state.
Service_Control :: The start type of the {service} service was changed from {start} to {start}.
Service_Control :: The {service} service terminated unexpectedly.  It has done this {small} time(s).
Service_Control :: The {service} service failed to start due to the following error: The service did not respond to the start or control request in a timely fashion.
Service_Control :: A timeout ({n} milliseconds) was reached while waiting for a transaction response from the {service} service.
Security :: An account was successfully logged on. Subject: {account} Logon Type: {small} Source Address: {ip} Source Port: {port}
Security :: An account failed to log on. Account: {account} Failure Reason: Unknown user name or bad password. Status: {hex0x} Source Address: {ip}
Security :: A member was added to a security-enabled global group. Member: {account} Group: {group}
Security :: Special privileges assigned to new logon. Account: {account} Logon ID: {hex0x}
Security :: The audit log was cleared by {account}.
EventLog :: The system uptime is {n} seconds.
EventLog :: The previous system shutdown at {clock} on {day} was unexpected.
EventLog :: The Event log service was started.
Print :: Document {n}, {word}.docx owned by {user} on {host} was printed on {printer} through port {ip}. Size in bytes: {n}. Pages printed: {small}.
Print :: The document {word}.pdf owned by {user} failed to print on printer {printer}. Win32 error code: {small}.
Print :: Printer {printer} was paused.
Installer :: Product: {product} -- Installation completed successfully.
Installer :: Product: {product} -- Removal failed.
Installer :: Beginning a Windows Installer transaction: {winpath}. Client Process Id: {n}.
Installer :: Ending a Windows Installer transaction: {winpath}. Client Process Id: {n}.
Disk :: The device, \\Device\\Harddisk{small}\\DR{small}, has a bad block.
Disk :: The IO operation at logical block address {hex0x} for Disk {small} was retried.
Disk :: The driver detected a controller error on \\Device\\RaidPort{small}.
DNS :: The DNS server has finished the background loading of zone {zone}.
DNS :: The DNS server received a bad packet from {ip}.
DNS :: Zone {zone} expired before it could obtain a successful zone transfer from master server {ip}.
DHCP :: Address {ip} was leased to {host} ({mac}) for {n} seconds
DHCP :: Scope {ip} is {percent} full with only {small} IP addresses remaining.
Time :: The time provider NtpClient is currently receiving valid time data from {domain} (ntp.m|{short0x}|{ip}:123).
Time :: The time service has set the time with offset {int} seconds.
Database :: Starting up database '{db}'.
Database :: Database backed up. Database: {db}, type: {kind}, first LSN: {n}:{n}:{n}, pages dumped: {n}
Database :: Login failed for user '{user}'. Reason: Could not find a login matching the name provided. [CLIENT: {ip}]
Database :: Recovery of database '{db}' ({small}) is {percent} complete (approximately {n} seconds remain).
Database :: I/O is frozen on database {db}. No user action is required.
Database :: I/O was resumed on database {db}. No user action is required.
Update :: Installation Successful: Windows successfully installed the following update: Security Update for {product} (KB{n})
Update :: Installation Failure: Windows failed to install the following update with error {hex0x}: Security Update for {product} (KB{n})
Group_Policy :: The Group Policy settings for the user were processed successfully. There were no changes detected since the last successful processing of Group Policy.
Group_Policy :: The processing of Group Policy failed. Windows could not resolve the computer name {host}.
Kernel_Power :: The system is entering sleep. Sleep Reason: {small}
Kernel_Power :: The system has resumed from sleep.`,
}

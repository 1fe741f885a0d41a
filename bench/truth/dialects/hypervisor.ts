import type { Dialect } from '../dialect.ts'
import { iso } from '../headers.ts'

/** A host of virtual machines: worlds and CPUs in the header, functions with line numbers, devices, hex everywhere. */
export const hypervisor: Dialect = {
  name: 'hypervisor',
  header: ({ at, component, random }) =>
    `${iso(at)} cpu${random.int(32)}:${2_097_000 + random.int(900)})${component}: ${100 + component.length * 37}: `,
  lists: {
    vm: 'mail-gw sql01 win11-anna build~agent-3 dc-north jumpbox',
    ds: 'vmfs-ssd-1 archive nfs-iso vmfs-sas-2 local',
    nic: 'vmnic0 vmnic1 vmnic4 vusb0',
    hba: 'vmhba0 vmhba2 vmhba64',
    dev: 'naa.600508b1001c naa.60a98000572d mpx.vmhba32 t10.ATA~WDC t10.NVMe~A1',
    pstate: 'dead active standby off',
    power: 'on off suspended',
    swi: 'vSwitch0 vSwitch1 dvs-prod storage-net',
    drv: 'ixgben nvme_pcie lsi_mr3 qlnativefc vmkusb',
    sched: 'system vm host user.drivers',
    task: 'PowerOnVM_Task CreateSnapshot_Task RelocateVM_Task ReconfigVM_Task MarkAsTemplate_Task',
    fault: 'vim.fault.InvalidPowerState vim.fault.NoPermission vim.fault.FileLocked',
    svc: 'hostd vpxa sfcbd ntpd',
    acct: 'root vpxuser dcui svc-backup',
    what: 'CPU Memory Storage Fan Temperature',
    colour: 'green yellow red',
  },
  statements: `
ScsiDeviceIO :: Cmd({hex0x}) {short0x}, CmdSN {short0x} from world {n} to dev "{dev}" failed H:{short0x} D:{short0x} P:{short0x} Valid sense data: {short0x} {short0x} {short0x}.
ScsiDeviceIO :: Cmd({hex0x}) {short0x}, cmdId.initiator={hex0x} CmdSN {short0x} from world {n} to dev "{dev}" failed H:{short0x} D:{short0x} P:{short0x} Possible sense data: {short0x} {short0x} {short0x}.
ScsiDeviceIO :: Device {dev} performance has deteriorated. I/O latency increased from average value of {n} microseconds to {n} microseconds.
ScsiDeviceIO :: Device {dev} performance has improved. I/O latency reduced from {n} microseconds to {n} microseconds.
ScsiPath :: Plugin 'NMP' claimed path '{hba}:C{small}:T{small}:L{small}'
ScsiPath :: Path '{hba}:C{small}:T{small}:L{small}': Vendor: '{word}' Model: '{word}' Rev: '{small}'
NMP :: nmp_ThrottleLogForDevice:{n}: last error status from device {dev} repeated {n} times
NMP :: nmp_DeviceUpdatePathStates: Device "{dev}" path {hba}:C{small}:T{small}:L{small} is {pstate}
NMP :: nmp_SatpUpdatePathStates: logical device "{dev}" state {pstate} -> {pstate}
HBX :: Waiting for timed out [HB state {hex} offset {n} gen {n} stampUS {n} uuid {uuid} jrnl <FB {n}> drv {version}] on vol '{ds}'
HBX :: Reclaimed heartbeat for volume {uuid} ({ds}): [Timeout] Offset {n}
LVM :: Device {dev}:{small} detected to be a snapshot:
LVM :: Volume {ds} on device {dev}:{small} is online
LVM :: Failed to open device {dev}:{small}: I/O error
FS3 :: Lock broken on {ds}: file {path} held by host {mac}
Vol3 :: Couldn't read volume header from {uuid}: I/O error
Net :: connected to {swi} net {n}, portID {hex0x}
Net :: associated {vm} eth{small} with portID {hex0x}
Net :: dissociated {vm} eth{small} from portID {hex0x}
Net :: disconnected client from port {hex0x}
NetPort :: port {hex0x} enabled with mac {mac}
NetPort :: port {hex0x} disabled
Uplink :: Uplink {nic} link state up: speed {n} Mbps, duplex full
Uplink :: Uplink {nic} link state down
Uplink :: Uplink {nic} failover to {nic} on {swi}
World :: vm {n}: Starting world vmm{small}:{vm} of type {small}
World :: vm {n}: Killing world vmm{small}:{vm}
Sched :: vm {n}: Adding world 'vmm{small}:{vm}', group '{sched}', cpu: shares=-{small} min={small} minLimit=-{small} max=-{small}
Sched :: vm {n}: Adding world 'vmx-{word}', group '{sched}', cpu: shares=-{small} min={small} minLimit=-{small} max=-{small}
Swap :: vm {n}: opening swap file for {vm}: {path}
Swap :: vm {n}: swap grew to {n} MB
Hostd :: Task Created : haTask-{small}-vim.VirtualMachine.{task}-{n}
Hostd :: Task Completed : haTask-{small}-vim.VirtualMachine.{task}-{n} Status success
Hostd :: Task Completed : haTask-{small}-vim.VirtualMachine.{task}-{n} Status error: {fault}
Hostd :: [vm {vm}] State Transition (VM_STATE_OFF -> VM_STATE_POWERING_ON)
Hostd :: [vm {vm}] State Transition (VM_STATE_ON -> VM_STATE_OFF)
Hostd :: [vm {vm}] Powered {power} by {acct}
Hostd :: Event {n} : User {acct}@{ip} logged in as {word}-client/{version}
Hostd :: Event {n} : User {acct}@{ip} logged out (login time: {date}, number of API invocations: {n})
Hostd :: Event {n} : Cannot login {acct}@{ip}
Hostd :: Event {n} : Snapshot of {vm} on {ds} removed by {acct}
Hostd :: Hardware Sensor Status: {what} {colour}
Hostd :: Datastore {ds} usage {percent} of {size}
Hostd :: Lookupvm: Cartel ID not set for VM {n}
Hostd :: service {svc} restarted, pid {n}
Migrate :: {big} S: Starting migration of {vm} to {ip}
Migrate :: {big} D: Received migration of {vm} from {ip}
Migrate :: {big} S: Stopping pre-copy: only {n} pages left to send, which can be sent within the switchover time goal of {float} seconds (network bandwidth ~{float} MB/s)
Migrate :: {big} S: Migration of {vm} failed: connection to {ip} timed out
MCE :: cpu{small}: bank{small}: status={hex0x}: (VAL=1, OVFLW=0, UC=0, EN=1), Addr:{hex0x}
Heap :: Heap {word}Heap already at its maximum size. Cannot expand.
DVFilter :: Filter {word}-filter attached to {vm}.eth{small}
usb :: Device {drv} bus {small} port {small} registered
Vmxnet3 :: indLROPktToGuest: {small}, vcd->umkShared->vrrsSelected: {small} port {hex0x}`,
}

import type { Dialect } from '../dialect.ts'
import { clock, day, level, millis } from '../headers.ts'

/** Events of a large machine: columns with the place they came from, terse messages, registers and codes. */
export const machineEvents: Dialect = {
  name: 'machine events',
  header: ({ at, component, random }) => {
    const place = `R${random.int(40) + 10}-M${random.int(2)}-N${random.int(16)}`
    const label = random.int(9) === 0 ? random.of(['MEMERR', 'NETFAIL', 'APPIO']) : '-'
    return `${label} ${Math.floor(at / 1000)} ${day(at).replaceAll('-', '.')} ${place} ${day(at)}-${clock(at).replaceAll(':', '.')}.${millis(at)}000 ${place} RAS ${component} ${level(random, 'INFO INFO FATAL ERROR WARNING')} `
  },
  lists: {
    unit: 'fetch decode load-store branch integer float',
    reg: 'machine~state link count condition base~address limit',
    cause: 'fan_too_slow rail_voltage_low board_pulled_out clock_unstable coolant_warm',
    code: 'IDLE ACTIVE DRAINED LOCKED',
  },
  statements: `
KERNEL :: icache parity fault, line restored
KERNEL :: page translation fault
KERNEL :: storage protection fault
KERNEL :: illegal instruction fault
KERNEL :: writing core.{n}
KERNEL :: {n} misaligned vector accesses
KERNEL :: {n} misaligned scalar accesses
KERNEL :: {small} ring receiver a+ symbol error(s) (reg {hex0x}) seen and corrected
KERNEL :: {small} ring receiver b- symbol error(s) (reg {hex0x}) seen and corrected
KERNEL :: {small} tree receiver {small} in resync event(s) (reg {short0x}) seen
KERNEL :: {n} memory error(s) (reg {short0x}) seen and corrected over {n} seconds
KERNEL :: single symbol {small}, at {hex0x}, mask {short0x}
KERNEL :: sum of {n} dram error(s) seen and corrected
KERNEL :: dram: too many soft errors, plan to replace the module
KERNEL :: boot: kernel stopped for reason {n}
KERNEL :: boot panic! - halting
KERNEL :: boot: bad header: unknown node number {n}
KERNEL :: hardware check (bit={short0x}): L2 read parity error
KERNEL :: hardware check (bit={short0x}): TLB error
KERNEL :: hardware check enable...........................{small}
KERNEL :: trace wait enable...............................{small}
KERNEL :: fault address: {hex0x}
KERNEL :: program counter: {hex0x}
KERNEL :: clock setup register: {hex0x}
KERNEL :: fault reason register: {hex0x}
KERNEL :: {reg} register: {hex0x}
KERNEL :: general registers:
KERNEL :: {hex0x} {hex0x} {hex0x} {hex0x}
KERNEL :: {unit} unit enable...............{small}
KERNEL :: lk:{hex} cn:{hex} xr:{hex} ct:{hex}
KERNEL :: g{small}={hex0x} g{small}={hex0x} g{small}={hex0x} g{small}={hex0x}
KERNEL :: write fault.........................{small}
APP :: launcher: Error reading prefix on stream to {address}, Link was cut
APP :: launcher: Error reading prefix on stream to {address}, Connection reset by peer
APP :: launcher: no prefix on control stream (stream to {address}
APP :: launcher: START chdir({folder}) failed: No such file or directory
APP :: launcher: START chdir({folder}) failed: Permission denied
APP :: launcher: core {small} at tree position {n} sent unknown message {hex0x}
APP :: launcher: rank {n} given twice, to {n}, in line {small} of map file {path}
APP :: launcher: cannot load {path}: image is damaged, No such file or directory
APP :: launcher: cannot load {path}: image is damaged, Permission denied
APP :: launcher: wrote {n} core files for program {path}
MONITOR :: Reading {path} raised {class}
MONITOR :: Card check: no {location} card, id {hash} in slot {small}
MONITOR :: Card is only partly usable
MONITOR :: {cause} on card {location}
DISCOVERY :: Unknown card id in slot {location}, id {hash}
DISCOVERY :: Cable into {location} ({device}) is bad
DISCOVERY :: Chip state changed: {mac} ip={ip} v={small} t={small} state=M {ctime}
DISCOVERY :: Chip answer timed out
LINKCARD :: SwitchController spares bit on {location} bit {small}
LINKCARD :: partition went from {code} to {code}
LINKCARD :: Power part of {location} does not answer`,
}

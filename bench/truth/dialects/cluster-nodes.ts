import type { Dialect } from '../dialect.ts'

/** State changes of nodes, with column headers and few statements. */
export const clusterNodes: Dialect = {
  name: 'cluster nodes',
  header: ({ i, at, component, random }) =>
    `${400_000 + i} node-${random.int(256)} ${component} ${random.of(['state_change.unavailable', 'status', 'error', 'boot_cmd', 'halt_cmd'])} ${Math.floor(at / 1000)} 1 `,
  lists: {
    alias: 'alpha beta gamma delta epsilon zeta',
    sensor: 'ambient cpu~a cpu~b psu inlet outlet',
    part: 'net partition storage_domain switch_fabric console',
    state: 'down starting up draining lost',
  },
  statements: `
action :: Part Change: Part "{alias}" went to the lost state (ID={n})
node :: Part Change: Part "{alias}" went to the up state (ID={n})
action :: boot (request {n})
action :: boot (request {n}) Error: node does not answer
action :: halt (request {n})
action :: wait (request {n})
action :: start (request {n}) Targets: node-[{numbers}]
hw :: {sensor}={n}
hw :: Heat ({sensor}) is above the limit
hw :: Fans ( {n} {n} {n} {n} {n} {n} )
hw :: Fans ( {n} {n} {n} {n} {n} **** )
hw :: power or control fault
hw :: supply state ( on on )
hw :: supply state ( on off )
switch :: Tree error on Fabric-{small}:{small}:{small}
switch :: Link resetting
switch :: Link fine
switch :: net {device} went down
switch :: FileServer: domain {word}~domain panicked
domain :: FileServer: nobody serves domain {word}
domain :: FileServer domain {word} has no space
domain :: mount FAILED : {node} : {path}
node :: up up
node :: node {node} sees a network at {ip} through {device}
node :: node {node} no longer reaches {part}
node :: {part} is now {state}`,
}

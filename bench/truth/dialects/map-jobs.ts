import type { Dialect } from '../dialect.ts'
import { clock, day, level, millis } from '../headers.ts'

/** Batch jobs on many machines: state machines, events of classes, counters, resources in angle brackets. */
export const mapJobs: Dialect = {
  name: 'map jobs',
  header: ({ at, component, random }) =>
    `${day(at)} ${clock(at)},${millis(at)} ${level(random)} [${random.of(['main', 'AsyncDispatcher event handler', 'IPC Server handler 7 on 62270', `Thread-${random.int(90)}`, 'RMAllocator'])}] org.acme.batch.${component}: `,
  lists: {
    state: 'NEW INITED SETUP RUNNING COMMITTING SUCCEEDED KILLED FAILED',
    event:
      'org.acme.batch.event.JobEvent$Type org.acme.batch.event.TaskEvent$Type org.acme.batch.event.CommitEvent$Type org.acme.batch.event.GuessEvent$Type',
    handler:
      'org.acme.batch.Master$JobDispatcher org.acme.batch.Master$TaskDispatcher org.acme.batch.CommitHandler org.acme.batch.GuessDispatcher',
    reason: 'Slot_freed_on_lost_node Slot_taken_by_scheduler Slot_killed_as_asked',
    host: 'fab-one.example.net mininode.example.net gateway-west.example.net storage-east.example.net',
    attr: 'job.end.retries job.end.attempts.max job.end.interval',
  },
  statements: `
Master :: Made Master for {job}
Master :: Running with tokens:
Master :: Kind: MASTER_TOKEN, Service: , Ident: ({object})
Master :: Using the new committer.
Master :: Committer set in config null
Master :: Committer is {class}
Master :: Binding class {event} to class {handler}
Master :: Sending history to the timeline is not enabled
Master :: Adding token of {job} to tokenStore
Master :: Not inlining {job} because: not enabled; too many parts; too much input;
Master :: Input size of {job} = {n}. Splits = {small}
Master :: Reduces of {job} = {small}
Master :: {job}Job Moved from {state} to {state}
Master :: Master starts normal, non-inlined, multi-slot {job}.
Task :: {task} Task Moved from {state} to {state}
Task :: Task was done by attempt {task}
Attempt :: {task} Attempt Moved from {state} to {state}
Attempt :: Report of {task}: {reason}
Attempt :: Report of {task}: Error: java.net.NoRouteToHostException: No Route from {host}/{ip} to {host}:{port} failed after timeout: java.net.NoRouteToHostException: No route to host: nothing more known; See: {url}
Attempt :: Attempt: [{task}] uses slot: [{job} on: [{target}]
Attempt :: Found {host} in /default-rack
Allocator :: reduceRequest:<memory:{n}, cores:{small}>
Allocator :: mapRequest:<memory:{n}, cores:{small}>
Allocator :: Before Planning: WaitingReds:{small} PlannedMaps:{small} PlannedReds:{small} GivenMaps:{small} GivenReds:{small} DoneMaps:{small} DoneReds:{small} HostLocal:{small} RackLocal:{small}
Allocator :: After Planning: WaitingReds:{small} PlannedMaps:{small} PlannedReds:{small} GivenMaps:{small} GivenReds:{small} DoneMaps:{small} DoneReds:{small} HostLocal:{small} RackLocal:{small}
Allocator :: askResources() for {job}: ask={small} free= {small} new={small} done={small} limit=<memory:{int}, cores:{int}> nodes={small}
Allocator :: Got given slots {small}
Allocator :: Gave slot {job} to {task}
Allocator :: Planning again, room=<memory:{int}, cores:{int}>
Allocator :: Slow start not yet over. doneMaps {small}
Allocator :: ERROR TALKING TO MANAGER.
Allocator :: Cannot give slot Slot: [SlotId: {job}, NodeId: {target}, NodeHttp: {target}, Resource: <memory:{n}, cores:{small}>, Priority: {small}, Token: Token { kind: SlotToken, service: {address} }, ] to a map as it has less than <memory:{n}, cores:{small}> or none waits - maps.isEmpty={bool}
Launcher :: Handling event Type: SLOT_REMOTE_START for slot {job} attempt {task}
Launcher :: Handling event Type: SLOT_REMOTE_CLEAN for slot {job} attempt {task}
Launcher :: Starting {task}
Launcher :: KILLING {task}
Launcher :: Opening way : {target}
Listener :: VM with ID : {task} asks for a task
Listener :: VM with ID: {task} was given task: {task}
Listener :: Progress of Attempt {task} is : {float}
Listener :: Done note from {task}
Ipc :: Starting Reader #{small} for port {port}
Ipc :: IPC Responder: starting
Ipc :: IPC listener on {port}: starting
Ipc :: Connecting again to: {target}. Tried {small} time(s); policy is FixedSleep(max={small}, sleep={n} MILLISECONDS)
Ipc :: No new lease for [Client_{n}_{small}] for {n} seconds. Trying again ...
Ipc :: Address is another. Old: {target} New: {target}
Conf :: {path}:tries to set final parameter: {attr}; Ignoring.
Http :: Put filter {word} (class={class}) on context job
Http :: Put filter {word} (class={class}) on context static
Http :: adding path: /{word}/*
Http :: Web bound to port {port}
Http :: Unpacking jar:file:{path} to {path}
Metrics :: Map metrics started
Metrics :: Map metrics stopped.
Metrics :: Snapshots every {small} second(s).
Mapper :: Spilling output
Mapper :: start = {n}; end = {n}; void = {n}
Mapper :: kstart = {n}({n}); kend = {n}({n}); length = {n}/{n}
Mapper :: (BORDER) {n} kvi {n}({n})
Mapper :: Done spill {small}
Mapper :: Handling split: dfs://{target}{path}:{n}+{n}
Mapper :: Streamer Exception`,
}

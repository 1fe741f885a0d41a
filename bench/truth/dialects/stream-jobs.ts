import type { Dialect } from '../dialect.ts'
import { clock, day, level, millis } from '../headers.ts'

/** A stream processor in Java: operators with names of several words, attempts, checkpoints, exceptions in sentences. */
export const streamJobs: Dialect = {
  name: 'stream jobs',
  header: ({ at, component, random }) =>
    `${day(at).replaceAll('-', '/').slice(2)} ${clock(at)}.${millis(at)} ${level(random).padEnd(5)} ${component}: `,
  lists: {
    op: 'Source:_Kafka_orders Map Filter Window(TumblingEventTime) Sink:_audit KeyedProcess Flat_Map',
    state: 'CREATED SCHEDULED DEPLOYING INITIALIZING RUNNING FINISHED CANCELING CANCELED FAILED',
    cause:
      'TaskManager_is_no_longer_reachable Heartbeat_timed_out Could_not_materialize_checkpoint Buffer_pool_is_destroyed Connection_unexpectedly_closed',
    backend: 'hashmap rocksdb changelog',
    res: 'cpuCores heapMemory managedMemory networkMemory',
    leader: 'ResourceManager Dispatcher JobMaster RestEndpoint',
  },
  statements: `
ExecutionGraph :: {op} ({small}/{small}) ({hash}) switched from {state} to {state}.
ExecutionGraph :: Job {word}-pipeline ({hash}) switched from state {state} to {state}.
ExecutionGraph :: Deploying {op} ({small}/{small}) (attempt #{small}) with attempt id {hash} to {word}-{n}:{port} with allocation id {hash}
ExecutionGraph :: Restarting job after failure: {cause}
CheckpointCoordinator :: Triggering checkpoint {n} (type=CHECKPOINT) @ {big} for job {hash}.
CheckpointCoordinator :: Completed checkpoint {n} for job {hash} ({n} bytes, checkpointDuration={n} ms, finalizationTime={n} ms).
CheckpointCoordinator :: Checkpoint {n} of job {hash} expired before completing.
CheckpointCoordinator :: Decline checkpoint {n} by task {hash} of job {hash} at {word}-{n} @ {ip} (dataPort={port}).
CheckpointCoordinator :: No checkpoint found to restore.
CheckpointCoordinator :: Restoring job {hash} from Checkpoint {n} @ {big} for {hash} located at {url}.
TaskExecutor :: Received task {op} ({small}/{small})#{small} ({hash}), deploy into slot with allocation id {hash}.
TaskExecutor :: Close ResourceManager connection {hash}.
TaskExecutor :: Connecting to ResourceManager akka.tcp://cluster@{target}/user/rpc/{word}({hash}).
TaskExecutor :: Un-registering task and sending final execution state {state} to JobManager for task {op} ({small}/{small})#{small} {hash}.
TaskExecutor :: Free slot TaskSlot(index:{small}, state:ACTIVE, resource profile: ResourceProfile{cpu={float}, taskHeapMemory={size}}, allocationId: {hash}, jobId: {hash}).
Task :: {op} ({small}/{small})#{small} ({hash}) switched from {state} to {state}.
Task :: Freeing task resources for {op} ({small}/{small})#{small} ({hash}).
Task :: Ensuring all FileSystem streams are closed for task {op} ({small}/{small})#{small} ({hash}) [{state}]
StateBackend :: Job/cluster config to configure application-defined state backend: {backend}
StateBackend :: Using predefined options: DEFAULT.
StateBackend :: Attempting to load {backend} native library from {path}
Leader :: {leader} at {url} was granted leadership with leaderSessionID={uuid}
Leader :: Stopping {leader}.
Leader :: Starting {leader} with fencing token {hex}
Resources :: Requesting {small} new worker(s) with resource profile {res}={float}
Resources :: Worker {word}-{n} is terminated. Diagnostics: Container {job} was released on {host}
Resources :: Registering TaskManager with ResourceID {word}-{n} ({url}) at ResourceManager
Consumer :: [Consumer clientId=c-{n}, groupId={word}-readers] Resetting offset for partition {word}-{small} to offset {n}.
Consumer :: [Consumer clientId=c-{n}, groupId={word}-readers] Discovered group coordinator {target} (id: {n} rack: null)
Consumer :: [Consumer clientId=c-{n}, groupId={word}-readers] Cluster ID: {hex}
Consumer :: Kafka version: {version}
Consumer :: Kafka commitId: {hex}
Metrics :: Could not report metrics to {target}: {cause}
Metrics :: Actor system started at akka.tcp://metrics@{address}
Blob :: Downloading {hash}/p-{hash} from {address}
Blob :: Created BLOB server storage directory {folder}
Rest :: Rest endpoint listening at {address}
Rest :: Unhandled exception in handler {class}: {cause}
Memory :: Total Flink-like Memory: {size} ({n} bytes)
Memory :: JVM Overhead: {size} ({n} bytes)
Memory :: Task Heap: {size} ({n} bytes)
Security :: JAAS file will be created as {path}
Security :: Cannot install HadoopSecurityModule because Hadoop cannot be found in the Classpath.`,
}

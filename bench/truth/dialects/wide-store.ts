import type { Dialect } from '../dialect.ts'
import { clock, day, level, millis } from '../headers.ts'

/** A distributed store: threads in the header, tables and ranges, peers that come and go, sums with units. */
export const wideStore: Dialect = {
  name: 'wide store',
  header: ({ at, component, random }) =>
    `${level(random).padEnd(5)} [${random.of([`CompactionExecutor:${random.int(90)}`, 'GossipStage:1', `MutationStage-${random.int(9)}`, 'main', `MemtableFlushWriter:${random.int(60)}`])}] ${day(at)} ${clock(at)},${millis(at)} ${component}.java:${100 + component.length * 13} - `,
  lists: {
    ks: 'system shop metrics audit system~auth',
    cf: 'orders carts users sessions events~by~day compaction~history',
    why: 'repaired streamed STALE_HINTS schema_changed',
    pool: 'MutationStage ReadStage CompactionExecutor HintsDispatcher Native-Transport-Requests',
    verb: 'MUTATION READ RANGE~SLICE HINT PAGED~RANGE REQUEST~RESPONSE',
    dc: 'dc-east dc-west rack1',
  },
  statements: `
CompactionTask :: Compacting ({uuid}) [{path}:level={small}, {path}:level={small}, ]
CompactionTask :: Compacted ({uuid}) {small} sstables to [{path},] to level={small}.  {size} to {size} (~{percent} of original) in {n}ms.  Read Throughput = {size}/s, Write Throughput = {size}/s, Row Throughput = ~{n}/s.  {n} total partitions merged to {n}.
ColumnFamilyStore :: Enqueuing flush of {cf}: {size} ({percent}) on-heap, {size} ({percent}) off-heap
ColumnFamilyStore :: Initializing {ks}.{cf}
ColumnFamilyStore :: Flushing largest CFS(Keyspace='{ks}', ColumnFamily='{cf}') to free up room. Used total: {float}/{float}, live: {float}/{float}, flushing: {float}/{float}, this: {float}/{float}
Memtable :: Writing Memtable-{cf}@{n}({size} serialized bytes, {n} ops, {percent}/{percent} of on/off-heap limit), flushed range = (min({int}), max({int})]
Memtable :: Completed flushing {path} ({size}) for commitlog position CommitLogPosition(segmentId={big}, position={n})
Gossiper :: InetAddress {ip} is now UP
Gossiper :: InetAddress {ip} is now DOWN
Gossiper :: Node {ip} has restarted, now UP
Gossiper :: Node {ip} state jump to NORMAL
Gossiper :: FatClient {ip} has been silent for {n}ms, removing from gossip
Handshake :: Handshaking version with {host}/{ip}
Handshake :: Cannot handshake version with {host}/{ip}
StatusLogger :: Pool Name                    Active   Pending      Completed   Blocked  All Time Blocked
StatusLogger :: {pool} {n} {n} {n} {n} {n}
StatusLogger :: {ks}.{cf} {n},{n}
GCInspector :: G1 Young Generation GC in {n}ms.  G1 Eden Space: {n} -> {small}; G1 Old Gen: {n} -> {n}; G1 Survivor Space: {n} -> {n};
Messaging :: {verb} messages were dropped in last {n} ms: {n} internal and {n} cross node. Mean internal dropped latency: {n} ms and Mean cross-node dropped latency: {n} ms
Messaging :: Starting Messaging Service on {host}/{ip}:{port} ({device})
Hints :: Finished hinted handoff of file {uuid}-{epoch}-{small}.hints to endpoint /{ip}: {uuid}
Hints :: Created hint dispatcher for {ip}
Repair :: [repair #{uuid}] Received merkle tree for {cf} from /{ip}
Repair :: [repair #{uuid}] Sending completed merkle tree to /{ip} for {ks}.{cf}
Repair :: [repair #{uuid}] Endpoints /{ip} and /{ip} are consistent for {cf}
Repair :: [repair #{uuid}] Endpoints /{ip} and /{ip} have {n} range(s) out of sync for {cf}
Repair :: [repair #{uuid}] {cf} is fully synced
Repair :: Repair session {uuid} for range ({int},{int}] finished
Stream :: [Stream #{uuid}] Executing streaming plan for Repair
Stream :: [Stream #{uuid} ID#{small}] Prepare completed. Receiving {small} files({size}), sending {small} files({size})
Stream :: [Stream #{uuid}] Session with /{ip} is complete
Stream :: [Stream #{uuid}] All sessions completed
NoSpam :: Maximum memory usage reached ({size}), cannot allocate chunk of {size}
QueryProcessor :: {n} prepared statements discarded in the last minute because cache limit reached ({n} MB)
ReadCommand :: Read {n} live rows and {n} tombstone cells for query SELECT * FROM {ks}.{cf} WHERE key = {hex} LIMIT {n} (see tombstone_warn_threshold)
Batch :: Batch for [{ks}.{cf}] is of size {size}, exceeding specified threshold of {size} by {size}.
Auth :: Created default superuser role '{user}'
Auth :: User {user} logged in from {ip}
Storage :: Node {ip} is in {dc}
Storage :: {ip} {dc}: load {size}, owns {percent}
Storage :: Removing tokens [{int}, {int}, {int}] for /{ip}
Storage :: JOINING: waiting for ring information
Storage :: JOINING: Starting to bootstrap...
Storage :: DRAINING: starting drain process
Storage :: DRAINED
Index :: Submitting index build of {cf}~idx, for data in {path}
Index :: Index build of {cf}~idx complete
Settings :: Snapshot {word}-{epoch} of {ks} was taken because {why}`,
}

import type { Dialect } from '../dialect.ts'
import { clock, day, level, millis } from '../headers.ts'

/** A coordination service: `component: message: key=value`, elections, peers with addresses, names that are the statement. */
export const raftCluster: Dialect = {
  name: 'raft cluster',
  header: ({ at, component, random }) =>
    `${day(at)}T${clock(at)}.${millis(at)}Z [${level(random, 'INFO INFO INFO WARN ERROR DEBUG')}] ${component}: `,
  lists: {
    member: 'store-a store-b edge~1 edge~2 vault-main web-7f4 batch',
    check: 'service:web vault:health mem-util disk-usage serfHealth',
    status: 'passing warning critical',
    key: 'config/db feature/flags leader locks/import session/ttl',
    rpc: 'Catalog.ListServices KVS.Get Health.ServiceNodes Session.Apply Status.Leader',
    err: 'No_cluster_leader rpc_error_making_call:_EOF i/o_deadline_reached ACL_not_found Permission_denied',
    method: 'GET PUT DELETE',
  },
  statements: `
agent.server.raft :: entering follower state: follower="Node at {address} [Follower]" leader-address= leader-id=
agent.server.raft :: entering candidate state: node="Node at {address} [Candidate]" term={n}
agent.server.raft :: election won: term={n} tally={small}
agent.server.raft :: entering leader state: leader="Node at {address} [Leader]"
agent.server.raft :: added peer, starting replication: peer={uuid}
agent.server.raft :: pipelining replication: peer="(Voter) {uuid} {address}"
agent.server.raft :: heartbeat timeout reached, starting election: last-leader-addr={address} last-leader-id={uuid}
agent.server.raft :: failed to contact quorum of nodes, stepping down
agent.server.raft :: failed to heartbeat to: peer={address} backoff time={ms} error="{err}"
agent.server.raft :: starting snapshot up to: index={n}
agent.server.raft :: snapshot complete up to: index={n}
agent.server.raft :: compacting logs: from={n} to={n}
agent.server.serf.lan :: serf: EventMemberJoin: {member} {ip}
agent.server.serf.lan :: serf: EventMemberFailed: {member} {ip}
agent.server.serf.lan :: serf: EventMemberLeave: {member} {ip}
agent.server.serf.lan :: serf: attempting reconnect to {member} {address}
agent.server.memberlist.lan :: memberlist: Suspect {member} has failed, no acks received
agent.server.memberlist.lan :: memberlist: Marking {member} as failed, suspect timeout reached ({small} peer confirmations)
agent.server.memberlist.lan :: memberlist: Refuting a suspect message (from: {member})
agent.server.memberlist.lan :: memberlist: Was able to connect to {member} over TCP but UDP probes failed, network may be misconfigured
agent.server :: New leader elected: payload={member}
agent.server :: Adding LAN server: server="{member} (Addr: tcp/{address}) (DC: dc1)"
agent.server :: Removing LAN server: server="{member} (Addr: tcp/{address}) (DC: dc1)"
agent.server :: cluster leadership acquired
agent.server :: cluster leadership lost
agent.server :: member joined, marking health alive: member={member}
agent.server :: member failed, marking health critical: member={member}
agent.server :: deregistering member: member={member} reason=reaped
agent :: Synced node info
agent :: Synced service: service={word}-{small}
agent :: Synced check: check={check}
agent :: Check is now {status}: check={check}
agent :: Check missed TTL, is now critical: check={check}
agent :: Node info in sync
agent :: Coordinate update error: error="{err}"
agent.http :: Request finished: method={method} url={path} from={address} latency={duration}
agent.http :: Request error: method={method} url={path} from={address} error="{err}"
agent.dns :: QUERY refused from {address}: recursion is off
agent.dns :: rpc error: error="{err}"
agent.cache :: handling error in Cache.Notify: cache-type={rpc} error="{err}" index={n}
agent.client :: RPC failed to server: method={rpc} server={address} error="{err}"
agent.kv :: lock on {key} was lost by {member}
agent.kv :: session {uuid} of {member} invalidated, {small} locks released
agent.kv :: watch of {key} fired after {duration}
agent.auto_config :: no configuration was given, using defaults
agent.tls :: certificate of {member} expires in {n}h, renewing`,
}

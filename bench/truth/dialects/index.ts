import type { Dialect } from '../dialect.ts'
import { backupServer } from './backup-server.ts'
import { chatApp } from './chat-app.ts'
import { clusterNodes } from './cluster-nodes.ts'
import { clusterSyslog } from './cluster-syslog.ts'
import { controlPlane } from './control-plane.ts'
import { database } from './database.ts'
import { desktopSession } from './desktop-session.ts'
import { deviceGateway } from './device-gateway.ts'
import { edgeCache } from './edge-cache.ts'
import { endpointAgent } from './endpoint-agent.ts'
import { firewall } from './firewall.ts'
import { gameServer } from './game-server.ts'
import { healthApp } from './health-app.ts'
import { hypervisor } from './hypervisor.ts'
import { mac } from './mac.ts'
import { machineEvents } from './machine-events.ts'
import { mailServer } from './mail-server.ts'
import { mapJobs } from './map-jobs.ts'
import { mediaServer } from './media-server.ts'
import { messageQueue } from './message-queue.ts'
import { networkGear } from './network-gear.ts'
import { officeLedger } from './office-ledger.ts'
import { phoneSwitch } from './phone-switch.ts'
import { phoneSystem } from './phone-system.ts'
import { proxy } from './proxy.ts'
import { raftCluster } from './raft-cluster.ts'
import { scheduler } from './scheduler.ts'
import { serverEvents } from './server-events.ts'
import { shopBackend } from './shop-backend.ts'
import { streamJobs } from './stream-jobs.ts'
import { supervisor } from './supervisor.ts'
import { wideStore } from './wide-store.ts'
import { windowsServicing } from './windows-servicing.ts'

export const dialects: readonly Dialect[] = [
  machineEvents,
  clusterNodes,
  clusterSyslog,
  healthApp,
  proxy,
  windowsServicing,
  mac,
  mapJobs,
  scheduler,
  database,
  messageQueue,
  networkGear,
  supervisor,
  shopBackend,
  edgeCache,
  desktopSession,
  chatApp,
  streamJobs,
  serverEvents,
  wideStore,
  mailServer,
  raftCluster,
  phoneSwitch,
  firewall,
  backupServer,
  phoneSystem,
  controlPlane,
  hypervisor,
  gameServer,
  endpointAgent,
  mediaServer,
  deviceGateway,
  officeLedger,
]

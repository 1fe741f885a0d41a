import type { Dialect } from '../dialect.ts'
import { clusterNodes } from './cluster-nodes.ts'
import { clusterSyslog } from './cluster-syslog.ts'
import { database } from './database.ts'
import { edgeCache } from './edge-cache.ts'
import { healthApp } from './health-app.ts'
import { mac } from './mac.ts'
import { machineEvents } from './machine-events.ts'
import { mapJobs } from './map-jobs.ts'
import { messageQueue } from './message-queue.ts'
import { networkGear } from './network-gear.ts'
import { proxy } from './proxy.ts'
import { scheduler } from './scheduler.ts'
import { shopBackend } from './shop-backend.ts'
import { supervisor } from './supervisor.ts'
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
]

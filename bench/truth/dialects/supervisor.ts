import type { Dialect } from '../dialect.ts'
import { clock, dayOfMonth, level, millis } from '../headers.ts'

/** A cluster supervisor: `text key="value"`, names with random endings, errors that quote errors. */
export const supervisor: Dialect = {
  name: 'supervisor',
  header: ({ at, component, random }) =>
    `${level(random, 'I I I W E')}03${String(dayOfMonth(at)).padStart(2, '0')} ${clock(at)}.${millis(at)}431 ${String(1000 + random.int(3)).padStart(7)} ${component}:${component.length * 17}] `,
  lists: {
    pod: 'shop/cart-7d9f8c6b5-x2x9z shop/price-58c4f-9kq2d kube-system/dns-6799fc88d8-abcde ops/backup-27845-hhhtt ops/metrics-0',
    container: 'cart price dns backup sidecar metrics',
    image:
      'registry.example/shop/cart:1.4.2 registry.example/price:latest ghcr.example/ops/backup@sha256:abc123 dns:1.9',
    volume: 'data config tls-certs kube-api-access-7xk2p tmp',
    phase: 'Pending Running Succeeded Failed Unknown',
    probe: 'Liveness Readiness Startup',
    error: 'context_deadline_exceeded connection_refused no_such_host i/o_timeout EOF not_found',
    namespace: 'shop ops kube-system default monitoring',
  },
  statements: `
pod_workers.go :: "Error syncing pod, skipping" err="failed to start container: back-off {ms}" pod="{pod}" podUID={uuid}
kuberuntime.go :: "Killing container with a grace period" pod="{pod}" containerName="{container}" gracePeriod={n}
kuberuntime.go :: "Container started" pod="{pod}" containerName="{container}"
prober.go :: "Probe failed" probeType="{probe}" pod="{pod}" containerName="{container}" probeResult=failure output="Get \\"{url}\\": {error}"
prober.go :: {probe} probe for "{pod}:{container}" failed (failure): HTTP probe failed with statuscode: {n}
reconciler.go :: operationExecutor.VerifyVolume started for volume "{volume}" (UniqueName: "{path}") pod "{container}" (UID: "{uuid}")
reconciler.go :: operationExecutor.UnmountVolume started for volume "{volume}" (UniqueName: "{path}") pod "{container}" (UID: "{uuid}")
reconciler.go :: Volume detached for volume "{volume}" (UniqueName: "{path}") on node "{node}" DevicePath ""
eviction.go :: attempting to reclaim {container}-storage
eviction.go :: must evict pod(s) to reclaim memory
eviction.go :: pod {pod} is evicted successfully
status.go :: Failed to update status for pod {pod}: {error}
status.go :: Status for pod {pod} updated successfully: {phase}
server.go :: Event(v1.ObjectReference): type: 'Normal' reason: 'Pulled' Successfully pulled image "{image}" in {seconds}
server.go :: Event(v1.ObjectReference): type: 'Warning' reason: 'BackOff' Back-off pulling image "{image}"
server.go :: Successfully assigned {pod} to {node}
server.go :: Unable to register node "{node}" with API server: Post {url}: dial tcp {address}: {error}
server.go :: Starting to sync pod status with apiserver
server.go :: Skipping pod synchronization - [container runtime status check may not have completed yet., PLEG is not healthy: {error}]
trace.go :: Trace[{n}]: "List etcd3" key:/pods/{namespace},limit:{n} (total time: {ms}):
trace.go :: Trace[{n}]: [{ms}] [{ms}] END
leader.go :: successfully acquired lease {namespace}/{container}-lock
leader.go :: failed to renew lease {namespace}/{container}-lock: timed out waiting for the condition
gc.go :: Removing image "{image}" to free {n} bytes
gc.go :: Image garbage collection failed once. Stats initialization may not have completed yet: {error}
client.go :: Waited for {ms} due to client-side throttling, not priority and fairness, request: GET:{url}
client.go :: watch of *v1.{short} ended with: too old resource version: {n} ({n})
cert.go :: Rotating certificates
cert.go :: Certificate expiration is {date} +0000 UTC, rotation deadline is {date} +0000 UTC
scale.go :: Scaled up replica set {container}-{hex} to {small}
scale.go :: Scaled down replica set {container}-{hex} to {small} from {small}
scale.go :: too few replicas: have {small}, want {small}`,
}

import type { Dialect } from '../dialect.ts'
import { clock, day, dayOfMonth } from '../headers.ts'
import { pad } from '../values.ts'

/** A cluster's control plane: glog headers, quoted messages with fields, objects by `namespace/name`, errors in chains. */
export const controlPlane: Dialect = {
  name: 'control plane',
  header: ({ at, component, random }) =>
    `${random.of(['I', 'I', 'I', 'W', 'E'])}${day(at).slice(5, 7)}${pad(dayOfMonth(at))} ${clock(at)}.${100_000 + random.int(900_000)} ${String(1 + random.int(3)).padStart(7)} ${component}] `,
  lists: {
    ns: 'default kube-system shop payments monitoring ingress-nginx ci',
    name: 'cart web checkout-worker coredns metrics-server ledger grafana runner',
    kind: 'Deployment ReplicaSet StatefulSet DaemonSet Job',
    res: 'pods services endpoints configmaps secrets nodes leases',
    verb: 'get list watch update patch delete',
    sa: 'system:node:worker-1 system:serviceaccount:ci:runner system:kube-scheduler admin dev-anna',
    vol: 'data config-volume tls kube-api-access scratch',
    phase: 'Pending Running Succeeded Failed',
    cond: 'MemoryPressure DiskPressure PIDPressure Ready NetworkUnavailable',
    truth: 'True False Unknown',
    reason: 'CrashLoopBackOff ImagePullBackOff OOMKilled Error Completed ContainerCreating',
    err: 'context_deadline_exceeded connection_refused EOF i/o_timeout no_such_host unexpected_end_of_stream',
    image: 'registry.example.com/shop/cart:1.4.2 nginx:stable registry.example.com/ci/runner:v12 redis:7-alpine',
    zone: 'eu-west-1a eu-west-1b eu-west-1c',
    node: 'worker-1 worker-2 worker-3 edge-a edge-b master',
  },
  statements: `
kubelet.go:2104 :: "SyncLoop ADD" source="api" pods=[{ns}/{name}]
kubelet.go:2120 :: "SyncLoop DELETE" source="api" pods=[{ns}/{name}]
kubelet.go:2133 :: "SyncLoop (PLEG): event for pod" pod="{ns}/{name}" event={ID:{uuid} Type:ContainerStarted Data:{hash}}
kubelet.go:2139 :: "SyncLoop (PLEG): event for pod" pod="{ns}/{name}" event={ID:{uuid} Type:ContainerDied Data:{hash}}
pod_workers.go:965 :: "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"{name}\\" with {reason}" pod="{ns}/{name}" podUID={uuid}
prober.go:114 :: "Probe failed" probeType="Readiness" pod="{ns}/{name}" podUID={uuid} containerName="{name}" probeResult=failure output="Get \\"{url}\\": {err}"
prober.go:119 :: "Probe failed" probeType="Liveness" pod="{ns}/{name}" podUID={uuid} containerName="{name}" probeResult=failure output="HTTP probe failed with statuscode: {n}"
reconciler.go:258 :: "operationExecutor.MountVolume started for volume \\"{vol}\\" (UniqueName: \\"kubernetes.io/configmap/{uuid}-{vol}\\") pod \\"{name}\\" (UID: \\"{uuid}\\") " pod="{ns}/{name}"
operation_generator.go:722 :: MountVolume.SetUp succeeded for volume "{vol}" (UniqueName: "kubernetes.io/configmap/{uuid}-{vol}") pod "{name}" (UID: "{uuid}")
operation_generator.go:882 :: UnmountVolume.TearDown succeeded for volume "{vol}" (OuterVolumeSpecName: "{vol}") pod "{uuid}" (UID: "{uuid}"). InnerVolumeSpecName "{vol}". PluginName "kubernetes.io/projected", VolumeGidValue ""
kuberuntime_manager.go:741 :: killing container {name} of pod {ns}/{name}, grace period {n}s
image_gc_manager.go:310 :: Disk usage on image filesystem is at {percent} which is over the high threshold ({percent}). Trying to free {n} bytes down to the low threshold ({percent}).
image_gc_manager.go:375 :: Removing image {hash} to free {n} bytes
event.go:294 :: Event occurred: {ns}/{name} kind={kind} type=Normal reason=ScalingReplicaSet message="Scaled up replica set {name}-{hex} to {small}"
event.go:297 :: Event occurred: {ns}/{name} kind={kind} type=Warning reason=FailedCreate message="pods \\"{name}-{hex}\\" is forbidden"
controller.go:120 :: Starting {kind} controller
controller.go:131 :: Shutting down {kind} controller
controller.go:204 :: Caches are synced for {res}
controller.go:218 :: Waiting for caches to sync for {res}
deployment_controller.go:490 :: error syncing {kind} {ns}/{name}: Operation cannot be fulfilled on {res} "{name}": the object has been modified; please apply your changes to the latest version and try again
node_lifecycle_controller.go:780 :: Controller detected that zone {zone} is now in state Normal.
node_lifecycle_controller.go:801 :: Node {node} condition {cond} is {truth}
node_lifecycle_controller.go:812 :: Evicting all pods on node {node}: node is unreachable
garbagecollector.go:518 :: deleting object [v1/{kind}, namespace: {ns}, name: {name}, uid: {uuid}] with propagation policy Background
garbagecollector.go:431 :: processing item [v1/{kind}, namespace: {ns}, name: {name}, uid: {uuid}]
reflector.go:324 :: failed to list {res}: {err}
reflector.go:560 :: watch of {res} closed with: too old resource version: {n} ({n})
reflector.go:219 :: Listing and watching {res} from {path}
leaderelection.go:248 :: attempting to acquire leader lease {ns}/{name}...
leaderelection.go:258 :: successfully acquired lease {ns}/{name}
leaderelection.go:283 :: failed to renew lease {ns}/{name}: {err}
scheduler.go:621 :: "Successfully bound pod to node" pod="{ns}/{name}" node="{node}" evaluatedNodes={small} feasibleNodes={small}
factory.go:338 :: "Unable to schedule pod; no fit; waiting" pod="{ns}/{name}" err="{small}/{small} nodes are available: {small} Insufficient cpu."
trace.go:205 :: Trace[{big}]: "{verb}" url:/api/v1/{res},user-agent:{word}/v{version},client:{ip} ({date}) (total time: {ms}):
trace.go:219 :: Trace[{big}]: [{ms}] [{ms}] END
httplog.go:132 :: "HTTP" verb="{verb}" URI="{path}" latency="{ms}" userAgent="{word}/v{version}" srcIP="{address}" resp={n}
authorization.go:73 :: Forbidden: "{path}", Reason: "user {sa} cannot {verb} resource {res} in namespace {ns}"
rbac.go:119 :: RBAC: no rules authorize user "{sa}" to "{verb}" resource "{res}"
clientconn.go:1223 :: grpc: addrConn.createTransport failed to connect to {{target} {domain} <nil>}. Err: connection error: desc = "transport: {err}". Reconnecting...
client.go:360 :: parsed scheme: "endpoint"
client.go:371 :: ccResolverWrapper: sending update to cc: {[{{ip} 0 <nil>}] <nil>}
proxier.go:845 :: syncProxyRules took {ms}
proxier.go:1461 :: Opened local port "nodePort for {ns}/{name}" ({ip}:{port}/tcp4)
server.go:610 :: Version: {version}
server.go:655 :: external host was not specified, using {ip}
certificate_manager.go:356 :: Rotating certificates
certificate_manager.go:412 :: Certificate expiration is {date} +0000 UTC, rotation deadline is {date} +0000 UTC
pull.go:88 :: Pulling image {image}
pull.go:97 :: Pulled image {image} in {seconds}
autoscaler.go:310 :: Scale-down: node {node} may be removed
autoscaler.go:322 :: Scale-up: group {zone}-{word} size set to {small}
autoscaler.go:340 :: Node {node} is not suitable for removal - {percent} utilization too big`,
}

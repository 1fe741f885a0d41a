import type { Dialect } from '../dialect.ts'
import { iso } from '../headers.ts'

/** A job scheduler: `key=value` with and without quotes, `name: text`, lists of nodes, states of many words. */
export const scheduler: Dialect = {
  name: 'scheduler',
  header: ({ at }) => `[${iso(at).slice(0, 23)}] `,
  lists: {
    state: 'RUNNING COMPLETING PENDING SUSPENDED CANCELLED TIMEOUT NODE~FAIL',
    reason: 'Resources Priority Dependency Begin~Time Licenses Association~Limit',
    queue: 'batch debug interactive long gpu bigmem',
    nodes: 'cn[01-04] cn[17,19] gpu02 io[1-2,5] cn[01-64]',
    why: 'Not_responding Kill_task_failed Low_real_memory Prolog_error Duplicate_jobid health_check_failed',
  },
  statements: `
sched :: sched: Allocate JobId={n} NodeList={nodes} CPUs={small} Partition={queue}
sched :: sched/backfill: started JobId={n} in {queue} on {nodes}
sched :: submit_batch: JobId={n} InitPrio={n} usec={n}
sched :: job_complete: JobId={n} WEXITSTATUS {small}
sched :: job_complete: JobId={n} done
sched :: job_signal: {small} of running JobId={n} successful {short0x}
sched :: kill_job: REQUEST_KILL_JOB JobId={n} uid {n}
sched :: requeue job JobId={n} due to failure of node {node}
sched :: update_node: node {node} reason set to: {why}
sched :: update_node: node {node} state set to DRAINING
sched :: update_node: node {node} state set to IDLE
sched :: node {node} not responding, setting DOWN
sched :: Nodes {nodes} not responding
sched :: Node {node} now responding
sched :: Time limit exhausted for JobId={n}
sched :: Job {n} of user {user} waits in queue {queue} ({reason})
sched :: Job {n} state {state} -> {state}
sched :: step {n}.{small} of user {user} exited with status {small} on {node}
sched :: cleanup_completing: JobId={n} completion process took {n} seconds
sched :: power_save: pid {n} waking nodes {nodes}
sched :: reservation {word} created by {user} for accounts={queue,}
sched :: layouts: loading entities/relations information
sched :: Recovered state of {n} nodes
sched :: Recovered information about {n} jobs
sched :: read_conf: backup_controller not specified
sched :: Running as primary controller
sched :: Registering with database port {port}, it took usec={n}
sched :: auth/munge: decode failed: Expired credential
sched :: auth/munge: decode failed: Invalid credential
sched :: prolog of job {n} ran for {n} seconds
sched :: script {path} of job {n} gave "{why}"
sched :: license {word} total={n} used={n}
sched :: fair share of account {queue} is {float}
sched :: SchedulerParameters=default_queue_depth={n}, bf_max_job_test={n}`,
}

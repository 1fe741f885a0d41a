import type { Dialect } from '../dialect.ts'
import { clock, dayOfMonth, month } from '../headers.ts'

/** Nightly backups: names of jobs and volumes, states of devices, counts with and without a plural, summaries. */
export const backupServer: Dialect = {
  name: 'backup server',
  header: ({ at, component, random }) =>
    `${String(dayOfMonth(at)).padStart(2, '0')}-${month(at)} ${clock(at).slice(0, 5)} ${component} JobId ${random.int(3) === 0 ? 0 : 400 + random.int(60)}: `,
  lists: {
    job: 'NightlyHome NightlyMail CatalogDump Databases WeeklyArchive laptop-sync',
    pool: 'Full Incremental Scratch OffSite',
    volume: 'Full-0012 Full-0013 Incr-0771 Incr-0772 Tape07L5 Tape11L5 Offsite~A',
    drive: 'LTO-Drive-1 LTO-Drive-2 FileStorage DiskChanger',
    client: 'mailgate files01 db-primary anna~pc webshop backup',
    level: 'Full Incremental Differential VirtualFull',
    err: 'No_space_left_on_device Permission_denied Input/output_error Connection_reset_by_peer Broken_pipe',
    fs: 'ext4 xfs zfs nfs',
    files: 'files file',
    why: 'by_user because_of_errors too_long_in_queue duplicate_of_a_running_job',
    result: 'OK OK_--_with_warnings Error Canceled',
    slot: 'loaded empty unlabelled cleaning',
  },
  statements: `
director :: Start Backup JobId {n}, Job={job}.{day}_{small}
director :: Using Device "{drive}" to write.
director :: Using Device "{drive}" to read.
director :: Created new Volume="{volume}", Pool="{pool}", MediaType="File" in catalog.
director :: Recycled volume "{volume}"
director :: Pruning oldest volume "{volume}"
director :: Max configured use duration={n} sec. exceeded. Marking Volume "{volume}" as Used.
director :: Job {job} canceled {why}.
director :: Job {job} waiting. Cannot find any appendable volumes.
director :: Begin pruning Jobs older than {n} months.
director :: No Jobs found to prune.
director :: Begin pruning Files.
director :: No Files found to prune.
director :: End auto prune.
director :: Rescheduled Job {job} at {date} to re-run in {n} seconds.
director :: Prior failed job found in catalog. Upgrading to {level}.
director :: No prior Full backup Job record found.
director :: No prior or suitable Full backup found in catalog. Doing {level} backup.
director :: Fatal error: Client "{client}" is not responding
director :: Fatal error: Authorization problem with client {client} at {target}. Names or passwords do not match.
director :: Termination: Backup {result}
director :: Elapsed time={clock}, Transfer rate={size}/s
director :: Pool {pool} has {n} volumes, {n} of them full
director :: User {user} ran command: {word} {job}
storage :: Ready to append to end of Volume "{volume}" size={n}
storage :: Labeled new Volume "{volume}" on {drive} device ({folder}).
storage :: Wrote label to prelabeled Volume "{volume}" on {drive} device ({folder})
storage :: Volume "{volume}" previously written, moving to end of data.
storage :: End of Volume "{volume}" at {small}:{n} on device "{drive}" ({path}). Write of {n} bytes got {n}.
storage :: End of medium on Volume "{volume}" Bytes={n} Blocks={n} at {date}.
storage :: 3307 Issuing autochanger "unload slot {small}, drive {small}" command.
storage :: 3304 Issuing autochanger "load slot {small}, drive {small}" command.
storage :: 3305 Autochanger "load slot {small}, drive {small}", status is {result}.
storage :: Slot {small} is {slot}
storage :: Drive {drive} needs cleaning
storage :: Despooling elapsed time = {clock}, Transfer Rate = {size}/s
storage :: Spooling data ...
storage :: Committing spooled data to Volume "{volume}". Despooling {n} bytes ...
storage :: Sending spooled attrs to the Director. Despooling {n} bytes ...
storage :: Error: Could not open {path}: {err}
files :: {path} is a different filesystem ({fs}). Will not descend from / into it.
files :: Could not stat "{path}": ERR={err}
files :: Cannot open "{path}": ERR={err}.
files :: Socket is terminated.
files :: Saved {n} {files}, skipped {n}
files :: {files} {path} changed during save
files :: shell command: run ClientBeforeJob "{path} {job}"
files :: ClientBeforeJob: dump of {word} finished
files :: ACL support is not configured for your machine.
files :: VSS snapshot of {word} created as {guid}`,
}

import type { Dialect } from '../dialect.ts'
import { clock, day, millis } from '../headers.ts'

/** A messenger on a phone: tags, camel-case calls, key:value with bars, states without blanks, half-written sentences. */
export const chatApp: Dialect = {
  name: 'chat app',
  header: ({ at, component, random }) =>
    `${day(at).slice(5)} ${clock(at)}.${millis(at)}  ${String(1700 + random.int(9)).padStart(5)}  ${String(2200 + random.int(90)).padStart(5)} ${random.of(['D', 'D', 'I', 'V', 'W', 'E'])} ${component}: `,
  lists: {
    screen: 'ChatList Conversation Settings MediaViewer Profile CallScreen',
    net: 'WIFI LTE NONE 3G 5G',
    codec: 'opus h264 vp8 aac',
    phase: 'onCreate onStart onResume onPause onStop onDestroy',
    push: 'message call receipt presence typing',
    jobname: 'SendJob PullJob AvatarJob BackupJob PruneJob AttachmentDownloadJob',
    col: 'body date thread~id read~status expires~in',
  },
  statements: `
ActivityLog :: {screen}Activity@{hex} {phase}
ActivityLog :: {phase}: {screen}, saved={bool}
JobRunner :: [JOB::{uuid}][{jobname}] Running job.
JobRunner :: [JOB::{uuid}][{jobname}] Job succeeded after {ms}.
JobRunner :: [JOB::{uuid}][{jobname}] Job failed after {n} ms. (Attempt: {small})
JobRunner :: [JOB::{uuid}][{jobname}] onSubmit()
JobRunner :: Thread started. Keep alive = {n}
JobRunner :: JobRunner-{small} waits
Socket :: connect() net:{net}|metered:{bool}|vpn:{bool}
Socket :: connected in {n}ms
Socket :: disconnected code={n} reason=
Socket :: send ping seq:{n}
Socket :: pong seq:{n} rtt:{n}
Socket :: [{n}] request timed out
Socket :: Network changed from {net} to {net}
PushReceiver :: type:{push}|from:{big}|prio:{small}|delay:{n}
PushReceiver :: high prio push downgraded to normal
MessageStore :: insert msgId={n} thread={n} len={n}
MessageStore :: query({col},{col}) took {n}ms rows={n}
MessageStore :: trim thread {n} to {n} messages
MessageStore :: vacuum done, {size} freed
Decryptor :: [{epoch}] No session for {big}.{small}
Decryptor :: [{epoch}] Duplicate message from {big}.{small}
Decryptor :: [{epoch}] Successfully decrypted content
Call :: call {big} state=IDLE -> DIALING
Call :: call {big} state=DIALING -> CONNECTED
Call :: call {big} state=CONNECTED -> ENDED
Call :: ICE candidate {ip}:{port} typ host
Call :: ICE candidate {ip}:{port} typ relay raddr {ip} rport {port}
Call :: codec {codec} chosen, bitrate {n}
Call :: audio level {float} {float}
Media :: transcode {path} -> {path} {percent} done
Media :: download attachment {n}/{n} ({size})
Media :: decode bitmap {n}x{n} sample={small}
Media :: no thumbnail for {path}
Scheduler :: nextAlarm in {n}s, type {small}
Scheduler :: doze=true, wait
Scheduler :: doze=false, flush {small} jobs
Contacts :: sync start
Contacts :: sync end: {n} added, {n} removed, {n} unchanged
Contacts :: lookup {email}: no match
GC :: Background concurrent copying GC freed {n}({size}) AllocSpace objects, {small}({size}) LOS objects, {percent} free, {size}/{size}, paused {duration} total {ms}
Choreo :: Skipped {n} frames!  The application may be doing too much work on its main thread.
ViewRoot :: relayoutWindow returned: old=[{small},{small}][{n},{n}] new=[{small},{small}][{n},{n}] result={short0x} surface={bool}
InputQueue :: event dropped, window {hex} has no focus`,
}

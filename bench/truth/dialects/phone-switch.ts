import type { Dialect } from '../dialect.ts'
import { clock, day, level } from '../headers.ts'

/** A telephone exchange: source and function in the header, channels with counters, quoted extensions, sentences in C. */
export const phoneSwitch: Dialect = {
  name: 'phone switch',
  header: ({ at, component, random }) =>
    `[${day(at)} ${clock(at)}] ${level(random, 'VERBOSE VERBOSE NOTICE WARNING ERROR')}[${4000 + random.int(50)}][C-${String(random.int(999)).padStart(8, '0')}] ${component}: `,
  lists: {
    trunk: 'carrier-one sip-east backup~trunk mobile-gw',
    context: 'from-internal from-trunk macro-dial ivr-main ext-queues',
    file: 'vm-intro queue-thankyou tt-weasels pls-wait-connect-call',
    app: 'Dial Answer Queue Playback Set GotoIf Hangup NoOp',
    reason: 'Normal_Clearing User_busy No_answer Call_Rejected Unallocated_number',
    lang: 'en de es~MX',
    dev: 'INUSE NOT~INUSE RINGING UNAVAILABLE',
    queue: 'support sales billing night~desk',
  },
  statements: `
pbx.c :: Executing [{n}@{context}:{small}] {app}("SIP/{n}-{hex}", "{word},{n},{small}") in new stack
pbx.c :: Executing [s@{context}:{small}] {app}("SIP/{trunk}-{hex}", "") in new stack
pbx.c :: Auto fallthrough, channel 'SIP/{n}-{hex}' status is 'UNKNOWN'
pbx.c :: Spawn extension ({context}, {n}, {small}) exited non-zero on 'SIP/{n}-{hex}'
app_dial.c :: Called SIP/{trunk}/{n}
app_dial.c :: SIP/{n}-{hex} is ringing
app_dial.c :: SIP/{n}-{hex} is busy
app_dial.c :: SIP/{n}-{hex} answered SIP/{trunk}-{hex}
app_dial.c :: Nobody picked up in {n} ms
app_dial.c :: Everyone is busy/congested at this time ({small}:{small}/{small}/{small})
app_queue.c :: Queue '{queue}' has {small} callers, longest wait {n}s
app_queue.c :: Agent SIP/{n} of queue '{queue}' is now {dev}
app_queue.c :: Caller joined queue '{queue}' at position {small}
file.c :: <SIP/{n}-{hex}> Playing '{file}.gsm' (language '{lang}')
file.c :: File {file} does not exist in any format
chan_sip.c :: Registration from '"{n}" <sip:{n}@{ip}>' failed for '{ip}:{port}' - Wrong password
chan_sip.c :: Registration from '"{n}" <sip:{n}@{ip}>' failed for '{ip}:{port}' - No matching peer found
chan_sip.c :: Peer '{n}' is now UNREACHABLE!  Last qualify: {n}
chan_sip.c :: Peer '{n}' is now Reachable. ({n}ms / {n}ms)
chan_sip.c :: Peer '{trunk}' is now Lagged. ({n}ms / {n}ms)
chan_sip.c :: Retransmission timeout reached on transmission {hash} for seqno {n} (Critical Response) -- See wiki
chan_sip.c :: Registered SIP '{n}' at {ip}:{port}
chan_sip.c :: Unregistered SIP '{n}'
chan_sip.c :: Call from '' ({ip}:{port}) to extension '{n}' rejected because extension not found in context '{context}'.
channel.c :: Channel SIP/{n}-{hex} left 'simple_bridge' basic-bridge <{uuid}>
channel.c :: Channel SIP/{n}-{hex} joined 'simple_bridge' basic-bridge <{uuid}>
channel.c :: Hangup cause {small}: {reason}
cdr.c :: Failed to post CDR for {n} to {word}
rtp.c :: RTP Read too short
rtp.c :: Got RTP packet from {ip}:{port} (type {small}, seq {n}, ts {n}, len {n})
rtp.c :: Strict RTP switching to RTP source address {ip}:{port}
res_musiconhold.c :: Started music on hold, class '{word}', on channel 'SIP/{n}-{hex}'
res_musiconhold.c :: Stopped music on hold on SIP/{n}-{hex}
manager.c :: Manager '{user}' logged on from {ip}
manager.c :: Manager '{user}' logged off from {ip}
manager.c :: {ip} failed to authenticate as '{user}'
loader.c :: Loading module {word}~so => ({word} support)
logger.c :: Log queue threshold exceeded, {n} messages discarded
asterisk.c :: Remote UNIX connection
asterisk.c :: Remote UNIX connection disconnected
dnsmgr.c :: dnssrv: host '{domain}' changed from {ip}:{port} to {ip}:{port}
voicemail.c :: Mailbox {n}@{context} has {small} new and {small} old messages`,
}

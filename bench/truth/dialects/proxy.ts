import type { Dialect } from '../dialect.ts'
import { clock, dayOfMonth, month } from '../headers.ts'

/** A desktop proxy: few statements, each line full of values, sizes told twice when they are large. */
export const proxy: Dialect = {
  name: 'proxy',
  header: ({ at, random }) =>
    `[${month(at)}.${dayOfMonth(at)} ${clock(at)}] ${random.of(['browser.exe', 'updater.exe', 'chat_win *64', 'sync_agent'])} - `,
  lists: {
    error: 'the_user_gave_up the_peer_was_too_slow name_not_found host_not_reachable reset_by_peer',
  },
  statements: `
 :: {target} connected via proxy {target} TLS
 :: {target} connected via proxy {target} SOCKS
 :: {target} connected straight
 :: {target} done, {n} bytes out, {n} bytes in, time {lifetime}
 :: {target} done, {n} bytes out, {n} bytes in, time <1 s
 :: {target} done, {n} bytes ({float} KB) out, {n} bytes in, time {lifetime}
 :: {target} done, {n} bytes out, {n} bytes ({float} KB) in, time {lifetime}
 :: {target} done, {n} bytes ({float} KB) out, {n} bytes ({float} KB) in, time {lifetime}
 :: {target} failed : No way through proxy {target} - it will not connect to the target, status {n}
 :: {target} failed : No way to {target} - {error}
 :: {target} falls under rule {word}, so: direct`,
}

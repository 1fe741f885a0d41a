import type { Dialect } from '../dialect.ts'
import { clock, day, level } from '../headers.ts'

/** A C server: file and line, `key=value` next to sentences, upstreams, only a path or a number as message. */
export const edgeCache: Dialect = {
  name: 'edge cache',
  header: ({ at, component, random }) =>
    `${day(at).replaceAll('-', '/')} ${clock(at)} [${level(random, 'notice notice error warn debug')}] ${component === '' ? '' : `${component}: `}`,
  lists: {
    method: 'GET POST PUT DELETE HEAD',
    state: 'fresh stale expired bypass revalidated',
    header: 'Accept-Encoding Vary Set-Cookie X-Forwarded-For Cache-Control',
    module: 'gzip brotli lua geoip waf',
    cause: 'Connection_refused Connection_timed_out Operation_now_in_progress Broken_pipe',
    cipher: 'ECDHE-RSA-AES128 TLS~AES~256~GCM CHACHA20-POLY1305 AES128-SHA',
    pool: 'static images api checkout search',
    rule: 'sql~injection bad-bot path~traversal rate-limit xss',
  },
  statements: `
core :: signal {small} (SIGCHLD) received from {n}
core :: signal process started
core :: worker process {n} exited with code {small}
core :: start worker processes
core :: gracefully shutting down
core :: exiting
core :: reconfiguring
core :: using the "epoll" event method
core :: open socket #{small} left in connection {n}
core :: module {module} loaded
core :: module {module} unloaded
proxy :: *{n} connect() failed ({n}: {cause}) while connecting to upstream, client: {ip}, server: {domain}, request: "{method} {path} HTTP/1.1", upstream: "{url}", host: "{domain}"
proxy :: *{n} upstream timed out ({n}: {cause}) while reading response header from upstream, client: {ip}, server: {domain}, request: "{method} {path} HTTP/1.1", upstream: "{url}", host: "{domain}"
proxy :: *{n} client {ip} closed keepalive connection
proxy :: *{n} no live upstreams while connecting to upstream, client: {ip}
proxy :: pool {pool} has {small} of {small} members up
proxy :: member {address} of pool {pool} marked down
proxy :: member {address} of pool {pool} marked up
cache :: key={hash} state={state} size={n}
cache :: key={hash} evicted after {n}s
cache :: purge of {path} removed {n} objects
cache :: object {path} is {state}
cache :: header {header} dropped from {path}
cache :: disk {path} at {percent}
cache :: {path}
cache :: {n}
tls :: handshake with {ip} done, cipher {cipher}, {small} round trips
tls :: handshake with {ip} failed: no shared cipher
tls :: handshake with {ip} failed: certificate expired
tls :: certificate of {domain} expires in {n} days
waf :: rule {rule} matched in {header} of {ip}, score {n}
waf :: rule {rule} disabled
waf :: blocked {ip} for {n} s
 :: {path}: {n} bytes
 :: {n}`,
}

import type { Dialect } from '../dialect.ts'
import { clock, day, level, millis } from '../headers.ts'

/** A database server: sentences, quoted names, statements in the text, times with units. */
export const database: Dialect = {
  name: 'database',
  header: ({ at, random }) =>
    `${day(at)} ${clock(at)}.${millis(at)} UTC [${2000 + random.int(70)}] ${random.of(['app@shop', 'report@shop', 'postgres@postgres', '[unknown]@[unknown]'])} ${level(random, 'LOG LOG LOG ERROR FATAL WARNING')}:  `,
  lists: {
    table: 'orders order~items users sessions audit~log price~history',
    role: 'app report admin replicator backup',
    database: 'shop crm ledger postgres',
    cause: 'No_such_file_or_directory Permission_denied No_space_left_on_device Input/output_error',
    mode: 'ShareLock ExclusiveLock AccessShareLock RowExclusiveLock',
    sql: 'SELECT_*_FROM_orders_WHERE_id_=_17 UPDATE_users_SET_name_=_NULL COMMIT INSERT_INTO_audit~log_VALUES_(1,_2) BEGIN DELETE_FROM_sessions',
    cond: 'time wal xlog immediate force_wait shutdown_immediate',
  },
  statements: `
 :: checkpoint starting: {cond}
 :: checkpoint complete: wrote {n} buffers ({percent}); {small} file(s) added, {small} removed, {small} recycled; write={float} s, sync={float} s, total={float} s; sync files={n}, longest={float} s, average={float} s
 :: connection received: host={ip} port={port}
 :: connection authorized: user={role} database={database}
 :: connection authorized: user={role} database={database} SSL enabled (protocol=TLSv1.3, cipher=AES256, bits=256)
 :: disconnection: session time: {clock}.{n} user={role} database={database} host={ip} port={port}
 :: duration: {float} ms statement: {sql}
 :: duration: {float} ms
 :: could not open file "{path}": {cause}
 :: could not receive data from client: Connection reset by peer
 :: unexpected EOF on client connection with an open transaction
 :: password authentication failed for user "{role}"
 :: no entry in access file for host "{ip}", user "{role}", database "{database}"
 :: relation "{table}" does not exist at character {n}
 :: column "{word}" of relation "{table}" does not exist at character {n}
 :: duplicate key value violates unique constraint "{table}_pkey"
 :: deadlock detected
 :: process {n} still waiting for {mode} on transaction {n} after {float} ms
 :: process {n} acquired {mode} on transaction {n} after {float} ms
 :: automatic vacuum of table "{database}.public.{table}": index scans: {small}
 :: automatic analyze of table "{database}.public.{table}" system usage: CPU: user: {float} s, system: {float} s, elapsed: {float} s
 :: canceling statement due to statement timeout
 :: canceling statement due to user request
 :: temporary file: path "{path}", size {n}
 :: database system is ready to accept connections
 :: database system was shut down at {date} UTC
 :: database system was interrupted; last known up at {date} UTC
 :: received fast shutdown request
 :: received smart shutdown request
 :: redo starts at {small}/{n}
 :: started streaming WAL from primary at {small}/{n} on timeline {small}
 :: parameter "{word}" changed to "{n}"
 :: role {role} may not read {table}
 :: background worker "{word} launcher" (PID {n}) exited with exit code {small}
 :: server process (PID {n}) was terminated by signal {small}: Killed
 :: sorry, too many clients already
 :: syntax error at or near "{word}" at character {n}
 :: archive command failed with exit code {small}
 :: replication slot {word}_slot lags by {size}`,
}

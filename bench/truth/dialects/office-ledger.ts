import type { Dialect } from '../dialect.ts'
import { clock, day, millis } from '../headers.ts'

/** The books of a company: papers, partners and warehouses by name, jobs, reasons. */
export const officeLedger: Dialect = {
  name: 'office ledger',
  header: ({ at, component, random }) =>
    `${day(at)} ${clock(at)},${millis(at)} ${random.of(['INFO', 'WARN', 'ERROR'])} [${component}] `,
  lists: {
    doc: 'Invoice Purchase_Order Delivery_Note Credit_Memo',
    mod: 'Finance Sales Stock HR',
    user: 'm.keller j.smith a.ruiz admin',
    st: 'Draft Approved Posted Cancelled',
    cust: 'Nordwind_GmbH Acme_Ltd Blue_Sky_Inc Casa_Verde',
    wh: 'Main Berlin Returns Outlet',
    job: 'PriceUpdate DunningRun StockTake MailQueue',
    why: 'Period_is_closed Missing_tax_code Credit_limit_exceeded Record_locked_by_another_user',
  },
  statements: `
core.Posting :: {doc} {n} for {cust} posted by {user}
core.Posting :: {doc} {n} rejected: {why}
core.Posting :: Status of {doc} {n} changed: {st} -> {st}
core.Posting :: Period {small}/{n} closed by {user}
core.Stock :: Moved {n} pieces of {hex} from {wh} to {wh}
core.Stock :: Stock of {hex} in {wh} below minimum ({n} < {n})
core.Stock :: Inventory of warehouse {wh} started
core.Jobs :: Job {job} started
core.Jobs :: Job {job} finished in {ms}, {n} records
core.Jobs :: Job {job} failed: {why}
core.Jobs :: Next run of {job} at {date}
core.Mail :: Mail to {email} queued ({n} waiting)
core.Mail :: Mail server {domain} answered {n}
core.Auth :: Login of {user} from {ip}
core.Auth :: Login of {user} failed: wrong password
core.Auth :: User {user} has no right to open module {mod}
core.Auth :: Session of {user} timed out
core.Db :: Slow query ({ms}): {word}
core.Db :: Deadlock on table {word}, retry {small}
core.Db :: Pool: {n} active, {n} idle
core.Web :: GET {path} {n} {ms}
core.Web :: Export of {doc} list to {path} by {user}
core.Web :: Customer {cust} created by {user}
core.Web :: Customer {cust} merged into {cust}`,
}

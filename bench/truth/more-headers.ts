/** Header layouts that are hard to learn: parts that some lines lack, columns, several programs in one source. */
import { clock, day, dayOfMonth, iso, millis, month, stamp } from './headers.ts'

export interface HeaderLayout {
  readonly name: string
  /** The header of line `i`, up to the first character of the message. */
  header(i: number): string
}

const at = (i: number): number => Date.UTC(2026, 2, 3, 8, 30) + i * 1733
/** Scattered, yet the same for the same line. */
const draw = (i: number, salt: number, below: number): number =>
  (Math.imul((i + 1) ^ (salt * 0x9e3779b1), 0x85ebca6b) % below) >>> 0
const of = <T>(list: readonly T[], i: number, salt = 0): T => list[(draw(i, salt, 0x7fffffff) >>> 3) % list.length]
const one = (list: string, i: number, salt = 0): string => of(list.split(' '), i, salt)
const upper = (i: number): string => one('INFO INFO WARN ERROR DEBUG', i, 1)
const daemon = (i: number): string => one('sshd cron kernel dhclient ntpd', i, 2)
const logger = (i: number): string => one('core.net core.disk web.Session jobs.Runner', i, 3)
const pid = (i: number): number => 700 + ((draw(i, 4, 0x7fffffff) >>> 4) % 9000)

const syslog = (i: number): string => `${stamp(at(i))} web-1 ${daemon(i)}[${pid(i)}]: `
const boot = (i: number): string => `${iso(at(i))} ${upper(i).padStart(5)} ${pid(i) % 10} --- [main] ${logger(i)} : `

export const moreHeaders: readonly HeaderLayout[] = [
  {
    name: 'syslog, a fifth without program',
    header: (i) => (one('a a a a b', i, 5) === 'b' ? `${stamp(at(i))} web-1 ` : syslog(i)),
  },
  {
    name: 'syslog, a fifth without pid',
    header: (i) => (one('a a a a b', i, 5) === 'b' ? `${stamp(at(i))} web-1 ${daemon(i)}: ` : syslog(i)),
  },
  {
    name: 'logger lacks in a tenth',
    header: (i) => `${iso(at(i))} ${upper(i)} ${draw(i, 6, 10) === 0 ? '' : `${logger(i)}: `}`,
  },
  {
    name: 'thread lacks in a tenth',
    header: (i) => `${day(at(i))} ${clock(at(i))} ${upper(i)} ${draw(i, 6, 10) === 0 ? '' : `[main] `}${logger(i)} - `,
  },
  { name: 'two programs, line by line', header: (i) => (one('a b', i, 5) === 'a' ? syslog(i) : boot(i)) },
  { name: 'two programs, one rarely', header: (i) => (one('a b b b b b b b', i, 5) === 'a' ? syslog(i) : boot(i)) },
  {
    name: 'three programs',
    header: (i) => of([syslog, boot, (n: number) => `[${clock(at(n))}] ${upper(n)} `], i, 5)(i),
  },
  { name: 'another form from the middle on', header: (i) => (i < 250 ? syslog(i) : boot(i)) },
  {
    name: 'labelled machine events',
    header: (i) =>
      `${one('- - - - - - MEM NET', i, 7)} ${Math.floor(at(i) / 1000)} ${day(at(i)).replaceAll('-', '.')} R${pid(i) % 64}-M0 ${day(at(i))}-${clock(at(i)).replaceAll(':', '.')}.${millis(at(i))}000 R${pid(i) % 64}-M0 RAS ${one('KERNEL APP', i, 8)} ${upper(i)} `,
  },
  {
    name: 'inventory columns',
    header: (i) =>
      `${400_000 + i} node-${pid(i) % 256} ${one('unix.hw action switch_module domain', i, 9)} ${one('status error state_change.up', i, 10)} ${Math.floor(at(i) / 1000)} 1 `,
  },
  {
    name: 'cluster node with program',
    header: (i) =>
      `- ${Math.floor(at(i) / 1000)} ${day(at(i)).replaceAll('-', '.')} ${one('an1 bn2', i, 7)} ${stamp(at(i))} ${one('an1 bn2', i, 7)}/${one('an1 bn2', i, 7)} ${daemon(i)}[${pid(i)}]: `,
  },
  {
    name: 'thread in brackets, all fields',
    header: (i) => `[${iso(at(i))}] [${upper(i)}] [t-${pid(i) % 9}] [${logger(i)}] `,
  },
  {
    name: 'thread in round brackets',
    header: (i) => `${clock(at(i))},${millis(at(i))} ${upper(i).padEnd(5)} [${logger(i)}] (t-${pid(i) % 9}) `,
  },
  { name: 'level first', header: (i) => `${upper(i)} [${day(at(i))} ${clock(at(i))}] (run.py:${pid(i)}) ` },
  {
    name: 'many pipes',
    header: (i) => `${day(at(i))} ${clock(at(i))} | ${pid(i)} | t-${pid(i) % 9} | ${upper(i)} | run.py:${pid(i)} | `,
  },
  {
    name: 'thread, class and line',
    header: (i) =>
      `${day(at(i))} ${clock(at(i))},${millis(at(i))} - ${upper(i).padEnd(5)} [${one('main Worker:7 Listener', i, 3)}:${logger(i)}@${pid(i)}] - `,
  },
  {
    name: 'ctime with year and host',
    header: (i) => `Tue ${month(at(i))} ${dayOfMonth(at(i))} 2026 ${clock(at(i))} web-1 ${daemon(i)}: `,
  },
  { name: 'host before time', header: (i) => `web-1 ${daemon(i)}[${pid(i)}]: ${iso(at(i))} ${upper(i)} ` },
  { name: 'comma-separated', header: (i) => `${iso(at(i))},${upper(i)},${logger(i)},${pid(i)},` },
  {
    name: 'tabs',
    header: (i) => `${day(at(i))}\t${clock(at(i))}\t${one('web-1 web-2', i, 2)}\t${upper(i)}\t${pid(i)}\t`,
  },
  {
    name: 'request id in brackets',
    header: (i) =>
      `${day(at(i))} ${clock(at(i))}.${millis(at(i))} ${pid(i)} ${upper(i)} ${logger(i)} [req-${pid(i)}-ab${pid(i)} - - -] `,
  },
  {
    name: 'file name first',
    header: (i) => `app.log.1 ${day(at(i))} ${clock(at(i))}.${millis(at(i))} ${pid(i)} ${upper(i)} ${logger(i)} [-] `,
  },
  {
    name: 'month and day with a dot',
    header: (i) => `[${month(at(i))}.${dayOfMonth(at(i))} ${clock(at(i))}] ${one('browser.exe updater.exe', i, 2)} - `,
  },
  {
    name: 'numbered console',
    header: (i) => `<189>${i + 100}: ${stamp(at(i))}.${millis(at(i))}: %${one('SYS-5-RUN LINK-3-STATE', i, 2)}: `,
  },
  {
    name: 'day, clock and wide level',
    header: (i) => `${day(at(i))} ${clock(at(i))}, ${upper(i).padEnd(20)} ${one('SVC KTM', i, 2).padEnd(7)}`,
  },
  {
    name: 'level and part of a part',
    header: (i) =>
      `[${day(at(i))} ${clock(at(i))}] ${upper(i).toLowerCase()}: \t${one('io io hub', i, 3)}:${daemon(i)}: `,
  },
  { name: 'bracketed uptime', header: (i) => `[${String(1000 + i).padStart(5)}.${millis(at(i))}123] ` },
  {
    name: 'uptime and core',
    header: (i) => `[${String(1000 + i).padStart(5)}.${millis(at(i))}123] ${one('usb eth0 ext4', i, 3)}: `,
  },
  { name: 'angle prompt', header: (i) => `${clock(at(i))} ${upper(i)}> ` },
  { name: 'nothing', header: () => '' },
]

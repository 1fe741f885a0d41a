/**
 * Timestamps as the different programs of the shop write them, all in UTC. Formatting a date costs more than the rest of
 * a line, so each layout keeps the text of the second it wrote last.
 */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MILLIS = Array.from({ length: 1000 }, (_, i) => String(i).padStart(3, '0'))

function perSecond(render: (iso: string) => string): (time: number) => string {
  let second = Number.NaN
  let text = ''
  return (time) => {
    const now = Math.floor(time / 1000)
    if (now !== second) {
      second = now
      text = render(new Date(now * 1000).toISOString().slice(0, 19))
    }
    return text
  }
}

const isoSecond = perSecond((iso) => iso)
const spacedSecond = perSecond((iso) => iso.replace('T', ' '))
const month = (iso: string) => MONTHS[Number(iso.slice(5, 7)) - 1]

/** 2026-01-05T09:30:00.123Z */
export const isoTime = (time: number) => `${isoSecond(time)}.${MILLIS[time % 1000]}Z`
/** 2026-01-05 09:30:00,123 (log4j, Python) */
export const commaTime = (time: number) => `${spacedSecond(time)},${MILLIS[time % 1000]}`
/** 2026-01-05 09:30:00.123 UTC (PostgreSQL) */
export const postgresTime = (time: number) => `${spacedSecond(time)}.${MILLIS[time % 1000]} UTC`
/** 05/Jan/2026:09:30:00 +0000 (access logs) */
export const accessTime = perSecond(
  (iso) => `${iso.slice(8, 10)}/${month(iso)}/${iso.slice(0, 4)}:${iso.slice(11)} +0000`,
)
/** 2026/01/05 09:30:00 (nginx error log) */
export const nginxTime = perSecond((iso) => `${iso.slice(0, 10).replaceAll('-', '/')} ${iso.slice(11)}`)
/** Jan  5 09:30:00 (RFC 3164) */
export const syslogTime = perSecond(
  (iso) => `${month(iso)} ${String(Number(iso.slice(8, 10))).padStart(2)} ${iso.slice(11)}`,
)

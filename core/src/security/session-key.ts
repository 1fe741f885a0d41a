/** Which conversation a line belongs to: `program[pid]`, `[conn7]`, `session=...`. */

const CONNECTION = /\[(conn(?:ection)?[ #:-]?\d{1,12})\]|\b(conn=\d{1,12})\b/i
const PROCESS = /(?<![\w./-])([A-Za-z][\w./-]{0,48})\[(\d{1,10})\]/
const SESSION = /\b(?:session(?:[ _-]?id)?|sid|sess)[=:] ?"?([\w.:-]{4,64})/i
/** `ERROR[1234]` names a level and a thread, shared by everybody. */
const LEVEL = /^(?:notice|warn(?:ing)?|info|error|err|debug|verbose|security|fatal|trace|crit(?:ical)?|dtmf|kernel)$/i
/** Header and the first words hold it; what comes later is not ours. */
const REACH = 200

export function sessionKey(raw: string, host: string, known: string | undefined): string | undefined {
  const key = connectionIn(raw.slice(0, REACH)) ?? known ?? SESSION.exec(raw)?.[1]
  return key === undefined || key === '' ? undefined : `${host}/${key}`
}

export function connectionIn(head: string): string | undefined {
  const connection = CONNECTION.exec(head)
  if (connection !== null) return connection[1] ?? connection[2]
  const process = head.includes('[') ? PROCESS.exec(head) : null
  return process === null || LEVEL.test(process[1]) ? undefined : `${process[1]}[${process[2]}]`
}

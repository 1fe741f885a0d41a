/** Logs of services whose lines are labelled hostile or harmless: those of `truth/hostile/`, and those of DIR/fail2ban. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HostileTruth } from './truth/hostile/index.ts'

export interface HostileLabel {
  readonly isHostile: boolean
  /** Empty where the truth names nobody. */
  readonly offender: string
  readonly user?: string
}

export interface HostileLog {
  readonly service: string
  readonly lines: readonly string[]
  /** By number of the line, from 0; lines without a label are context. */
  readonly labels: ReadonlyMap<number, HostileLabel>
}

const ROW = /^(-|[^ /]+)(?:\/(.+?))? :: (.*)$/

export function ownHostileLogs(truth: HostileTruth): HostileLog[] {
  return Object.entries(truth).map(([service, labelled]) => {
    const rows = labelled
      .trim()
      .split('\n')
      .map((row) => {
        const parts = ROW.exec(row)
        if (parts === null) throw new Error(`${service}: not a labelled line: ${row}`)
        return parts
      })
    return {
      service,
      lines: rows.map(([, , , line]) => line),
      labels: new Map(
        rows.map(([, who, user], i) => [
          i,
          { isHostile: who !== '-', offender: who === '-' ? '' : who, ...(user !== undefined && { user }) },
        ]),
      ),
    }
  })
}

/** None where there is no such folder. */
export function foreignHostileLogs(data: string): HostileLog[] {
  const folder = join(data, 'fail2ban')
  if (!existsSync(folder)) return []
  const services = readdirSync(folder).flatMap((file) => (file.endsWith('.truth.csv') ? [file.slice(0, -10)] : []))
  return services.map((service) => {
    const [, ...rows] = readFileSync(join(folder, `${service}.truth.csv`), 'utf8')
      .trim()
      .split(/\r?\n/)
    return {
      service,
      lines: readFileSync(join(folder, `${service}.log`), 'utf8').split('\n'),
      labels: new Map(
        rows
          .map((row) => row.split(','))
          .filter(([, match, , , scope]) => match !== '' && scope === '')
          .map(([line, match, host]) => [Number(line) - 1, { isHostile: match === '1', offender: host }]),
      ),
    }
  })
}

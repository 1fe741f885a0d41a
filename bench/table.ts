/** One shape for every figure: what was measured, and the numbers it is held against. */
import Table from 'cli-table3'

export interface Row {
  readonly name: string
  /** Null when it could not be measured; `why` says why. */
  readonly value: number | null
  readonly min?: number
  readonly max?: number
  readonly unit: string
  readonly better: 'higher' | 'lower'
  readonly reach?: number
  readonly beyond?: number
  readonly why?: string
}

/** Prints the rows for people, and last as one JSON object where programs read. */
export function printRows(bench: string, rows: readonly Row[], json: boolean): void {
  const table = new Table({
    head: [bench, 'value', 'min', 'max', 'unit', 'reach', 'beyond'],
    style: { head: [], border: [], compact: true },
  })
  for (const row of rows) {
    const { name, value, min, max, unit, reach, beyond, why } = row
    table.push([
      name,
      value === null ? (why ?? '-') : amount(value),
      amount(min),
      amount(max),
      unit,
      amount(reach),
      amount(beyond),
    ])
  }
  process.stdout.write(`${table.toString()}\n`)
  if (json) process.stdout.write(`${JSON.stringify({ bench, rows })}\n`)
}

function amount(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(4)))
}

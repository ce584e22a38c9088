import type { Row } from './judge/row.ts'

const seconds = (value: number | null) => (value === null ? '–' : `${value} s`)

/** A row as one line of text. */
export function lineOf(row: Row): string {
  const told = row.tier === null ? 'never told' : `${row.tier}, ${seconds(row.delayS)} later`
  const figures = [
    told,
    `${row.falseAlerts} false`,
    row.states.join(' → '),
    `recovery ${seconds(row.recoveryS)}`,
  ]
  const wrong = row.wrong ? `  ✗ ${row.wrong.join('; ')}` : ''
  return `${row.ok ? '✓' : '✗'} ${row.venue.padEnd(10)} ${row.fault.padEnd(20)} ${figures.join(', ')}${wrong}`
}

/** The result of a whole drill, as one object. */
export const summaryOf = (rows: readonly Row[]) => ({
  rows,
  passed: rows.filter(({ ok }) => ok).length,
  failed: rows.filter(({ ok }) => !ok).length,
})

import { markdownTable } from './table-below.ts'

/** The output of `npm run bench -- --json`. */
export interface BenchOutput {
  readonly machine: string
  readonly figures: readonly {
    readonly id: string
    readonly median: number
    readonly min: number
    readonly max: number
    readonly unit: string
    readonly goal: number
  }[]
}

/** The measured figures as a markdown table, and where they were measured. */
export function benchmarksTable({ machine, figures }: BenchOutput): string {
  const rows = figures.map(({ id, median, min, max, unit, goal }) => [
    `\`${id}\``,
    String(median),
    `${min} – ${max}`,
    String(goal),
    unit,
    median <= goal ? 'yes' : '**no**',
  ])
  const head = ['figure', 'median', 'of all rounds', 'goal (at most)', 'unit', 'met']
  return `Measured on: ${machine}.\n\n${markdownTable([head, ...rows])}`
}

import { oneOf, readOptions } from '../command-line.ts'
import { sectionIds, type SectionId } from './sections.ts'

/** Options of `npm run scorecard`. */
export interface ScorecardOptions {
  /** Folder with pump-trades, labels and candles. */
  readonly data: string
  /** File for the tables; null prints JSON only. */
  readonly out: string
  /** One section only, to standard output instead of the file. */
  readonly only: SectionId | null
  readonly json: boolean
}

/** Parses the command line. @throws UsageError on invalid arguments */
export function readScorecardOptions(argv: readonly string[]): ScorecardOptions {
  const { values } = readOptions(
    {
      data: { type: 'string', default: '../shared/data' },
      out: { type: 'string', default: 'SCORECARD.md' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    argv,
  )
  const only = values.only === undefined ? null : oneOf('--only', values.only, sectionIds)
  return { data: values.data, out: values.out, only, json: values.json }
}

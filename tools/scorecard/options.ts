import { oneOf, readOptions } from '../command-line.ts'
import { sectionIds, type SectionId } from './sections.ts'

/** What the caller of `npm run scorecard` asked for. */
export interface ScorecardOptions {
  /** Folder with pump-trades, labels and candles. */
  readonly data: string
  /** Where the tables go; null prints nothing but JSON. */
  readonly out: string
  /** One section alone, to standard output instead of the file. */
  readonly only: SectionId | null
  readonly json: boolean
}

/** Reads the command line. @throws UsageError on anything that is not understood */
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

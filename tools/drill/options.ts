import { venues } from '../../src/exchanges/registry.ts'
import { oneOf, readOptions, UsageError } from '../command-line.ts'
import { faults } from './faults/all.ts'

/** Options of `npm run drill`. */
export interface DrillOptions {
  /** Print the faults and play nothing. */
  readonly list: boolean
  /** Ids of the venues. */
  readonly venues: readonly string[]
  /** Names of the faults. */
  readonly faults: readonly string[]
  readonly seed: number
  readonly json: boolean
}

/** Parses the command line. @throws UsageError on invalid arguments */
export function readDrillOptions(argv: readonly string[]): DrillOptions {
  const { values } = readOptions(
    {
      list: { type: 'boolean', default: false },
      venue: { type: 'string', default: 'all' },
      fault: { type: 'string', default: 'all' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
    argv,
  )
  if (!/^\d+$/.test(values.seed)) throw new UsageError(`--seed takes a whole number: not '${values.seed}'`)
  const chosen = (option: string, value: string, all: readonly string[]) =>
    value === 'all' ? all : [oneOf(option, value, ['all', ...all])]
  return {
    list: values.list,
    venues: chosen(
      '--venue',
      values.venue,
      venues.map(({ id }) => id),
    ),
    faults: chosen(
      '--fault',
      values.fault,
      faults.map(({ name }) => name),
    ),
    seed: Number(values.seed),
    json: values.json,
  }
}

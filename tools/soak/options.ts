import { exchanges } from '../../src/exchanges/registry.ts'
import { oneOf, readOptions, UsageError } from '../command-line.ts'

/** Options of `npm run soak`. */
export interface SoakOptions {
  /** Simulated time, hours. */
  readonly hours: number
  readonly seed: number
  /** Ids of the venues. */
  readonly venues: readonly string[]
  readonly json: boolean
}

/** Two pumps and a crash need this long, hours. */
const minHours = 0.2
/** The recording is kept for a week: nothing new happens after it. */
const maxHours = 200

/** Parses the command line. @throws UsageError on invalid arguments */
export function readSoakOptions(argv: readonly string[]): SoakOptions {
  const { values } = readOptions(
    {
      hours: { type: 'string', default: '24' },
      seed: { type: 'string', default: '1' },
      venue: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
    },
    argv,
  )
  const hours = /^\d+(\.\d+)?$/.test(values.hours) ? Number(values.hours) : NaN
  if (!(hours >= minHours && hours <= maxHours))
    throw new UsageError(`--hours takes a number from ${minHours} to ${maxHours}: not '${values.hours}'`)
  if (!/^\d{1,9}$/.test(values.seed))
    throw new UsageError(`--seed takes a whole number: not '${values.seed}'`)
  const ids = exchanges.map(({ id }) => id)
  return {
    hours,
    seed: Number(values.seed),
    venues: values.venue?.map((id) => oneOf('--venue', id, ids)) ?? ids,
    json: values.json,
  }
}

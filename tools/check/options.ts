import { venues } from '../../src/exchanges/registry.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import { oneOf, readOptions, UsageError } from '../command-line.ts'
import { type Drift, drifts } from './drifts.ts'

/** Options of `npm run check`. */
export interface CheckOptions {
  readonly exchanges: readonly Exchange[]
  /** How long to listen to each stream. */
  readonly seconds: number
  /** Folder that keeps what was received; null: nothing is kept. */
  readonly save: string | null
  readonly json: boolean
  /** Simulated venues are asked instead of the real ones. */
  readonly isSimulated: boolean
  /** What is planted in the simulated venues, and at which call. */
  readonly planted: { readonly drift: Drift; readonly call: string } | null
}

/** Streams must be heard for long enough, and nobody is asked for hours. */
const secondsRange = [5, 3600] as const

/** Parses the command line. @throws UsageError on invalid arguments */
export function readCheckOptions(argv: readonly string[]): CheckOptions {
  const { values } = readOptions(
    {
      venue: { type: 'string', multiple: true, default: ['all'] },
      seconds: { type: 'string', default: '60' },
      save: { type: 'string' },
      json: { type: 'boolean', default: false },
      server: { type: 'boolean', default: false },
      drift: { type: 'string' },
      at: { type: 'string' },
    },
    argv,
  )
  const seconds = /^\d+$/.test(values.seconds) ? Number(values.seconds) : NaN
  const [least, most] = secondsRange
  if (!(seconds >= least && seconds <= most))
    throw new UsageError(`--seconds takes a whole number from ${least} to ${most}: not '${values.seconds}'`)
  if (values.drift !== undefined && !values.server)
    throw new UsageError('--drift needs --server: it is planted in simulated venues')
  if (values.at !== undefined && values.drift === undefined)
    throw new UsageError('--at needs --drift: it says where the drift is planted')
  const names = drifts.map(({ name }) => name)
  const drift = values.drift === undefined ? null : oneOf('--drift', values.drift, names)
  const ids = venues.map(({ id }) => id)
  const chosen = values.venue.map((id) => oneOf('--venue', id, [...ids, 'all']))
  return {
    exchanges: chosen.includes('all') ? venues : venues.filter(({ id }) => chosen.includes(id)),
    seconds,
    save: values.save ?? null,
    json: values.json,
    isSimulated: values.server,
    planted:
      drift === null
        ? null
        : { drift: drifts.find(({ name }) => name === drift)!, call: values.at ?? 'tickers' },
  }
}

import { oneOf, readOptions, UsageError } from '../command-line.ts'
import { pairOption, type PairSides } from './input/pair-of-name.ts'

/** Options of `npm run backtest`. */
export interface BacktestOptions {
  /** A file or a folder. */
  readonly input: string
  /** CSV of known announcements. */
  readonly labels: string | null
  /** File for alerts as JSON lines. */
  readonly alerts: string | null
  readonly sensitivity: 'quiet' | 'balanced' | 'sensitive'
  /** `screen` replays tickers only. */
  readonly stage: 'both' | 'screen'
  /** The pair of files whose rows do not name one. */
  readonly pair: PairSides | null
  readonly venue: string
  readonly json: boolean
  /** Threads: as many as there are processors where it is not given. */
  readonly workers: number | null
}

/** More threads than any machine needs: each holds an engine. */
const maxWorkers = 256

/** Parses the command line. @throws UsageError on invalid arguments */
export function readBacktestOptions(argv: readonly string[]): BacktestOptions {
  const { values } = readOptions(
    {
      input: { type: 'string' },
      labels: { type: 'string' },
      alerts: { type: 'string' },
      sensitivity: { type: 'string', default: 'balanced' },
      stage: { type: 'string', default: 'both' },
      pair: { type: 'string' },
      venue: { type: 'string', default: 'binance' },
      json: { type: 'boolean', default: false },
      workers: { type: 'string' },
    },
    argv,
  )
  if (!values.input) throw new UsageError('--input FILE_OR_DIR is needed: what shall be replayed?')
  return {
    input: values.input,
    labels: values.labels ?? null,
    alerts: values.alerts ?? null,
    sensitivity: oneOf('--sensitivity', values.sensitivity, ['quiet', 'balanced', 'sensitive']),
    stage: oneOf('--stage', values.stage, ['both', 'screen']),
    pair: values.pair === undefined ? null : pairOption(values.pair),
    venue: values.venue.toLowerCase(),
    json: values.json,
    workers: values.workers === undefined ? null : workersOption(values.workers),
  }
}

function workersOption(value: string): number {
  const workers = Number(value)
  if (/^\d+$/.test(value) && workers >= 1 && workers <= maxWorkers) return workers
  throw new UsageError(`--workers takes a number from 1 to ${maxWorkers}: not '${value}'`)
}

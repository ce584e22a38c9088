import type { Leg } from './clock.ts'
import { openClock } from './clock.ts'
import { openCrowd } from './generated/crowd.ts'
import { universeOf } from './generated/universe.ts'
import { openMarket } from './market/market.ts'
import { mergeSources } from './market/merge-sources.ts'
import { openReplay } from './recorded/replay.ts'
import { readTradeFile } from './recorded/trade-file.ts'
import type { Scenario } from './scenario.ts'

const minuteMs = 60_000

export interface RecordedOptions {
  /** One instant (ms UTC) per file; later files are shifted so that theirs falls on the first file's. */
  readonly align?: readonly number[]
  /**
   * Market time at which the replay starts; earlier trades are history. Default: ten minutes before the
   * announcement.
   */
  readonly from?: number
  /** Market time of the end. Default: twenty minutes after the announcement. */
  readonly until?: number
  readonly speeds?: readonly Leg[]
  /** Adds the generated market around the recorded pairs. */
  readonly crowd?: boolean
  /** Seed of the generated market. */
  readonly seed?: number
  /** Wall clock (ms) that drives the scenario's; the machine's own by default. */
  readonly wall?: () => number
}

/**
 * Opens recorded trade files (`COIN_…csv.gz`) as a scenario, replayed fill by fill. The page shows the first
 * file's pair; the instant in its name, if any, sets the default times.
 *
 * @throws Error where a file cannot be read
 */
export function openRecorded(files: readonly string[], options: RecordedOptions = {}): Scenario {
  const tapes = files.map(readTradeFile)
  const [first] = tapes
  if (!first) throw new Error('No file to replay')
  const instant = first.announced ?? middleOf(first.orders)
  const starts = options.from ?? instant - 10 * minuteMs
  const ends = options.until ?? instant + 20 * minuteMs
  const align = options.align ?? []
  const sources = tapes.map(({ instrument, orders }, i) =>
    openReplay(instrument, orders, (align[0] ?? 0) - (align[i] ?? align[0] ?? 0)),
  )
  if (options.crowd) {
    const seed = options.seed ?? 1
    sources.push(openCrowd(seed, universeOf(seed, starts), starts))
  }
  return {
    name: 'recorded',
    page: { base: first.instrument.base, quote: first.instrument.quote },
    starts,
    ends,
    market: openMarket(mergeSources(sources), starts),
    clock: openClock(starts, options.speeds ?? paceAround(instant, ends), options.wall),
  }
}

/** Slow around the event, fast before and after: about a minute in all. */
const paceAround = (instant: number, ends: number): Leg[] => [
  { until: instant - minuteMs / 2, speed: 40 },
  { until: instant + 3 * minuteMs, speed: 10 },
  { until: ends, speed: 60 },
]

const middleOf = (orders: readonly { readonly at: number }[]): number =>
  orders[Math.floor(orders.length / 2)]?.at ?? 0

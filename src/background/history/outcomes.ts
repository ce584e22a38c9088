import type { Engine } from '../../detect/engine-state.ts'
import { isOpen } from '../../market/episode.ts'
import type { Span } from '../../exchanges/candles/candle-feed.ts'
import type { Pair } from '../../market/pair.ts'
import type { Candle } from '../../market/row.ts'
import { type EpisodeRow, horizons, nextHorizon, rowWithPrice } from '../storage/episode-row.ts'
import { dueRows, updateRows } from './history.ts'
import { candlePrice, enginePrice, isOver } from './outcome-price.ts'

/** Where the prices of outcomes come from. */
export interface PriceSources {
  /** The engines of the venues that are watched now. */
  engines(): readonly Engine[]
  /** One-minute candles of a pair, oldest first; empty where the venue or its rate limit gives none now. */
  candles(pair: Pair, span: Span): Promise<readonly Candle[]>
}

/** Rows and candle requests per run: after a long sleep hundreds of outcomes are due at once. */
const maxRows = 300
const maxCandleRequests = 5
/** So long before and after (ms) a pair that trades seldom has had a candle. */
const aroundMs = 2 * 3_600_000
/** Attempts before a price that cannot be had is given up. */
const maxTries = 6
/** How long an unwatched venue is waited for, ms: after that no venue's one-minute candles reach back. */
const maxWaitMs = 86_400_000

/**
 * Measures every outcome that is due: by the engine's last hour, else by the venue's candles, else it is unknown
 * for good. The jobs are rows of the history, so that a worker that slept or died finds them again.
 *
 * @param now wall clock, ms
 */
export async function measureOutcomes({ engines, candles }: PriceSources, now: number): Promise<void> {
  const engineByVenue = new Map(engines().map((engine) => [engine.data.venue, engine]))
  // Market time may differ from ours, as it does in a replay.
  const rows = await dueRows(Math.max(now, ...engines().map(({ data: { at } }) => at)), maxRows)
  let candleRequests = 0
  for (const row of rows) {
    const { due = Infinity, episode } = row
    const engine = engineByVenue.get(episode.venue)
    if (!engine) {
      if (now - due > maxWaitMs) await settle(row, null)
      continue
    }
    if (!isOver(due, engine.data.at)) continue
    const price = episode.symbol === null ? marketPrice(row) : enginePrice(engine, episode.symbol, due)
    if (price !== null || episode.symbol === null) await settle(row, price)
    else if (candleRequests < maxCandleRequests) {
      candleRequests++
      await settleBy(row, await candlesOf(row, candles))
    }
  }
}

/** The price of a whole market is its episode's: once that has ended it is no longer measured. */
function marketPrice({ episode, due = Infinity }: EpisodeRow): number | null {
  return isOpen(episode) && episode.updatedAt >= due ? episode.lastPrice : null
}

async function candlesOf(
  { episode, due = Infinity }: EpisodeRow,
  candles: PriceSources['candles'],
): Promise<readonly Candle[]> {
  const { venue, base, quote } = episode
  if (base === null || quote === null) return []
  const span = { from: due - aroundMs, until: due + aroundMs }
  return candles({ venue, base, quote }, span).catch(() => [])
}

async function settleBy(row: EpisodeRow, candles: readonly Candle[]): Promise<void> {
  const price = candlePrice(candles, row.due ?? Infinity)
  if (price !== null || row.tries + 1 >= maxTries) return settle(row, price)
  await updateRows([row.id], (present) => ({ ...present, tries: present.tries + 1 }))
}

function settle({ id, due, startedAt }: EpisodeRow, price: number | null): Promise<void> {
  return updateRows([id], (present) => {
    const horizon = nextHorizon(present)
    // A horizon that was measured meanwhile keeps its price.
    const isSame = horizon !== undefined && startedAt + horizons[horizon] === due
    return isSame ? rowWithPrice(present, horizon, price) : present
  })
}

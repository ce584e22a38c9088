import type { Engine } from '../../detect/engine-state.ts'
import { isOpen } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import type { Candle } from '../../market/row.ts'
import { changeKept, keptDue } from './history.ts'
import { horizons, keptAfter, type KeptEpisode, nextHorizon } from '../storage/kept-episode.ts'
import { candlePrice, heardPrice, isOver } from './outcome-price.ts'

/** What outcomes are measured by. */
export interface Measures {
  /** The engines of the venues that are watched now. */
  engines(): readonly Engine[]
  /** One-minute candles of a pair, oldest first, within the venue's budget; empty where it gives none now. */
  candles(pair: Pair): Promise<readonly Candle[]>
}

/** So many rows are looked at in one go, and so many pairs asked for: after a long sleep hundreds are due at once. */
const rowsMost = 300
const askedMost = 5
/** So many times a price that nobody tells is asked for. */
const triesMost = 6
/** A venue that is not watched is waited for so long, ms: then nobody's candles reach back. */
const waitMs = 86_400_000

/**
 * Measures every outcome that is due: by what the engine heard in the last hour, else by the venue's candles, else
 * it is unknown for good. The jobs are rows of the history, so that a worker that slept or died finds them again.
 *
 * @param now wall clock, ms
 */
export async function measureOutcomes({ engines, candles }: Measures, now: number): Promise<void> {
  const known = new Map(engines().map((engine) => [engine.data.venue, engine]))
  // Market time may run apart from ours, as it does in a replay.
  const rows = await keptDue(Math.max(now, ...engines().map(({ data: { at } }) => at)), rowsMost)
  let asked = 0
  for (const row of rows) {
    const { due = Infinity, episode } = row
    const engine = known.get(episode.venue)
    if (!engine) {
      if (now - due > waitMs) await settle(row, null)
      continue
    }
    if (!isOver(due, engine.data.at)) continue
    const heard = episode.symbol === null ? marketPrice(row) : heardPrice(engine, episode.symbol, due)
    if (heard !== null || episode.symbol === null) await settle(row, heard)
    else if (asked < askedMost) {
      asked++
      await settleBy(row, await candlesOf(row, candles))
    }
  }
}

/** A market's price is its episode's: after its end nobody measures it on. */
function marketPrice({ episode, due = Infinity }: KeptEpisode): number | null {
  return isOpen(episode) && episode.updatedAt >= due ? episode.lastPrice : null
}

async function candlesOf({ episode }: KeptEpisode, candles: Measures['candles']): Promise<readonly Candle[]> {
  const { venue, base, quote } = episode
  if (base === null || quote === null) return []
  return candles({ venue, base, quote }).catch(() => [])
}

async function settleBy(row: KeptEpisode, candles: readonly Candle[]): Promise<void> {
  const price = candlePrice(candles, row.due ?? Infinity)
  if (price !== null || row.tries + 1 >= triesMost) return settle(row, price)
  await changeKept([row.id], (kept) => ({ ...kept, tries: kept.tries + 1 }))
}

function settle({ id, due, startedAt }: KeptEpisode, price: number | null): Promise<void> {
  return changeKept([id], (kept) => {
    const horizon = nextHorizon(kept)
    // What was measured meanwhile stands.
    const isSame = horizon !== undefined && startedAt + horizons[horizon] === due
    return isSame ? keptAfter(kept, horizon, price) : kept
  })
}

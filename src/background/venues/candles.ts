import { elapsedMs } from '../../market/elapsed.ts'
import type { Pair } from '../../market/pair.ts'
import type { Candle } from '../../market/row.ts'
import { forEachMinute } from '../../stats/minutes.ts'
import { readRows } from './market-polls.ts'
import { symbolsOf } from './symbols.ts'
import type { Venue } from './venue.ts'

const minuteMs = 60_000
/** Maximum age of cached candles, ms: several pages of a pair, or one that is reloaded, share one request. */
const maxAgeMs = 20_000

type CandleVenue = Pick<Venue, 'exchange' | 'engine' | 'requests'>

interface CachedCandles {
  readonly at: number
  readonly candles: Promise<readonly Candle[]>
}

/** Candles of pairs, requested from their venues within the rate limits. */
export interface Candles {
  /** Candles of `intervalMs`, oldest first; empty where nothing is known of the pair. `now` is wall clock, ms. */
  get(pair: Pair, intervalMs: number, now: number): Promise<readonly Candle[]>
}

/** @param venues the venues that are watched now */
export function createCandles(venues: () => readonly CandleVenue[]): Candles {
  const cache = new Map<string, CachedCandles>()
  return {
    async get(pair, intervalMs, now) {
      const venue = venues().find(({ exchange }) => exchange.id === pair.venue)
      const [symbol] = venue ? symbolsOf(venue, [pair]) : []
      if (!venue || symbol === undefined) return []
      const key = `${pair.venue} ${symbol}`
      const last = cache.get(key)
      if (!last || elapsedMs(last.at, now) > maxAgeMs) {
        for (const [each, { at }] of cache) if (elapsedMs(at, now) > maxAgeMs) cache.delete(each)
        cache.set(key, { at: now, candles: fetchCandles(venue, symbol, now) })
      }
      return aggregateCandles((await cache.get(key)?.candles) ?? [], intervalMs)
    },
  }
}

/** One-minute candles: the venue's own, or where it gives none now, the engine's of the last hour. */
function fetchCandles(venue: CandleVenue, symbol: string, now: number): Promise<readonly Candle[]> {
  const call = venue.exchange.trades.history(symbol)
  const fallback = () => engineCandles(venue, symbol)
  if (!call) return Promise.resolve(fallback())
  return new Promise((resolve) => {
    const sent = venue.requests.sendOnce(call, now, (answer) => {
      const rows = answer ? readRows(venue.exchange, answer, 'candle', () => undefined) : []
      resolve(rows.length > 0 ? [...rows].sort((a, b) => a.at - b.at) : fallback())
    })
    if (!sent) resolve(fallback())
  })
}

/** The engine keeps closes only: each minute opens at the close before it. */
function engineCandles({ engine }: CandleVenue, symbol: string): readonly Candle[] {
  const pair = engine.data.pairs.get(symbol)
  const candles: Candle[] = []
  if (pair)
    forEachMinute(pair.tables.bars, pair.row, engine.data.at, (endsAt, logPrice, quoteVolume) => {
      const at = endsAt - minuteMs
      const close = Math.exp(logPrice)
      const open = candles.at(-1)?.close ?? close
      candles.push({
        type: 'candle',
        at,
        open,
        high: Math.max(open, close),
        low: Math.min(open, close),
        close,
        baseVolume: quoteVolume / close,
        quoteVolume,
      })
    })
  return candles
}

/** Aggregates candles to longer ones that begin at whole multiples of `intervalMs`. */
export function aggregateCandles(candles: readonly Candle[], intervalMs: number): readonly Candle[] {
  const aggregated: Candle[] = []
  for (const candle of candles) {
    const at = Math.floor(candle.at / intervalMs) * intervalMs
    const last = aggregated.at(-1)
    if (last?.at === at) aggregated[aggregated.length - 1] = { ...mergeCandles(last, candle), at }
    else aggregated.push({ ...candle, at })
  }
  return aggregated
}

function mergeCandles(a: Candle, b: Candle): Candle {
  const { count: _, ...rest } = a
  return {
    ...rest,
    high: Math.max(a.high, b.high),
    low: Math.min(a.low, b.low),
    close: b.close,
    baseVolume: a.baseVolume + b.baseVolume,
    quoteVolume: a.quoteVolume + b.quoteVolume,
    // A sum with a missing part is not a count.
    ...(a.count !== undefined && b.count !== undefined && { count: a.count + b.count }),
  }
}

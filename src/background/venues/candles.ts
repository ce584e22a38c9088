import type { Candle } from '../../market/row.ts'
import type { Pair } from '../../market/pair.ts'
import { forEachMinute } from '../../stats/minutes.ts'
import { rowsIn } from './market-polls.ts'
import { symbolsOf } from './symbols.ts'
import type { Venue } from './venue.ts'

const minuteMs = 60_000
/** Several pages of one pair, or one that is reloaded, cost the venue one request in so long, ms. */
const freshMs = 20_000

/** What is needed of a venue. */
type Asked = Pick<Venue, 'exchange' | 'engine' | 'calls'>

interface Kept {
  readonly at: number
  readonly candles: Promise<readonly Candle[]>
}

/** Candles of pairs, asked of their venues within their budgets. */
export interface Candles {
  /** Candles of `intervalMs`, oldest first; `now` is wall clock, ms. Empty where nothing is known of the pair. */
  of(pair: Pair, intervalMs: number, now: number): Promise<readonly Candle[]>
}

/** @param venues the venues that are watched now */
export function createCandles(venues: () => readonly Asked[]): Candles {
  const kept = new Map<string, Kept>()
  return {
    async of(pair, intervalMs, now) {
      const venue = venues().find(({ exchange }) => exchange.id === pair.venue)
      const [symbol] = venue ? symbolsOf(venue, [pair]) : []
      if (!venue || symbol === undefined) return []
      const key = `${pair.venue} ${symbol}`
      const last = kept.get(key)
      if (!last || now - last.at > freshMs) {
        for (const [each, { at }] of kept) if (now - at > freshMs) kept.delete(each)
        kept.set(key, { at: now, candles: ask(venue, symbol, now) })
      }
      return joined((await kept.get(key)?.candles) ?? [], intervalMs)
    },
  }
}

/** One-minute candles: the venue's own, or where it gives none now, what the engine has seen of the last hour. */
function ask(venue: Asked, symbol: string, now: number): Promise<readonly Candle[]> {
  const call = venue.exchange.trades.history(symbol)
  const own = () => ownCandles(venue, symbol)
  if (!call) return Promise.resolve(own())
  return new Promise((resolve) => {
    const sent = venue.calls.once(call, now, (answer) => {
      const rows = answer ? rowsIn(venue.exchange, answer, 'candle', () => undefined) : []
      resolve(rows.length > 0 ? [...rows].sort((a, b) => a.at - b.at) : own())
    })
    if (!sent) resolve(own())
  })
}

/** The engine keeps closes: each minute opens where the one before it ended. */
function ownCandles({ engine }: Asked, symbol: string): readonly Candle[] {
  const pair = engine.data.pairs.get(symbol)
  const candles: Candle[] = []
  if (pair)
    forEachMinute(pair.tables.bars, pair.row, engine.data.at, (endsAt, price, quoteVolume) => {
      const at = endsAt - minuteMs
      const close = Math.exp(price)
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

/** Joins candles to longer ones that begin at whole multiples of `intervalMs`. */
export function joined(candles: readonly Candle[], intervalMs: number): readonly Candle[] {
  const bars: Candle[] = []
  for (const candle of candles) {
    const at = Math.floor(candle.at / intervalMs) * intervalMs
    const last = bars.at(-1)
    if (last?.at === at) bars[bars.length - 1] = { ...both(last, candle), at }
    else bars.push({ ...candle, at })
  }
  return bars
}

function both(a: Candle, b: Candle): Candle {
  const { count: _, ...rest } = a
  return {
    ...rest,
    high: Math.max(a.high, b.high),
    low: Math.min(a.low, b.low),
    close: b.close,
    baseVolume: a.baseVolume + b.baseVolume,
    quoteVolume: a.quoteVolume + b.quoteVolume,
    // A sum of which a part is missing is no count.
    ...(a.count !== undefined && b.count !== undefined && { count: a.count + b.count }),
  }
}

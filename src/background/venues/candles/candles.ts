import type { Span } from '../../../exchanges/candles/candle-feed.ts'
import { type CandlePlan, candlePlans } from '../../../exchanges/candles/candle-plan.ts'
import type { Pair } from '../../../market/pair.ts'
import type { Candle } from '../../../market/row.ts'
import type { CandlesAnswer } from '../../../shared/messages/queries.ts'
import { symbolsOf } from '../symbols.ts'
import type { Venue } from '../venue.ts'
import { type Brought, type CandleRequests, createCandleRequests } from './candle-requests.ts'
import { engineCandles } from './engine-candles.ts'

type CandleVenue = Pick<Venue, 'exchange' | 'engine' | 'requests'>
type Why = Extract<CandlesAnswer, { kind: 'unavailable' }>['why']

/** Candles of pairs, requested from their venues within the rate limits. */
export interface Candles {
  /** The candles of a span of market time, or why there are none. `now` is wall clock, ms. */
  get(pair: Pair, span: Span, now: number): Promise<CandlesAnswer>
}

/** How long an answer is good for (ms): while its last candle still runs, and once all are over. */
const keepRunningMs = 20_000
const keepOverMs = 600_000
/** Where the finest candles bring nothing, the venue may have deleted them: one longer kind is tried. */
const maxPlans = 2

/** @param venues the venues that are watched now */
export function createCandles(venues: () => readonly CandleVenue[]): Candles {
  const requests = createCandleRequests()
  return {
    async get(pair, span, now) {
      const venue = venues().find(({ exchange }) => exchange.id === pair.venue)
      if (!venue) return unavailable('not-watched')
      const [symbol] = symbolsOf(venue, [pair])
      const { candles: feed } = venue.exchange
      if (symbol === undefined) return unavailable(feed ? 'not-listed' : 'not-published')
      const seen = engineCandles(venue.engine, symbol, span)
      if (!feed) return unavailable('not-published', seen)
      // How far back a venue reaches counts from its own present, which in a replay is not ours.
      const plans = candlePlans(feed, symbol, span, venue.engine.data.at || now)
      for (const plan of plans.slice(0, maxPlans)) {
        const brought = await carryOut(plan, venue, span, requests, now)
        if ('reason' in brought) return unavailable('failed', seen, brought.reason)
        const candles = within(brought.candles, span)
        if (candles.length > 0) return { kind: 'known', intervalMs: plan.intervalMs, candles }
      }
      return unavailable(plans.length > 0 ? 'none' : 'too-old', seen)
    },
  }
}

const unavailable = (
  why: Why,
  seen: readonly Candle[] = [],
  reason: string | null = null,
): CandlesAnswer => ({
  kind: 'unavailable',
  why,
  reason,
  seen,
})

/** All candles of a plan, one call after the other; or why one of them brought none. */
async function carryOut(
  { intervalMs, calls }: CandlePlan,
  venue: CandleVenue,
  span: Span,
  requests: CandleRequests,
  now: number,
): Promise<Brought> {
  const keepMs = span.until > venue.engine.data.at - intervalMs ? keepRunningMs : keepOverMs
  const all: Candle[] = []
  for (const call of calls) {
    const brought = await requests.get(venue, call, keepMs, now)
    if ('reason' in brought) return brought
    all.push(...brought.candles)
  }
  return { candles: all }
}

/** Those that open within the span, oldest first, the last of several with one time. */
function within(candles: readonly Candle[], { from, until }: Span): readonly Candle[] {
  const inside = candles.filter(({ at }) => at >= from && at < until)
  return [...new Map(inside.map((candle) => [candle.at, candle])).values()].sort((a, b) => a.at - b.at)
}

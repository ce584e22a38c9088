import { median } from '../../stats/median.ts'
import type { RunningEpisode } from '../episode/running-episode.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { usdOf } from '../pair/price/usd-of.ts'
import type { MedianPoint } from './market-line.ts'
import { quoteReturns } from './market-returns.ts'
import type { MarketCase } from './market-state.ts'

/** Each pair's dollar price where a move began that is found at `at`: what an episode is measured from. */
export function anchorPricesAt(
  data: MarketData,
  pairs: readonly PairState[],
  { returnOf }: Pick<MedianPoint, 'returnOf'>,
  at: number,
): Map<string, number> {
  const anchors = new Map<string, number>()
  const quotes = quoteReturns(data, returnOf, at)
  for (const pair of pairs) {
    const moved = returnOf(pair, at) + (quotes.get(pair.quote!) ?? 0)
    anchors.set(pair.symbol, dollarPrice(data, pair) / Math.exp(moved))
  }
  return anchors
}

/** 1 + the median return of all pairs since the episode began, in dollars. */
export function medianSinceStart(
  data: MarketData,
  market: MarketCase,
  episode: RunningEpisode,
  pairs: readonly PairState[],
): number {
  const anchors = market.anchors.get(episode.id) ?? reanchor(data, market, episode, pairs)
  const anchored = pairs.filter((pair) => anchors.has(pair.symbol))
  const returns = Float64Array.from(anchored, (pair) =>
    Math.log(dollarPrice(data, pair) / anchors.get(pair.symbol)!),
  )
  return Math.exp(median(returns, returns.length))
}

/**
 * An episode resumed from storage, or after a data gap, knows its own figures, not each
 * pair's: it goes on from there.
 */
function reanchor(
  data: MarketData,
  market: MarketCase,
  { id, lastPrice }: RunningEpisode,
  pairs: readonly PairState[],
): Map<string, number> {
  const anchors = new Map(pairs.map((pair) => [pair.symbol, dollarPrice(data, pair) / lastPrice]))
  market.anchors.set(id, anchors)
  return anchors
}

function dollarPrice(data: MarketData, pair: PairState): number {
  return pair.last * (usdOf(data, pair.quote) ?? 1)
}

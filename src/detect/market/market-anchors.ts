import { median } from '../../stats/median.ts'
import type { Engine } from '../engine-state.ts'
import type { Standing } from './market-line.ts'
import { quoteReturns } from './market-returns.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { Running } from '../episode/running-episode.ts'

/** Each pair's price in dollars where a move began that is found at `at`: what an episode is measured from. */
export function anchorsAt(
  engine: Engine,
  pairs: readonly PairState[],
  { returnOf }: Pick<Standing, 'returnOf'>,
  at: number,
): Map<string, number> {
  const anchors = new Map<string, number>()
  const quotes = quoteReturns(engine, returnOf, at)
  for (const pair of pairs) {
    const moved = returnOf(pair, at) + (quotes.get(pair.quote!) ?? 0)
    anchors.set(pair.symbol, dollarPrice(engine, pair) / Math.exp(moved))
  }
  return anchors
}

/** 1 + the median return of all pairs since the episode began, in dollars. */
export function sinceStart(engine: Engine, episode: Running, pairs: readonly PairState[]): number {
  const anchors = engine.market.anchors.get(episode.id) ?? goOn(engine, episode, pairs)
  const anchored = pairs.filter((pair) => anchors.has(pair.symbol))
  const returns = Float64Array.from(anchored, (pair) =>
    Math.log(dollarPrice(engine, pair) / anchors.get(pair.symbol)!),
  )
  return Math.exp(median(returns, returns.length))
}

/** An episode taken up from storage, or after a gap, knows its figures, not each pair's: it goes on from there. */
function goOn(engine: Engine, { id, lastPrice }: Running, pairs: readonly PairState[]): Map<string, number> {
  const anchors = new Map(pairs.map((pair) => [pair.symbol, dollarPrice(engine, pair) / lastPrice]))
  engine.market.anchors.set(id, anchors)
  return anchors
}

function dollarPrice(engine: Engine, pair: PairState): number {
  return pair.last * (engine.usd[pair.quote!] ?? 1)
}

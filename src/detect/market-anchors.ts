import { median } from '../stats/median.ts'
import type { Engine } from './engine-state.ts'
import type { Standing } from './market-line.ts'
import { quoteReturns } from './market-returns.ts'
import type { PairState } from './pair-state.ts'
import type { Running } from './running.ts'

/** Remembers each pair's price in dollars where a move began that is found at `at`: what it is measured from. */
export function setAnchors(
  engine: Engine,
  pairs: readonly PairState[],
  { returnOf }: Pick<Standing, 'returnOf'>,
  at: number,
): void {
  const { anchors } = engine.market
  const quotes = quoteReturns(engine, returnOf, at)
  anchors.clear()
  for (const pair of pairs) {
    const moved = returnOf(pair, at) + (quotes.get(pair.quote!) ?? 0)
    anchors.set(pair.symbol, dollarPrice(engine, pair) / Math.exp(moved))
  }
}

/** 1 + the median return of all pairs since the episode began, in dollars. */
export function sinceStart(engine: Engine, episode: Running, pairs: readonly PairState[]): number {
  const { anchors } = engine.market
  // An episode taken up from storage knows its figures, not each pair's: go on from there.
  if (anchors.size === 0) {
    for (const pair of pairs) anchors.set(pair.symbol, dollarPrice(engine, pair) / episode.lastPrice)
  }
  const anchored = pairs.filter((pair) => anchors.has(pair.symbol))
  const returns = Float64Array.from(anchored, (pair) =>
    Math.log(dollarPrice(engine, pair) / anchors.get(pair.symbol)!),
  )
  return Math.exp(median(returns, returns.length))
}

function dollarPrice(engine: Engine, pair: PairState): number {
  return pair.last * (engine.usd[pair.quote!] ?? 1)
}

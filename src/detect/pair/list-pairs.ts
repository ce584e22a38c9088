import type { Listing } from '../../market/pair.ts'
import type { Tick } from '../../market/tick.ts'
import { pushBar } from '../../stats/bars.ts'
import { seedBaseline } from './usual/push-baseline.ts'
import type { MarketData } from './market-data.ts'
import { admitPair } from './ensure-pair.ts'

/**
 * Takes the venue's list of pairs: base, quote and state of each symbol. Unlisted symbols are never reported.
 *
 * @returns how many were left out because the venue has too many
 */
export function listPairs(data: MarketData, listings: readonly Listing[]): number {
  let leftOut = 0
  for (const { symbol, base, quote, state } of listings) {
    const pair = admitPair(data, symbol)
    if (!pair) {
      leftOut++
      continue
    }
    if (state === 'trading' && pair.listing !== 'trading') pair.openedAt = data.at
    Object.assign(pair, { base, quote, listing: state })
  }
  return leftOut
}

/**
 * Seeds pairs without history with the averages of a 24-h ticker and a first price.
 *
 * @param ticks rows of the venue's REST ticker, with rolling figures of the last 24 h
 */
export function seedPairs(data: MarketData, ticks: readonly Tick[]): void {
  const { baseline, bars, slowPrice } = data.tables
  for (const tick of ticks) {
    const pair = admitPair(data, tick.symbol)
    if (!pair) continue
    const turnover = tick.quoteVolume ?? (tick.baseVolume ?? 0) * tick.last
    const range = tick.high && tick.low ? Math.log(tick.high / tick.low) : 0
    seedBaseline(baseline, pair.row, turnover, tick.count, range, 1440)
    if (pair.at > 0) continue
    pair.last = tick.last
    pair.at = tick.at
    const price = (slowPrice[pair.row] = Math.log(tick.last))
    pushBar(bars, pair.row, tick.at, price, 0, 0)
  }
}

import type { MarketData } from '../../pair/market-data.ts'
import type { PairState } from '../../pair/pair-state.ts'
import { dayTurnover } from '../../pair/usual/day-turnover.ts'
import { gapAgeMs } from '../../settings.ts'
import { perpGap } from '../../thresholds.ts'
import { lastAt } from '../last-at.ts'
import type { PerpetualData } from '../perpetual-data.ts'
import { gapKind } from './gap-kinds.ts'
import { takeGap } from './take-gap.ts'

/** A spot price so near (log) to the index, which is made of others, is of the same coin. */
const sameCoin = 0.01

/**
 * Measures how far a contract's prices stand apart now, of each kind as far as both prices are of the same moment: a
 * last price of a minute ago beside a mark of now says nothing.
 *
 * @param at market time, ms
 */
export function measureGaps(
  data: MarketData,
  perpetual: PerpetualData,
  pair: PairState,
  row: number,
  at: number,
): void {
  const { mark, markAt, index, indexAt, spot, spotAt } = perpetual.tables
  const last = lastAt(pair, at)
  const scale = scaleOf(data, pair)
  // Of coins mark, index and last agree.
  const isCrypto = pair.class === 'crypto'
  const isMarked = at - markAt[row]! <= gapAgeMs.index
  const isIndexed = at - indexAt[row]! <= gapAgeMs.index
  const { symbol } = pair
  if (last > 0 && at - markAt[row]! <= gapAgeMs.last) {
    const value = Math.log(last / mark[row]!)
    takeGap(perpetual, symbol, row, { kind: gapKind.mark, value, at, scale, isNothing: isCrypto })
  }
  if (isMarked && isIndexed) {
    const value = Math.log(mark[row]! / index[row]!)
    takeGap(perpetual, symbol, row, { kind: gapKind.index, value, at, scale, isNothing: isCrypto })
  }
  if (last > 0 && at - spotAt[row]! <= gapAgeMs.spot) {
    const value = Math.log(last / spot[row]!)
    // Whether a name on the spot market means the same coin has to be seen first, or the index has said it.
    const isSame = isIndexed && Math.abs(Math.log(spot[row]! / index[row]!)) <= sameCoin
    takeGap(perpetual, symbol, row, { kind: gapKind.spot, value, at, scale, isNothing: isCrypto && isSame })
  }
}

/**
 * Measures how far a contract's last price stands from what its peers agree on. Those were told by the index to be of the
 * same coin, whose contracts agree.
 *
 * @param peers quote per base
 * @param at market time, ms
 */
export function measurePeerGap(
  data: MarketData,
  perpetual: PerpetualData,
  pair: PairState,
  row: number,
  peers: number,
  at: number,
): void {
  const last = lastAt(pair, at)
  if (last === 0) return
  const value = Math.log(last / peers)
  const scale = scaleOf(data, pair)
  takeGap(perpetual, pair.symbol, row, { kind: gapKind.peers, value, at, scale, isNothing: true })
}

/** Of what strays more by its nature, or is hardly traded, the steps are as many times as far. */
function scaleOf(data: MarketData, pair: PairState): number {
  const isOrdinary = pair.class === 'crypto' || pair.class === 'index'
  const isTraded = (dayTurnover(data, pair) ?? 0) >= perpGap.thinUsd
  return isOrdinary && isTraded ? 1 : perpGap.wide
}

import type { MarketData } from '../../pair/market-data.ts'
import type { PairState } from '../../pair/pair-state.ts'
import { liveTape } from '../../pair/trade-feed.ts'
import { dayTurnover } from '../../pair/usual/day-turnover.ts'
import { gapAgeMs } from '../../settings.ts'
import { perpGap } from '../../thresholds.ts'
import type { PerpetualData } from '../perpetual-data.ts'
import { type GapKind, gapKind } from './gap-kinds.ts'
import { takeGap } from './take-gap.ts'

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
  const isMarked = at - markAt[row]! <= gapAgeMs.index
  const take = (kind: GapKind, price: number, reference: number) => {
    const measure = { kind, value: Math.log(price / reference), at, scale: scaleOf(data, pair) }
    takeGap(perpetual, pair.symbol, row, { ...measure, isNothing: isNothing(pair, kind) })
  }
  if (last > 0 && at - markAt[row]! <= gapAgeMs.last) take(gapKind.mark, last, mark[row]!)
  if (isMarked && at - indexAt[row]! <= gapAgeMs.index) take(gapKind.index, mark[row]!, index[row]!)
  if (last > 0 && at - spotAt[row]! <= gapAgeMs.spot) take(gapKind.spot, last, spot[row]!)
}

/** The contract's last price, as far as it was traded just now and is believed; else 0. */
function lastAt(pair: PairState, at: number): number {
  if (pair.stray) return 0
  const tape = liveTape(pair)
  const isTape = tape !== null && tape.at >= pair.at
  const tradedAt = isTape ? tape.at : pair.at
  return Math.abs(at - tradedAt) <= gapAgeMs.last ? (isTape ? tape.last : pair.last) : 0
}

/** Of coins mark, index and last agree; what a spot market's ticker means has to be seen first. */
const isNothing = ({ class: of }: PairState, kind: GapKind) => kind !== gapKind.spot && of === 'crypto'

function scaleOf(data: MarketData, pair: PairState): number {
  const isOrdinary = pair.class === 'crypto' || pair.class === 'index'
  const isTraded = (dayTurnover(data, pair) ?? 0) >= perpGap.thinUsd
  return isOrdinary && isTraded ? 1 : perpGap.wide
}

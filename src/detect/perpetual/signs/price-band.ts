import type { Evidence } from '../../../market/evidence.ts'
import type { MarketData } from '../../pair/market-data.ts'
import type { PairState } from '../../pair/pair-state.ts'
import { maxUnknownBandMs } from '../../settings.ts'
import { priceBand } from '../../thresholds.ts'
import { isTraded } from '../is-traded.ts'
import type { PerpetualData } from '../perpetual-data.ts'

/** A contract held at its price band. */
export interface HeldAtBand {
  /** How far (log) the limit is from the middle of the band. */
  readonly off: number
  /** Since when, market time, ms. */
  readonly since: number
  readonly evidence: readonly Evidence[]
}

/**
 * Whether a contract's last price is held at the limit that its venue publishes, and has been for long enough, while
 * something is traded there: exact, whatever is usual of it.
 *
 * @param at market time, ms
 */
export function priceBandOf(
  data: MarketData,
  { pinned }: PerpetualData,
  pair: PairState,
  at: number,
): HeldAtBand | null {
  const held = pinned.get(pair.symbol)
  if (!held || at - held.seenAt > maxUnknownBandMs) return null
  const { limit, middle, since, seenAt } = held
  const windowMs = seenAt - since
  if (windowMs < priceBand.minDurationMs || !isTraded(data, pair, since, at)) return null
  return {
    off: Math.log(limit / middle),
    since,
    evidence: [{ sign: 'price-band', value: limit, unit: 'price', windowMs, at }],
  }
}

import { clearBars } from '../../stats/bars.ts'
import { dataGapMs, minMarketCoins } from '../settings.ts'
import { typicalSpacing } from './feed.ts'
import type { MarketData } from './market-data.ts'
import { forgetRollings } from './tables/rolling-figures.ts'

/** Among many pairs one trades in every frame of a live feed: there empty frames in between do not count. */
export function noticeSpacing(data: MarketData, at: number, spacing: number): void {
  const isMarket = data.pairs.size >= minMarketCoins && data.spokeAt > 0
  data.spacing = typicalSpacing(data.spacing, isMarket ? at - data.spokeAt : spacing)
  data.spokeAt = at
}

/**
 * After a long time without a frame, or from another feed, what was traded in between is unknown.
 *
 * @returns whether there was a data gap, across which nothing may be measured
 */
export function noticeDataGap(data: MarketData, spacing: number, source: string): boolean {
  const isGap = spacing > dataGapMs
  if (!isGap && source === data.source) return false
  data.source = source
  data.spacing = 0
  if (isGap) {
    data.lost += spacing
    data.openedAt = data.at + spacing
  }
  const { bars, rolling, high, low } = data.tables
  forgetRollings(rolling)
  high.fill(0)
  low.fill(0)
  if (!isGap) return false
  for (const pair of data.pairs.values()) {
    clearBars(bars, pair.row)
    pair.tape = null
    pair.stray = null
  }
  return true
}

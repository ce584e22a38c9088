import { clearBars } from '../../stats/bars.ts'
import type { Engine } from '../engine-state.ts'
import { typicalSpacing } from './feed.ts'
import { forgetRollings } from './rolling-figures.ts'
import { marketLeast } from '../market-settings.ts'
import { gapMs } from '../settings.ts'

/** Among many pairs one speaks in every frame of a live feed: there silent frames in between are none of it. */
export function noticeSpacing(engine: Engine, at: number, spacing: number): void {
  const isMarket = engine.pairs.size >= marketLeast && engine.spokeAt > 0
  engine.spacing = typicalSpacing(engine.spacing, isMarket ? at - engine.spokeAt : spacing)
  engine.spokeAt = at
}

/** After so long without a frame, or from another feed, what was traded in between is unknown. */
export function noticeGap(engine: Engine, spacing: number, source: string): void {
  const gap = spacing > gapMs
  if (!gap && source === engine.source) return
  engine.source = source
  engine.spacing = 0
  if (gap) {
    engine.lost += spacing
    engine.openedAt = engine.at + spacing
  }
  const { bars, rolling, high, low } = engine.tables
  forgetRollings(rolling)
  high.fill(0)
  low.fill(0)
  if (!gap) return
  // A move of the market goes on from what was known of it: nothing is measured across the gap.
  engine.market.anchors.clear()
  for (const pair of engine.pairs.values()) {
    clearBars(bars, pair.row)
    pair.tape = null
    pair.stray = null
  }
}

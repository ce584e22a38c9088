import { clearBars } from '../stats/bars.ts'
import { clearMinutes } from '../stats/minutes.ts'
import type { Engine } from './engine-state.ts'
import { typicalSpacing } from './feed.ts'
import { gapMs, marketLeast } from './settings.ts'

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
  for (const pair of engine.pairs.values()) {
    pair.rolling.at = -1
    pair.high = pair.low = 0
    if (gap) {
      clearBars(pair.bars)
      clearMinutes(pair.minutes)
      pair.tape = null
      pair.stray = null
    }
  }
}

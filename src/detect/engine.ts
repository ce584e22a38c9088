import type { Episode } from '../market/episode.ts'
import type { Tick } from '../market/tick.ts'
import type { Engine } from './engine-state.ts'
import { noticeGap, noticeSpacing } from './pair/gap.ts'
import { judgePair } from './judge-pair.ts'
import { isClockJump } from './pair/clock-jump.ts'
import { judgeMarketIfDue, updatePhasesIfDue } from './market/judge-market.ts'
import { over } from './market/market-returns.ts'
import { recordPriceLevel } from './replay/record-events.ts'
import { observe } from './pair/observe.ts'
import { episodesOf } from './episode/open-episodes.ts'
import { ensurePair } from './pair/ensure-pair.ts'
import type { PairState } from './pair/pair-state.ts'
import { rushLeast } from './market-settings.ts'
import { gate, W60 } from './settings.ts'
import { passesScreen } from './screen.ts'
import { heardStray } from './episode/take-stray-print.ts'

const minuteRise = over(W60)

/**
 * Takes one frame of the all-ticker feed.
 *
 * @param at market time of the frame, ms UTC; frames older than the newest are ignored
 * @param source which feed it is, e.g. `stream` or `poll`
 * @returns the episodes that began or changed tier, phase or kind; usually none
 */
export function takeTicks(
  engine: Engine,
  ticks: readonly Tick[],
  at: number,
  source = 'stream',
): readonly Episode[] {
  if (at < engine.at || isClockJump(engine, ticks, at)) return []
  const spacing = engine.at === 0 ? 0 : at - engine.at
  if (ticks.length > 0) noticeSpacing(engine, at, spacing)
  noticeGap(engine, spacing, source)
  engine.at = at
  const changed = new Set<PairState>()
  const stirred: PairState[] = []
  let rising = 0
  for (const tick of ticks) {
    const pair = ensurePair(engine, tick.symbol)
    if (tick.at < pair.at) continue
    const print = observe(pair, tick, spacing, tick.at - engine.lost)
    if (pair.leveledAt === tick.at) recordPriceLevel(engine, pair, tick.at)
    if (print && heardStray(engine, pair, print, tick.at)) changed.add(pair)
    if (pair.ended) changed.add(pair)
    if (!passesScreen(pair)) continue
    stirred.push(pair)
    if (minuteRise(pair, pair.at) > gate.r60) rising++
  }
  // The market first: what all of them did in this very frame is nobody's own doing.
  const market = judgeMarketIfDue(engine, at, rising >= rushLeast)
  for (const pair of stirred) if (judgePair(engine, pair, pair.at)) changed.add(pair)
  return [...market, ...episodesOf(changed), ...updatePhasesIfDue(engine, at)]
}

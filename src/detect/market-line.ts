import type { Evidence } from '../market/evidence.ts'
import type { MarketState } from '../market/venue-state.ts'
import { beginLine, extendLine, type Line } from '../stats/line.ts'
import { median } from '../stats/median.ts'
import type { Window } from '../stats/window.ts'
import type { Engine } from './engine-state.ts'
import { dollarReturns, over, quoteReturns } from './market-returns.ts'
import type { PairState } from './pair-state.ts'
import { flatReturn, marketWindowMs } from './market-settings.ts'
import { dollars, linePoints, lineStepMs, W300, W60, W600 } from './settings.ts'

/** What all pairs do together now: shares down, flat and up, and the median return over ten minutes. */
export function lineOf(engine: Engine, pairs: readonly PairState[], at: number): MarketState {
  const { venue } = engine
  const returns = dollarReturns(pairs, quoteReturns(engine, over(W600), at), over(W600), at)
  const down = returns.filter((r) => r < -flatReturn).length / pairs.length
  const up = returns.filter((r) => r > flatReturn).length / pairs.length
  const middle = Math.expm1(median(returns, returns.length))
  const flat = Math.max(0, 1 - down - up)
  return { venue, at, pairs: pairs.length, down, up, flat, median: middle, windowMs: marketWindowMs }
}

/** The middle pair's way through the last ten minutes, 1 at their beginning: through the medians of the windows. */
export function lineUntil(engine: Engine, pairs: readonly PairState[], at: number): Line {
  const middle = (window: Window) => {
    const returns = dollarReturns(pairs, quoteReturns(engine, over(window), at), over(window), at)
    return median(returns, returns.length)
  }
  const whole = middle(W600)
  const points = [
    { ago: 600, value: 0 },
    { ago: 300, value: whole - middle(W300) },
    { ago: 60, value: whole - middle(W60) },
    { ago: 0, value: whole },
  ]
  const line = beginLine(at - 600_000, 1, lineStepMs)
  points.slice(1).forEach((to, i) => {
    const from = points[i]!
    for (let ago = from.ago - lineStepMs / 1000; ago >= to.ago; ago -= lineStepMs / 1000) {
      const way = (from.ago - ago) / (from.ago - to.ago)
      extendLine(line, at - ago * 1000, Math.exp(from.value + way * (to.value - from.value)), linePoints)
    }
  })
  return line
}

/** What can be told of a market-wide move: how many pairs share it, the middle pair, and BTC where it trades against a dollar. */
export function marketEvidence(engine: Engine, breadth: number, middle: number, at: number): Evidence[] {
  const window = { windowMs: marketWindowMs, at }
  const found: Evidence[] = [
    { sign: 'breadth', value: breadth, unit: 'fraction', ...window },
    { sign: 'median-return', value: middle, unit: 'fraction', ...window },
  ]
  for (const pair of engine.pairs.values()) {
    if (pair.base !== 'BTC' || pair.quote === null || !dollars.has(pair.quote) || pair.at === 0) continue
    found.push({
      sign: 'leader-return',
      value: Math.expm1(over(W600)(pair, at)),
      unit: 'fraction',
      ...window,
    })
    break
  }
  return found
}

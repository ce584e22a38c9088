import type { Evidence } from '../../market/evidence.ts'
import type { MarketState } from '../../market/venue-state.ts'
import { beginLine, extendLine, type Line } from '../../stats/line.ts'
import { median } from '../../stats/median.ts'
import type { Engine } from '../engine-state.ts'
import { dollarReturns, over, overMinutes, quoteReturns, type ReturnOver } from './market-returns.ts'
import type { PairState } from '../pair/pair-state.ts'
import { flatReturn, marketWindowMs } from '../market-settings.ts'
import { dollars, linePoints, lineStepMs, W600 } from '../settings.ts'

const minuteMs = 60_000
/** A share of the way. */
const hardlyAny = 0.1

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

/** Where the middle pair stood at a time (ms): ln against the beginning of the window. */
export interface Standing {
  readonly at: number
  readonly value: number
  /** The return since then. */
  readonly returnOf: ReturnOver
}

/** The middle pair's way through the ten minutes that end at `at`, from one minute's end to the next. */
export function wayUntil(engine: Engine, pairs: readonly PairState[], at: number): readonly Standing[] {
  const since = (returnOf: ReturnOver) => {
    const returns = dollarReturns(pairs, quoteReturns(engine, returnOf, at), returnOf, at)
    return median(returns, returns.length)
  }
  const whole = since(over(W600))
  const way: Standing[] = [{ at: at - marketWindowMs, value: 0, returnOf: over(W600) }]
  const minutes = marketWindowMs / minuteMs
  for (let ago = minutes; ago > 0; ago--) {
    const end = (Math.floor(at / minuteMs) - ago + 1) * minuteMs
    const returnOf = overMinutes(ago)
    if (end > way[0]!.at && end < at) way.push({ at: end, value: whole - since(returnOf), returnOf })
  }
  return [...way, { at, value: whole, returnOf: () => 0 }]
}

/** Where a move began: where hardly any of its way was behind it for the last time. */
export function beginningOf(way: readonly Standing[]): Standing {
  const whole = way.at(-1)!.value
  return way.findLast(({ value }) => value / whole <= hardlyAny) ?? way[0]!
}

/** A way as a line, 1 where `begun` stands. */
export function lineAlong(way: readonly Standing[], begun: Standing): Line {
  const line = beginLine(way[0]!.at, Math.exp(-begun.value), lineStepMs)
  way.slice(1).forEach((to, i) => {
    const from = way[i]!
    for (let at = Math.min(from.at + lineStepMs, to.at); ; at = Math.min(at + lineStepMs, to.at)) {
      const share = (at - from.at) / (to.at - from.at)
      extendLine(line, at, Math.exp(from.value + share * (to.value - from.value) - begun.value), linePoints)
      if (at === to.at) break
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

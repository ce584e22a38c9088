import { type Tier, tierRank } from '../../market/tier.ts'
import { driftSince } from '../market/measure-drift.ts'
import type { MarketData } from '../pair/market-data.ts'
import { type LastHour, slowEvidence, turnoverTimes } from './hour.ts'
import type { Origin, Detection } from '../episode/detection.ts'
import { liveTape } from '../pair/trade-feed.ts'
import { windowCount } from '../../stats/window.ts'
import { W25 } from '../settings.ts'
import { tapeWindow } from '../trades/tape-window.ts'
import { dumpRule } from '../thresholds.ts'

/** A fall over so many minutes: how far (log, negative) the price is below all closes before them. */
interface Fall {
  readonly below: number
  readonly minutes: number
  readonly from: Origin
}

/**
 * Detects a fast fall without a rise before it: the price is below every close of the hour before the fall, by
 * much more than its usual move and the market's fall, on several times its usual turnover. Every span is asked,
 * and the highest tier taken: a slow, deep fall does not hide a fast one. A fall that only gives back a rise of that
 * hour stays above where the rise began, so the end of a pump is no dump.
 */
export function detectDump(data: MarketData, hour: LastHour): Detection | null {
  let best: (Fall & { readonly tier: Tier }) | null = null
  for (const minutes of dumpRule.minutes) {
    const fall = fallOver(data, hour, minutes)
    const tier = fall && tierOf(hour, fall)
    if (fall && tierRank(tier) > tierRank(best?.tier ?? null)) best = { ...fall, tier: tier! }
  }
  if (!best) return null
  const { at, price } = hour
  const { tier, from, below, minutes } = best
  const evidence = slowEvidence(hour, below, minutes)
  return { kind: 'dump', tier, at, price, from, evidence, probability: 0, confirmed: isSold(hour) }
}

/** The fall below the lowest close older than `minutes`, less the market's fall since that close; null for none. */
function fallOver(data: MarketData, hour: LastHour, minutes: number): Fall | null {
  const { at, price, closes, pair } = hour
  const older = closes.filter((close) => close.at <= at - minutes * 60_000)
  if (older.length < dumpRule.minMinutesBefore) return null
  const low = older.reduce((a, b) => (b.price <= a.price ? b : a))
  const whole = Math.log(price / low.price)
  if (whole > -dumpRule.notice.fall) return null
  const below = whole - driftSince(data, pair.quote ?? '', low.at, at).fall
  return { below, minutes, from: older.at(-1)! }
}

function tierOf(hour: LastHour, { below, minutes }: Fall): Tier | null {
  const usual = hour.sigma * Math.sqrt(minutes)
  const times = turnoverTimes(hour, minutes)
  const passes = ({ fall, sigmas, turnover }: { fall: number; sigmas: number; turnover: number }) =>
    below <= -Math.max(fall, sigmas * usual) && times >= demandOf(turnover, below / -fall)
  if (!passes(dumpRule.notice)) return null
  if (!isMoreThanOnePrint(hour, below) || !passes(dumpRule.warning)) return 'notice'
  return passes(dumpRule.danger) && isSold(hour) ? 'danger' : 'warning'
}

/** One print is no fall: half of it must have happened by the last minute's close, or many trades have made it. */
function isMoreThanOnePrint({ closes, price, pair, at }: LastHour, below: number): boolean {
  const lastClose = closes.at(-1)
  if (lastClose !== undefined && Math.log(lastClose.price / price) <= -below / 2) return true
  return windowCount(pair.tables.bars, pair.row, at, W25) >= dumpRule.minTrades
}

/**
 * The turnover asked of a fall: the deeper it is, the less, because a thin book falls on little. The usual is the
 * least.
 *
 * @param turnover what is asked of the least fall of the tier, times the usual
 * @param depth the fall as a multiple of that least one
 */
function demandOf(turnover: number, depth: number): number {
  return Math.max(1, turnover / depth ** dumpRule.depthPower)
}

/** Whether the pair's trades arrive, and most of them are market sells. */
function isSold({ pair, at }: LastHour): boolean {
  const tape = liveTape(pair)
  if (!tape) return false
  const { count, turnover, buyTurnover } = tapeWindow(tape, at, 60)
  return count >= dumpRule.minTrades && buyTurnover <= dumpRule.maxBuyShare * turnover
}

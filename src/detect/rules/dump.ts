import type { Tier } from '../../market/tier.ts'
import { zeroDrift, type MarketDrift } from '../pair/drift.ts'
import { type LastHour, slowEvidence, turnoverTimes } from './hour.ts'
import type { Origin, Detection } from '../episode/detection.ts'
import { liveTape } from '../pair/trade-feed.ts'
import { tapeWindow } from '../trades/tape-window.ts'
import { dumpRule } from '../thresholds.ts'

/**
 * Detects a fast fall without a rise before it: the price is below every close of the hour before the fall, by
 * much more than its usual move and the market's fall, on several times its usual turnover. A fall that only
 * gives back a rise of that hour stays above where the rise began, so the end of a pump is no dump.
 */
export function detectDump(hour: LastHour, drift: MarketDrift): Detection | null {
  const falls = dumpRule.minutes
    .map((minutes) => fallOver(hour, drift, minutes))
    .filter((fall) => fall !== null)
  const [deepest] = falls.toSorted((a, b) => a.below - b.below)
  if (!deepest) return null
  const { below, minutes, from } = deepest
  const tier = tierOf(hour, below, minutes)
  if (tier === null) return null
  const { at, price } = hour
  const evidence = slowEvidence(hour, below, minutes)
  return { kind: 'dump', tier, at, price, from, evidence, probability: 0, confirmed: isSold(hour) }
}

/** How far (log, negative) the price is below the lowest close older than `minutes`, less the market's fall. */
function fallOver(
  hour: LastHour,
  drift: MarketDrift,
  minutes: number,
): { below: number; minutes: number; from: Origin } | null {
  const older = hour.closes.filter((close) => close.at <= hour.at - minutes * 60_000)
  if (older.length < dumpRule.minMinutesBefore) return null
  const low = older.reduce((a, b) => (b.price <= a.price ? b : a))
  const quote = hour.pair.quote ?? ''
  const market = ((minutes > 5 ? drift.halfHour : drift.r300).get(quote) ?? zeroDrift).fall
  const below = Math.log(hour.price / low.price) - market
  return { below, minutes, from: older.at(-1)! }
}

function tierOf(hour: LastHour, below: number, minutes: number): Tier | null {
  const usual = hour.sigma * Math.sqrt(minutes)
  const times = turnoverTimes(hour, minutes)
  const passes = ({ fall, sigmas, turnover }: { fall: number; sigmas: number; turnover: number }) =>
    below <= -Math.max(fall, sigmas * usual) && times >= turnover
  if (!passes(dumpRule.notice)) return null
  // One print is no fall: a Warning requires half of the fall to have happened by the last minute's close.
  const lastClose = hour.closes.at(-1)
  const persists = lastClose !== undefined && Math.log(lastClose.price / hour.price) <= -below / 2
  if (!persists || !passes(dumpRule.warning)) return 'notice'
  return passes(dumpRule.danger) && isSold(hour) ? 'danger' : 'warning'
}

/** Whether the pair's trades arrive, and most of them are market sells. */
function isSold({ pair, at }: LastHour): boolean {
  const tape = liveTape(pair)
  if (!tape) return false
  const { count, turnover, buyTurnover } = tapeWindow(tape, at, 60)
  return count >= dumpRule.minTrades && buyTurnover <= dumpRule.maxBuyShare * turnover
}

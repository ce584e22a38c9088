import type { Tier } from '../../market/tier.ts'
import { zeroDrift, type MarketDrift } from '../pair/drift.ts'
import { type LastHour, slowEvidence, turnoverTimes } from './hour.ts'
import type { Origin, Detection } from '../episode/detection.ts'
import { tapeWindow } from '../trades/tape-window.ts'
import { dumpRule } from '../thresholds.ts'

/**
 * A fast fall without a rise before it: the price lies below everything of the hour before the fall, by much
 * more than it usually moves and than the market fell, on several times its usual turnover. What only gives
 * back a rise of that hour stays above its beginning, so that a pump's end is not told as a fall.
 */
export function detectDump(hour: LastHour, drift: MarketDrift): Detection | null {
  const found = dumpRule.minutes
    .map((minutes) => fallOver(hour, drift, minutes))
    .filter((fall) => fall !== null)
  const [deepest] = found.toSorted((a, b) => a.below - b.below)
  if (!deepest) return null
  const { below, minutes, from } = deepest
  const tier = tierOf(hour, below, minutes)
  if (tier === null) return null
  const { at, price } = hour
  const evidence = slowEvidence(hour, below, minutes)
  return { kind: 'dump', tier, at, price, from, evidence, probability: 0, confirmed: isSold(hour) }
}

/** How far (log, negative) the price lies below the lowest close older than so many minutes, the market's fall taken out. */
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
  // One print is no fall: what is told louder was there a minute ago.
  const ago = hour.closes.at(-1)
  const lasts = ago !== undefined && Math.log(ago.price / hour.price) <= -below / 2
  if (!lasts || !passes(dumpRule.warning)) return 'notice'
  return passes(dumpRule.danger) && isSold(hour) ? 'danger' : 'warning'
}

/** Whether trades are heard, and takers mostly sell. */
function isSold({ pair, at }: LastHour): boolean {
  if (!pair.tape) return false
  const { count, turnover, buyTurnover } = tapeWindow(pair.tape, at, 60)
  return count >= dumpRule.minTrades && buyTurnover <= dumpRule.maxBuyShare * turnover
}

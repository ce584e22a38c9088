import { type Tier, tierRank } from '../../market/tier.ts'
import { busyShare } from '../../stats/minutes.ts'
import { driftSince } from '../market/measure-drift.ts'
import type { MarketData } from '../pair/market-data.ts'
import { type LastHour, slowEvidence, turnoverTimes } from './hour.ts'
import type { Origin, Detection } from '../episode/detection.ts'
import { hasLiveTrades } from '../pair/trade-feed.ts'
import { usualTurnover } from '../pair/usual/usual.ts'
import { climbRule } from '../thresholds.ts'

/**
 * Detects a slow rise: no single minute of it is unusual, the hour is. The price is near the top of a rise far
 * larger than the pair's usual move and the market's since the same moment; most of its minutes have a multiple of
 * the usual turnover, and no minute has more than `maxMinuteShare` of the rise: the score is better at single bursts.
 */
export function detectClimb(data: MarketData, hour: LastHour): Detection | null {
  if (hour.known < climbRule.minMinutes || hour.closes.length === 0) return null
  const [whole, part] = [climbFrom(data, hour, lowOf(hour)), climbFrom(data, hour, beginningOf(hour))]
  return tierRank(part?.tier ?? null) > tierRank(whole?.tier ?? null) ? part : whole
}

function climbFrom(data: MarketData, hour: LastHour, low: Origin): Detection | null {
  const { closes, price, at, pair } = hour
  const minutes = Math.round((at - low.at) / 60_000)
  if (minutes < climbRule.minMinutes) return null
  const path = [...closes.filter((close) => close.at >= low.at), { at, price }]
  const rise = Math.log(price / low.price)
  const highest = Math.log(Math.max(...path.map((point) => point.price)) / low.price)
  if (rise < climbRule.minKeptShare * highest || largestStep(path) > climbRule.maxMinuteShare * rise)
    return null
  if (rise < climbRule.notice.rise) return null
  const ownRise = rise - driftSince(data, pair.quote ?? '', low.at, at).rise
  const tier = tierOf(hour, ownRise, minutes)
  if (tier === null) return null
  const evidence = slowEvidence(hour, ownRise, minutes)
  const confirmed = hasLiveTrades(pair, at)
  return { kind: 'pump', tier, at, price, from: low, evidence, probability: 0, confirmed }
}

function lowOf({ closes }: LastHour): Origin {
  return closes.reduce((a, b) => (b.price <= a.price ? b : a))
}

/**
 * Where the rise began: the last close at which at most a tenth of it had happened. The hour's low itself may lie in
 * the quiet before, whose minutes are no part of the climb.
 */
function beginningOf(hour: LastHour): Origin {
  const low = lowOf(hour)
  const rise = Math.log(hour.price / low.price)
  return (
    hour.closes.findLast(({ price }) => Math.log(price / low.price) <= climbRule.startShare * rise) ?? low
  )
}

/** The largest log rise from one point to the next. */
function largestStep(path: readonly Origin[]): number {
  return path.reduce(
    (largest, point, i) => Math.max(largest, i === 0 ? 0 : Math.log(point.price / path[i - 1]!.price)),
    0,
  )
}

function tierOf(hour: LastHour, rise: number, minutes: number): Tier | null {
  const { pair, at } = hour
  const usual = hour.sigma * Math.sqrt(minutes)
  const busyTurnover = climbRule.busyTimes * usualTurnover(pair)
  const isBusy = busyShare(pair.tables.bars, pair.row, at, minutes, busyTurnover) >= climbRule.minBusyShare
  // The newest third must have the turnover too: a rise that has ended is not reported.
  const times = Math.min(turnoverTimes(hour, minutes), turnoverTimes(hour, Math.ceil(minutes / 3)))
  if (!isBusy || times < climbRule.minTurnoverTimes) return null
  const passes = (threshold: { rise: number; sigmas: number }) =>
    rise >= Math.max(threshold.rise, threshold.sigmas * usual)
  return passes(climbRule.warning) ? 'warning' : passes(climbRule.notice) ? 'notice' : null
}

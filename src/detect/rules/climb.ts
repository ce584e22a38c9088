import type { Tier } from '../../market/tier.ts'
import { busyMinuteShare } from '../../stats/minutes.ts'
import { atRest, type Drift } from '../market/drift.ts'
import { type Hour, slowEvidence, turnoverTimes } from './hour.ts'
import { climbRule } from '../rule-settings.ts'
import type { Origin, Detection } from './detection.ts'
import { usualTurnover } from '../pair/usual.ts'

/**
 * A rise that takes its time: no minute of it is striking, the hour is. The price stands near the top of a
 * rise far beyond the usual and the market's; most of its minutes turned over a multiple of the usual, and none
 * of them rose for the others: one burst is the screen's business, and it decides better.
 */
export function climb(hour: Hour, drift: Drift): Detection | null {
  const { closes, price, at, pair } = hour
  if (hour.known < climbRule.leastMinutes || closes.length === 0) return null
  const low = closes.reduce((a, b) => (b.price <= a.price ? b : a))
  const minutes = Math.round((at - low.at) / 60_000)
  if (minutes < climbRule.leastMinutes) return null
  const way = [...closes.filter((close) => close.at >= low.at), { at, price }]
  const rise = Math.log(price / low.price)
  const highest = Math.log(Math.max(...way.map((step) => step.price)) / low.price)
  if (rise < climbRule.kept * highest || largestStep(way) > climbRule.step * rise) return null
  const own = rise - (drift.hour.get(pair.quote ?? '') ?? atRest).rise
  const tier = tierOf(hour, own, minutes)
  if (tier === null) return null
  const evidence = slowEvidence(hour, own, minutes)
  return { kind: 'pump', tier, at, price, from: low, evidence, probability: 0, confirmed: pair.tape !== null }
}

function largestStep(way: readonly Origin[]): number {
  return way.reduce(
    (most, step, i) => Math.max(most, i === 0 ? 0 : Math.log(step.price / way[i - 1]!.price)),
    0,
  )
}

function tierOf(hour: Hour, rise: number, minutes: number): Tier | null {
  const { pair, at } = hour
  const usual = hour.sigma * Math.sqrt(minutes)
  const busy = climbRule.busyTimes * usualTurnover(pair)
  const isBusy = busyMinuteShare(pair.tables.bars, pair.row, at, minutes, busy) >= climbRule.busyShare
  // Also its newest part: what is over is over.
  const times = Math.min(turnoverTimes(hour, minutes), turnoverTimes(hour, Math.ceil(minutes / 3)))
  if (!isBusy || times < climbRule.turnover) return null
  const passes = (least: { rise: number; sigmas: number }) =>
    rise >= Math.max(least.rise, least.sigmas * usual)
  return passes(climbRule.warning) ? 'warning' : passes(climbRule.notice) ? 'notice' : null
}

import type { Alert } from '../alert.ts'
import { afterAlarmMs, alarmChange, beforeAlarmMs } from './large-move.ts'

// A false alarm near which the price did move by 12 % is another mistake than one of which nothing is to be seen.

/** Prices of a period of time: of a trade both are the same, of a bar its highest and lowest. */
interface Prices {
  readonly at: number
  readonly high: number
  readonly low: number
}

/** Looks for a raw move from 30 min before an alarm to 60 min after it. */
interface NearMove {
  readonly until: number
  lowest: number
  highest: number
  /** Entries in a row beyond the limit, above and below. */
  above: number
  below: number
  moved: boolean
}

/** The alarms of one pair, each with whether the price moved near it. */
export interface NearMoves {
  /** So many entries in a row must stand beyond the limit. */
  readonly inARow: number
  /** By `alarmKey`. */
  readonly moved: Map<string, NearMove>
  /** Those whose time is not over. */
  open: NearMove[]
  /** The last 30 min. */
  readonly recent: Prices[]
  first: number
}

/** Entries that have passed are dropped once there are so many. */
const maxPassed = 4096

/** @param inARow of trades three in a row must stand beyond the limit, of bars one */
export function createNearMoves(inARow: number): NearMoves {
  return { inARow, moved: new Map(), open: [], recent: [], first: 0 }
}

/** An episode's alarm at a tier. */
export const alarmKey = ({ episode, tier }: Pick<Alert, 'episode' | 'tier'>): string => `${episode} ${tier}`

/** Adds prices, before the alarms they raise. Times must not decrease. */
export function watchPrices(near: NearMoves, prices: Prices): void {
  near.recent.push(prices)
  while (near.recent[near.first]!.at < prices.at - beforeAlarmMs) near.first++
  if (near.first > maxPassed) {
    near.recent.splice(0, near.first)
    near.first = 0
  }
  if (near.open.length === 0) return
  near.open = near.open.filter(({ moved, until }) => !moved && prices.at <= until)
  for (const each of near.open) add(each, prices, near)
}

/** Adds the alarms that were raised at the time of the last prices. */
export function addAlarms(near: NearMoves, alerts: readonly Alert[]): void {
  for (const alert of alerts) {
    const key = alarmKey(alert)
    if (near.moved.has(key)) continue
    const each: NearMove = {
      until: alert.at + afterAlarmMs,
      lowest: Infinity,
      highest: 0,
      above: 0,
      below: 0,
      moved: false,
    }
    for (const prices of near.recent.slice(near.first))
      if (prices.at >= alert.at - beforeAlarmMs) add(each, prices, near)
    near.moved.set(key, each)
    near.open.push(each)
  }
}

/** Keys of the alarms near which the price did not move by 12 %. */
export function withoutMove({ moved }: NearMoves): string[] {
  return [...moved].flatMap(([key, each]) => (each.moved ? [] : [key]))
}

/** 112 is 12 % above 100, whatever its binary fraction. */
const limit = alarmChange - 1e-9

function add(each: NearMove, { high, low }: Prices, { inARow }: NearMoves): void {
  each.above = high >= each.lowest * (1 + limit) ? each.above + 1 : 0
  each.below = low <= each.highest * (1 - limit) ? each.below + 1 : 0
  each.moved ||= each.above >= inARow || each.below >= inARow
  each.lowest = Math.min(each.lowest, low)
  each.highest = Math.max(each.highest, high)
}

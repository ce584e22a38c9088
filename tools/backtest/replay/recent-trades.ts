import type { Trade } from '../../../src/market/trade.ts'

/** As many as the REST calls for recent trades return. */
const maxTrades = 1000

/** The last trades of a pair, to answer a back-fill. */
export interface RecentTrades {
  readonly ring: Trade[]
  next: number
}

/** No trades yet. */
export function createRecentTrades(): RecentTrades {
  return { ring: [], next: 0 }
}

/** Adds a trade and drops the one a thousand before. */
export function addRecentTrade(recent: RecentTrades, trade: Trade): void {
  recent.ring[recent.next] = trade
  recent.next = (recent.next + 1) % maxTrades
}

/** The stored trades, oldest first. */
export function recentTradesOf(recent: RecentTrades): readonly Trade[] {
  const { ring, next } = recent
  return ring.length < maxTrades ? ring.slice() : [...ring.slice(next), ...ring.slice(0, next)]
}

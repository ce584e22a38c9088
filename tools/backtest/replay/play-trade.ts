import type { Tick } from '../../../src/market/tick.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { recordAlerts } from './alert-book.ts'
import { updateFollowing, advanceTo } from './advance-to.ts'
import { addRecentTrade } from './recent-trades.ts'
import { addTraded, tickOf } from './rolling-window.ts'
import type { TickerFeed } from './ticker-feed.ts'
import type { TradeReplay } from './trade-replay.ts'

/** Replays one trade, not earlier than the one before. */
export function playTrade(replay: TradeReplay, trade: Trade): void {
  const { at, price, amount, fills = 1 } = trade
  if (replay.burst.length > 0 && replay.burst[0]!.at !== at) sendBurst(replay)
  if (replay.frameAt !== null && at >= replay.frameAt) sendFrame(replay, replay.frameAt)
  advanceTo(replay, at + 1)
  const { everyMs } = replay.source
  replay.frameAt ??= Math.floor(at / everyMs) * everyMs + everyMs
  const quote = amount * price
  addTraded(replay.window, at, {
    open: price,
    high: price,
    low: price,
    close: price,
    base: amount,
    quote,
    count: fills,
  })
  if (!replay.confirm) return
  addRecentTrade(replay.recent, trade)
  if (replay.following) replay.burst.push(trade)
}

/** Replays what is still pending at the end of a recording. */
export function endReplay(replay: TradeReplay): void {
  sendBurst(replay)
  if (replay.frameAt !== null) sendFrame(replay, replay.frameAt)
}

function sendBurst(replay: TradeReplay): void {
  const at = replay.burst[0]?.at
  if (at === undefined) return
  recordAlerts(replay.book, replay.detector.trades(replay.symbol, replay.burst, at), at)
  replay.burst = []
  replay.now = at
  updateFollowing(replay)
}

function sendFrame(replay: TradeReplay, at: number): void {
  advanceTo(replay, at)
  replay.frameAt = null
  const tick = tickOf(replay.window, replay.symbol, at)
  if (!tick) return
  recordAlerts(replay.book, replay.detector.ticks([publishedTick(tick, replay.source)], at), at)
  replay.now = at
  updateFollowing(replay)
}

/** The fields of a tick that the venue publishes. */
function publishedTick(tick: Tick, { counted }: TickerFeed): Tick {
  if (counted) return tick
  const { count: _count, lastTrade: _lastTrade, since: _since, ...rest } = tick
  return rest
}

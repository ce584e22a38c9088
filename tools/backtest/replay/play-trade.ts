import type { Tick } from '../../../src/market/tick.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { note } from './alert-book.ts'
import { lookAtFollows, moveTo } from './move-to.ts'
import { remember } from './recent-trades.ts'
import { addTraded, tickOf } from './rolling-window.ts'
import type { Source } from './source.ts'
import type { TradeReplay } from './trade-replay.ts'

/** Plays one trade, not earlier than the one before. */
export function playTrade(replay: TradeReplay, trade: Trade): void {
  const { at, price, amount, fills = 1 } = trade
  if (replay.burst.length > 0 && replay.burst[0]!.at !== at) sendBurst(replay)
  if (replay.frameAt !== null && at >= replay.frameAt) sendFrame(replay, replay.frameAt)
  moveTo(replay, at + 1)
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
  remember(replay.recent, trade)
  if (replay.following) replay.burst.push(trade)
}

/** Plays what is still held back at the end of a recording. */
export function endReplay(replay: TradeReplay): void {
  sendBurst(replay)
  if (replay.frameAt !== null) sendFrame(replay, replay.frameAt)
}

function sendBurst(replay: TradeReplay): void {
  const at = replay.burst[0]?.at
  if (at === undefined) return
  note(replay.book, replay.detector.trades(replay.symbol, replay.burst, at), at)
  replay.burst = []
  replay.now = at
  lookAtFollows(replay)
}

function sendFrame(replay: TradeReplay, at: number): void {
  moveTo(replay, at)
  replay.frameAt = null
  const tick = tickOf(replay.window, replay.symbol, at)
  if (!tick) return
  note(replay.book, replay.detector.ticks([told(tick, replay.source)], at), at)
  replay.now = at
  lookAtFollows(replay)
}

/** What of a tick the venue tells. */
function told(tick: Tick, { counted }: Source): Tick {
  if (counted) return tick
  const { count: _count, lastTrade: _lastTrade, since: _since, ...rest } = tick
  return rest
}

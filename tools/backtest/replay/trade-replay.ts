import type { Trade } from '../../../src/market/trade.ts'
import { createAlertBook, type AlertBook } from './alert-book.ts'
import type { Detector } from './detector.ts'
import { createRecentTrades, type RecentTrades } from './recent-trades.ts'
import { createWindow, type RollingWindow } from './rolling-window.ts'
import { secondStream, type TickerFeed, windowMinutes } from './ticker-feed.ts'

/**
 * Replays the trades of one pair to a detector as a venue would have sent them: an all-ticker frame after each
 * second (or the feed's interval) with trades and, while the detector follows the pair, the trades themselves.
 * All times ms UTC.
 */
export interface TradeReplay {
  readonly detector: Detector
  readonly symbol: string
  /** False replays tickers only. */
  readonly confirm: boolean
  readonly source: TickerFeed
  readonly window: RollingWindow
  readonly recent: RecentTrades
  readonly book: AlertBook
  /** End of the second (or interval) whose trades are being collected; null where none are. */
  frameAt: number | null
  /** Market time the detector has been advanced to. */
  now: number
  /** Arrival time of the requested back-fill; null while none is pending. */
  arrivesAt: number | null
  following: boolean
  /** Trades of one millisecond, sent together. */
  burst: Trade[]
}

/** A replay from a cold start. */
export function createTradeReplay(
  detector: Detector,
  symbol: string,
  confirm: boolean,
  source = secondStream,
): TradeReplay {
  return {
    detector,
    symbol,
    confirm,
    source,
    window: createWindow(windowMinutes(source)),
    recent: createRecentTrades(),
    book: createAlertBook(),
    frameAt: null,
    now: -Infinity,
    arrivesAt: null,
    following: false,
    burst: [],
  }
}

import type { Trade } from '../../../src/market/trade.ts'
import { createAlertBook, note, type AlertBook } from './alert-book.ts'
import type { Detector } from './detector.ts'
import { createRecentTrades, recall, remember, type RecentTrades } from './recent-trades.ts'
import { addTraded, createWindow, tickOf, type RollingWindow } from './rolling-window.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60_000

/** From the wish to follow a pair until its back-fill is there and its trades arrive: connect, ask, answer. */
const FOLLOW_DELAY_MS = 1000

/**
 * Plays the trades of one pair to a detector as a venue would have sent them: an all-ticker frame after each
 * second with trades and, while the detector follows the pair, the trades themselves.
 */
export interface TradeReplay {
  readonly detector: Detector
  readonly symbol: string
  /** False plays the tickers only. */
  readonly confirm: boolean
  readonly window: RollingWindow
  readonly recent: RecentTrades
  readonly book: AlertBook
  /** End of the second whose trades are being collected, ms UTC; null before the first. */
  frameAt: number | null
  /** Market time the detector has been brought to. */
  now: number
  /** When the follow that was asked for begins to deliver; null while none is under way. */
  arrivesAt: number | null
  following: boolean
  /** Trades of one millisecond that wait to be sent together. */
  burst: Trade[]
}

/** A replay from a cold start. */
export function createTradeReplay(detector: Detector, symbol: string, confirm: boolean): TradeReplay {
  return {
    detector,
    symbol,
    confirm,
    window: createWindow(),
    recent: createRecentTrades(),
    book: createAlertBook(),
    frameAt: null,
    now: -Infinity,
    arrivesAt: null,
    following: false,
    burst: [],
  }
}

/** Plays one trade, not earlier than the one before. */
export function playTrade(replay: TradeReplay, trade: Trade): void {
  const { at, price, amount, fills = 1 } = trade
  const burst = replay.burst[0]
  if (burst && burst.at !== at) sendBurst(replay)
  if (replay.frameAt !== null && at >= replay.frameAt) sendFrame(replay, replay.frameAt)
  moveTo(replay, at + 1)
  replay.frameAt ??= Math.floor(at / SECOND_MS) * SECOND_MS + SECOND_MS
  addTraded(replay.window, at, {
    open: price,
    high: price,
    low: price,
    close: price,
    base: amount,
    quote: amount * price,
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
  const first = replay.burst[0]
  if (!first) return
  note(replay.book, replay.detector.trades(replay.symbol, replay.burst, first.at), first.at)
  replay.burst = []
  replay.now = first.at
  look(replay)
}

function sendFrame(replay: TradeReplay, at: number): void {
  moveTo(replay, at)
  replay.frameAt = null
  const tick = tickOf(replay.window, replay.symbol, at)
  if (!tick) return
  note(replay.book, replay.detector.ticks([tick], at), at)
  replay.now = at
  look(replay)
}

/**
 * Lets time pass. A venue's all-ticker feed never falls silent, so the detector gets the frames in which this
 * pair does not occur: every second while it is attentive, else one a minute and the last one before the next
 * trade (more would take hours and change nothing).
 *
 * @param before ms UTC: what is due earlier than this happens
 */
function moveTo(replay: TradeReplay, before: number): void {
  for (;;) {
    const arrival = replay.arrivesAt ?? Infinity
    const frame = nextFrame(replay, before)
    if (Math.min(arrival, frame) >= before) return
    if (arrival <= frame) deliver(replay, arrival)
    else {
      note(replay.book, replay.detector.ticks([], frame), frame)
      replay.now = frame
    }
    look(replay)
  }
}

function nextFrame(replay: TradeReplay, before: number): number {
  const { now } = replay
  if (now === -Infinity) return Infinity
  const second = Math.floor(now / SECOND_MS + 1) * SECOND_MS
  const attentive = replay.book.open.size > 0 || replay.following || replay.arrivesAt !== null
  if (attentive) return second
  const minute = Math.floor(now / MINUTE_MS + 1) * MINUTE_MS
  const last = Math.floor((before - 1) / SECOND_MS) * SECOND_MS
  return Math.min(minute, Math.max(second, last))
}

/** The follow begins: first what was traded before, then whatever comes. */
function deliver(replay: TradeReplay, at: number): void {
  replay.arrivesAt = null
  replay.following = true
  replay.now = at
  note(replay.book, replay.detector.backfill(replay.symbol, recall(replay.recent), at), at)
}

/** Asks which pairs the detector wants to follow now. */
function look(replay: TradeReplay): void {
  if (!replay.confirm) return
  const wanted = replay.detector.follows().includes(replay.symbol)
  if (wanted && !replay.following) replay.arrivesAt ??= replay.now + FOLLOW_DELAY_MS
  if (wanted) return
  if (replay.following) replay.detector.unfollow(replay.symbol)
  replay.following = false
  replay.arrivesAt = null
  replay.burst = []
}

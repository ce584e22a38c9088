import type { Tick } from '../../market/tick.ts'
import type { Tape } from '../trades/tape.ts'
import { tapeWindow } from '../trades/tape-window.ts'
import { unheardMs } from '../settings.ts'
import type { PairState, TradeFeedState } from './pair-state.ts'
import { showsTrade } from './rolling-figures.ts'

// A tape says what was traded only while trades arrive: an empty minute of a line that went deaf looks like a quiet
// market. Whoever judges by trades asks here, never whether there is a tape.

/** Whether the pair's trades arrive. */
export function tradeFeedOf({ tradeFeed }: Pick<PairState, 'tradeFeed'>): TradeFeedState {
  return tradeFeed?.state ?? 'absent'
}

/** The pair's tape while its trades arrive, else null. */
export function liveTape({ tradeFeed, tape }: Pick<PairState, 'tradeFeed' | 'tape'>): Tape | null {
  return tradeFeed?.state === 'live' ? tape : null
}

/** Whether trades arrive and the last minute has one: without any, trades confirm nothing. `at`: ms. */
export function hasLiveTrades(pair: Pick<PairState, 'tradeFeed' | 'tape'>, at: number): boolean {
  const tape = liveTape(pair)
  return tape !== null && tapeWindow(tape, at, 60).count > 0
}

/** The stream of the pair's trades begins, for the first time or anew. `at`: market time, ms. */
export function beginTradeFeed(pair: PairState, at: number): void {
  const isDeaf = pair.tradeFeed?.state === 'deaf'
  pair.tradeFeed = { state: isDeaf ? 'deaf' : 'absent', heardAt: at }
}

/** The stream brought a trade. `at`: market time, ms. */
export function hearTrade(pair: PairState, at: number): void {
  const { tradeFeed } = pair
  if (!tradeFeed) pair.tradeFeed = { state: 'live', heardAt: at }
  else {
    tradeFeed.state = 'live'
    tradeFeed.heardAt = Math.max(tradeFeed.heardAt, at)
  }
}

/** A back-fill brought all trades until now: no proof that the stream brings the next. `at`: market time, ms. */
export function hearBackfill(pair: PairState, at: number): void {
  if (tradeFeedOf(pair) === 'deaf') pair.tradeFeed!.heardAt = at
  else hearTrade(pair, at)
}

/** The connection that carried the pair's trades is gone. */
export function loseTradeFeed({ tradeFeed }: PairState): void {
  if (tradeFeed?.state === 'live') tradeFeed.state = 'absent'
}

/**
 * Notices a tick that shows trades of which the stream brought none. To be called before the tick is observed.
 *
 * @param spacingMs typical time between frames: a polled ticker shows trades that late
 */
export function noticeUnheard(
  { tradeFeed, tables, row, last }: PairState,
  tick: Tick,
  spacingMs: number,
): void {
  if (!tradeFeed || tick.at - tradeFeed.heardAt <= unheardMs + spacingMs) return
  if (showsTrade(tables.rolling, row, tick, last)) tradeFeed.state = 'deaf'
}

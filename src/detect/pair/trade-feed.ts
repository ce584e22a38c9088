import type { Tick } from '../../market/tick.ts'
import type { Tape } from '../trades/tape.ts'
import { tapeWindow } from '../trades/tape-window.ts'
import { unheardMs } from '../settings.ts'
import type { MarketData } from './market-data.ts'
import type { PairState, TradeFeedState } from './pair-state.ts'
import { showsTrade } from './tables/rolling-figures.ts'

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
  const state = tradeFeedOf(pair) === 'deaf' ? 'deaf' : 'absent'
  pair.tradeFeed = { state, heardAt: at, silentSince: pair.tradeFeed?.silentSince ?? at }
}

/** The venue's market clock by its frames: the time of the newest, and the typical time between two, ms. */
type FrameClock = Pick<MarketData, 'at' | 'spacing'>

/** The stream brought a trade. `at`: market time, ms. */
export function hearTrade(pair: PairState, at: number, clock: FrameClock): void {
  pair.tradeFeed = { state: 'live', heardAt: heardAtOf(pair, at, clock), silentSince: null }
}

/**
 * A back-fill brought all trades until now. That is no proof that the stream brings the next; trades long after
 * the stream has begun, of which it brought none, prove that it does not.
 *
 * @param at market time, ms
 * @param newestAt time of its newest trade, ms; 0 for none
 */
export function hearBackfill(pair: PairState, at: number, newestAt: number, clock: FrameClock): void {
  const { silentSince = null } = pair.tradeFeed ?? {}
  const isUnheard = silentSince !== null && newestAt - silentSince > unheardMs + clock.spacing
  const state = isUnheard || tradeFeedOf(pair) === 'deaf' ? 'deaf' : 'live'
  pair.tradeFeed = { state, heardAt: heardAtOf(pair, at, clock), silentSince }
}

/** Trades with a clock that is ahead promise nothing of the time until then. */
function heardAtOf({ tradeFeed }: PairState, at: number, clock: FrameClock): number {
  const latest = clock.at === 0 ? at : clock.at + clock.spacing + unheardMs
  return Math.max(tradeFeed?.heardAt ?? 0, Math.min(at, latest))
}

/** The connection that carried the pair's trades is gone. A deaf feed has yet to prove that the next one delivers. */
export function loseTradeFeed({ tradeFeed }: PairState): void {
  if (!tradeFeed) return
  if (tradeFeed.state === 'live') tradeFeed.state = 'absent'
  tradeFeed.heardAt = Infinity
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

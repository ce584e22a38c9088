import type { Bars } from '../../stats/bars.ts'
import { lowest } from '../../stats/extremes.ts'
import { closeBefore, windowCount, windowTurnover, type BarWindow } from '../../stats/window.ts'
import { zeroDrift, type MarketDrift } from '../pair/price/drift.ts'
import type { PairState } from '../pair/pair-state.ts'
import { recentCount } from '../pair/recent-count.ts'
import { liveTape } from '../pair/trade-feed.ts'
import { emptyTape } from '../trades/tape.ts'
import { type TapeWindow, tapeWindows } from '../trades/tape-window.ts'
import { sigmaOf } from '../pair/usual/usual.ts'
import { W25, W300, W60 } from '../settings.ts'

/** The figures of one pair at one moment, from which every sign is measured. */
export interface Moment {
  readonly at: number
  readonly price: number
  readonly pair: PairState
  /** USD per unit of the pair's quote. */
  readonly usd: number
  /** Log returns over 25, 60, 300 s less the market's rise. */
  readonly r25: number
  readonly r60: number
  readonly r300: number
  /**
   * Turnover (quote) and trades of the windows. Where frames come less than once a minute, those of 25 and 60 s
   * are averages per minute between two frames.
   */
  readonly turnover25: number
  readonly turnover60: number
  readonly turnover300: number
  readonly count25: number
  readonly count60: number
  /** Trades of the running minute and of the five before it. */
  readonly count300: number
  /** ln of the price less the slow mean of ln prices (half-life 30 min) and less the market's rise. */
  readonly aboveMean: number
  /** When the rise began, ms: at the end of the lowest price of the last minute, with the first trade above it. */
  readonly beganAt: number
  /** Usual size of a one-minute log return. */
  readonly sigma: number
  /** Sums of taker orders over 5, 25 and 60 s; zero, and `followed` false, where trades do not arrive. */
  readonly tape5: TapeWindow
  readonly tape25: TapeWindow
  readonly tape60: TapeWindow
  readonly followed: boolean
}

const noTrades = emptyTape()

/**
 * Measures a pair. The rise of the market is subtracted from returns; a fall of the market is not added to them.
 * Between frames more than a minute apart (five-minute bars, say) a move took longer than the window: returns are
 * scaled down by the square root of the time between frames, as for a random walk, sums in proportion to it.
 *
 * @param spacingMs typical time between frames; 0 where unknown
 */
export function momentOf(
  pair: PairState,
  at: number,
  price: number,
  usd: number,
  drift: MarketDrift,
  spacingMs = 0,
): Moment {
  const { tables, row } = pair
  const { bars } = tables
  const logPrice = Math.log(price)
  const frameMinutes = Math.max(1, spacingMs / 60_000)
  const market60 = (drift.r60.get(pair.quote ?? '') ?? zeroDrift).rise
  const market300 = (drift.r300.get(pair.quote ?? '') ?? zeroDrift).rise
  const tape = liveTape(pair)
  const [tape5, tape25, tape60] = tapeWindows(tape ?? noTrades, at, [5, 25, 60])
  return {
    at,
    price,
    pair,
    usd,
    r25: (returnSince(bars, row, at, W25, logPrice) - market60 / 2) / Math.sqrt(frameMinutes),
    r60: (returnSince(bars, row, at, W60, logPrice) - market60) / Math.sqrt(frameMinutes),
    r300: returnSince(bars, row, at, W300, logPrice) - market300,
    turnover25: windowTurnover(bars, row, at, W25) / frameMinutes,
    turnover60: windowTurnover(bars, row, at, W60) / frameMinutes,
    turnover300: windowTurnover(bars, row, at, W300),
    count25: windowCount(bars, row, at, W25) / frameMinutes,
    count60: windowCount(bars, row, at, W60) / frameMinutes,
    count300: recentCount(pair, at, 5),
    aboveMean: logPrice - tables.slowPrice[row]! - market300,
    beganAt: lowest(bars, row, at, W60)?.at ?? at,
    sigma: sigmaOf(pair),
    tape5: tape5!,
    tape25: tape25!,
    tape60: tape60!,
    followed: tape !== null,
  }
}

/** Log return from the beginning of a window to `logPrice`; 0 without history. */
function returnSince(bars: Bars, row: number, at: number, window: BarWindow, logPrice: number): number {
  return logPrice - closeBefore(bars, row, at, window) || 0
}

/** ln of a sum against the usual of so many seconds; `dust`, added to both, keeps ratios of tiny sums near 1. */
export function logRatio(sum: number, usualPerMinute: number, seconds: number, dust: number): number {
  return Math.log((sum + dust) / ((usualPerMinute * seconds) / 60 + dust))
}

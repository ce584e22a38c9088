import type { Bars } from '../../stats/bars.ts'
import { lowest } from '../../stats/extremes.ts'
import { closeBefore, windowTradeCount, windowTurnover, type Window } from '../../stats/window.ts'
import { atRest, type Drift } from '../market/drift.ts'
import type { PairState } from '../pair/pair-state.ts'
import { recentCount } from '../pair/recent-count.ts'
import { W25, W300, W60 } from '../settings.ts'
import { emptyTape } from '../trades/tape.ts'
import { type TapeWindow, tapeWindows } from '../trades/tape-window.ts'
import { sigmaOf } from '../pair/usual.ts'

/** One pair at one moment: what every sign measures from. */
export interface Moment {
  readonly at: number
  readonly price: number
  readonly pair: PairState
  /** USD per unit of the pair's quote. */
  readonly usd: number
  /** Log returns over 25, 60, 300 s with the market's move taken out. */
  readonly r25: number
  readonly r60: number
  readonly r300: number
  /** Turnover (quote) and trades of the windows; those of 25 and 60 s of a feed slower than a minute, what a minute of them held on average. */
  readonly turnover25: number
  readonly turnover60: number
  readonly turnover300: number
  readonly count25: number
  readonly count60: number
  /** Trades of the running minute and the five before it. */
  readonly count300: number
  /** ln price above its 30-min mean, the market's move taken out. */
  readonly aboveMean: number
  /** When the rise began, ms: at the end of the low of the last minute, with the first trade above it. */
  readonly beganAt: number
  /** Usual size of a one-minute log return. */
  readonly sigma: number
  /** What takers did in 5, 25 and 60 s; all zero, and `followed` false, for a pair whose trades are not heard. */
  readonly tape5: TapeWindow
  readonly tape25: TapeWindow
  readonly tape60: TapeWindow
  readonly followed: boolean
}

const silent = emptyTape()

/**
 * Measures a pair now. A rising market is taken out of a rise; a falling one is not credited to it. What a feed
 * slower than a minute (bars of five, say) tells at once did not happen in one: a return shrinks with the root
 * of the time it took, as a random walk's does, sums in proportion.
 *
 * @param spacingMs typical time between frames; 0 where unknown
 */
export function momentOf(
  pair: PairState,
  at: number,
  price: number,
  usd: number,
  drift: Drift,
  spacingMs = 0,
): Moment {
  const { tables, row } = pair
  const { bars } = tables
  const level = Math.log(price)
  const stretch = Math.max(1, spacingMs / 60_000)
  const m60 = (drift.r60.get(pair.quote ?? '') ?? atRest).rise
  const m300 = (drift.r300.get(pair.quote ?? '') ?? atRest).rise
  const [tape5, tape25, tape60] = tapeWindows(pair.tape ?? silent, at, [5, 25, 60])
  return {
    at,
    price,
    pair,
    usd,
    r25: (riseSince(bars, row, at, W25, level) - m60 / 2) / Math.sqrt(stretch),
    r60: (riseSince(bars, row, at, W60, level) - m60) / Math.sqrt(stretch),
    r300: riseSince(bars, row, at, W300, level) - m300,
    turnover25: windowTurnover(bars, row, at, W25) / stretch,
    turnover60: windowTurnover(bars, row, at, W60) / stretch,
    turnover300: windowTurnover(bars, row, at, W300),
    count25: windowTradeCount(bars, row, at, W25) / stretch,
    count60: windowTradeCount(bars, row, at, W60) / stretch,
    count300: recentCount(pair, at, 5),
    aboveMean: level - tables.slowPrice[row]! - m300,
    beganAt: lowest(bars, row, at, W60)?.at ?? at,
    sigma: sigmaOf(pair),
    tape5: tape5!,
    tape25: tape25!,
    tape60: tape60!,
    followed: pair.tape !== null,
  }
}

/** The log return since a window began, to `level`, the ln of the price; 0 without history. */
function riseSince(bars: Bars, row: number, at: number, window: Window, level: number): number {
  return level - closeBefore(bars, row, at, window) || 0
}

/** ln of a window's sum against what is usual for so many seconds; `dust` keeps small sums small. */
export function logRatio(sum: number, usualPerMinute: number, seconds: number, dust: number): number {
  return Math.log((sum + dust) / ((usualPerMinute * seconds) / 60 + dust))
}

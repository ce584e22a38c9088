import { advanceBars, closeBefore } from '../stats/bars.ts'
import { atRest, type Drift } from './drift.ts'
import type { PairState } from './pair-state.ts'
import { leastSigma, W25, W300, W60 } from './settings.ts'
import { emptyTape, type TapeWindow, tapeWindow } from './tape.ts'

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
  /** ln price above its 30-min mean, the market's move taken out. */
  readonly aboveMean: number
  /** Usual size of a one-minute log return. */
  readonly sigma: number
  /** What takers did in 5, 25 and 60 s; all zero, and `followed` false, for a pair whose trades are not heard. */
  readonly tape5: TapeWindow
  readonly tape25: TapeWindow
  readonly tape60: TapeWindow
  readonly followed: boolean
}

const silent = emptyTape()

/** Measures a pair now. A rising market is taken out of a rise; a falling one is not credited to it. */
export function momentOf(pair: PairState, at: number, price: number, usd: number, drift: Drift): Moment {
  advanceBars(pair.bars, at)
  const since = (window: number) => Math.log(price / (closeBefore(pair.bars, window) ?? price))
  const m60 = (drift.r60.get(pair.quote ?? '') ?? atRest).rise
  const m300 = (drift.r300.get(pair.quote ?? '') ?? atRest).rise
  const tape = pair.tape ?? silent
  return {
    at,
    price,
    pair,
    usd,
    r25: since(W25) - m60 / 2,
    r60: since(W60) - m60,
    r300: since(W300) - m300,
    aboveMean: Math.log(price) - pair.slowPrice - m300,
    sigma: Math.max(leastSigma, Math.sqrt(pair.baseline.variance.value)),
    tape5: tapeWindow(tape, at, 5),
    tape25: tapeWindow(tape, at, 25),
    tape60: tapeWindow(tape, at, 60),
    followed: pair.tape !== null,
  }
}

/** ln of a window's sum against what is usual for so many seconds; `dust` keeps small sums small. */
export function logRatio(sum: number, usualPerMinute: number, seconds: number, dust: number): number {
  return Math.log((sum + dust) / ((usualPerMinute * seconds) / 60 + dust))
}

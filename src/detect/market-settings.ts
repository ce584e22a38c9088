// The constants of the market as a whole, with what they were measured on.

/** How often the whole market is looked at, over which window, ms. */
export const marketEveryMs = 10_000
export const marketWindowMs = 600_000
/** So many pairs rising through the gate in one frame: the market is looked at before any of them is judged. */
export const rushLeast = 8
/** Coins needed before a market is spoken of. */
export const marketLeast = 8
/** A return closer to zero than this is flat. */
export const flatReturn = 0.002
/**
 * Share of coins and median over ten minutes that begin a market-wide episode, the median that makes it a Warning
 * and the one above which it goes on. Without a sign for `settleMs` it has settled; what moves again within
 * `againMs` is the same. A fall that is slower, but holds for `slowFallMs`, begins one too: FTX's began with
 * fifteen minutes in which half of the pairs stood 2 % lower than ten minutes before, and hardly one 2.5 %. Measured: ten-minute medians of ordinary weeks (2019–2024) stay below 2.3 % but for one
 * hour in a month; crash days reach 4–13 % (FTX 2022-11, 2023-08-17) and move on for hours.
 */
export const marketWide = {
  breadth: 0.8,
  median: 0.025,
  warning: 0.04,
  slowFall: 0.0195,
  slowFallMs: 180_000,
  endMedian: 0.0125,
  settleMs: 1_800_000,
  againMs: 21_600_000,
} as const
/** So many times the width of the coins' returns is taken out of a single pair beside the middle. */
export const driftWidths = 2

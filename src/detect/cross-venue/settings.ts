import type { Tier } from '../../market/tier.ts'

// The constants of holding venues side by side. Where no source is named they are chosen, with the reason beside them.

/** A quote older than this (ms) is unknown: polls come each 5–10 s, and a quiet row behind a cache is up to a minute old. */
export const quoteMs = 60_000
/** Without bid and ask a last price counts for so long (ms) after it moved: later nobody may want it any more. */
export const tradedMs = 120_000
/** A book wider than this says where a price may be, not where it is: no reference. Crossed by more, it is an auction. */
export const widestBook = 0.05
export const crossedBook = 0.01

/** Sources of a cross that differ from their middle by more (log) do not count; without a majority it is unknown. */
export const crossTolerance = 0.03
/** Dollar coins within so much (log) of their middle hold their peg. */
export const pegTolerance = 0.02
/** A forex rate is known for so long of *open market* (ms): the daily maintenance takes an hour. */
export const forexMs = 7_200_000

/** Venues within so much (log) of their middle agree on the price others are held against: half of the least gap. */
export const referenceTolerance = 0.05

/** How often (ms) a coin is looked at of which nothing is to be told. */
export const lookMs = 5000
/** How often prices are marked, and how many marks are kept: twenty minutes of each place. */
export const markMs = 60_000
export const markCount = 20
/** Marks farther apart (ms) than this: what happened between them is unknown. */
export const markGapMs = 180_000
/** Half-life (ms) of the mean that tells what has just moved. */
export const slowMs = 1_800_000

/**
 * Same coin: prices within `band` (log) of each other at each of `minutes` marks, neither farther than `calm` (log) from
 * its own half-hour mean; both having travelled at least `travel` (log) and `together` times what the ratio did, which
 * itself did not wander beyond `wander` of its usual steps, or `surely` times. Simulated, two coins 2 % apart: one of
 * 1,000 is taken for one in a day where they move independently, 9 where they share four fifths of their variance; one
 * coin is known after 90 min, with a noise of .2 % after two to five hours. Who has not passed after `mostMinutes`
 * tries another venue.
 */
export const sameCoin = {
  band: 0.03,
  minutes: 90,
  calm: 0.05,
  travel: 0.005,
  together: 2,
  wander: 6,
  surely: 12,
  mostMinutes: 360,
} as const
/** Apart by more than `by` (log), or not heard, for so many marks in a row, two days: another coin by now (migration, new listing). */
export const estranged = { by: Math.log(1.1), marks: 2880 } as const

/** One step of a venue gap: how far apart (fraction), and for how long (ms). */
export interface GapStep {
  readonly tier: Tier
  readonly gap: number
  readonly lastedMs: number
}

/**
 * Gaps as Korea's exchanges step their public cautions (10–20, 20–30, from 30 %). A minute outlasts the slowest feed and
 * what arbitrage closes by itself; each tier asks for one more, so that Danger has been there at every poll of every venue.
 */
export const gapSteps: readonly GapStep[] = [
  { tier: 'notice', gap: 0.1, lastedMs: 60_000 },
  { tier: 'warning', gap: 0.2, lastedMs: 120_000 },
  { tier: 'danger', gap: 0.3, lastedMs: 180_000 },
]
/** A step once reached holds until the gap is below this share of it. */
export const gapHold = 0.8
/** With fewer other venues than this it cannot be told who is off: no more than a Notice. */
export const leastOthers = 2
/** Prices this many times apart are of different units (a redenomination), not of different markets. */
export const otherUnit = 10

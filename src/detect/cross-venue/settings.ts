// Constants of the comparison across venues. Without a named source, a value is our choice, with its reason.

/** A quote this old (ms) is unknown: polls are 5–10 s apart, and a quiet row from a cache may be a minute old. */
export const maxQuoteAgeMs = 60_000
/** Without bid and ask, a last price counts for this long (ms) after it changed: later it may be untradable. */
export const maxTradeAgeMs = 120_000
/** A book with a wider spread (fraction of the bid) gives a range, not a reference price. */
export const maxBookWidth = 0.05
/** A book crossed by more (fraction of the ask) belongs to an auction. */
export const maxBookCross = 0.01

/** Sources of a cross rate farther (log) from their median do not count; without a majority it is unknown. */
export const crossTolerance = 0.03
/** Maximum age (ms) of a forex rate, counted in *open market* time: daily maintenance takes an hour. */
export const maxForexAgeMs = 7_200_000

/** Venues within this distance (log) of their median agree on the reference price: half of the smallest gap. */
export const referenceTolerance = 0.05

/** Of contracts, logs: indices so near are of the same coin, and venues so near to their median agree on a price. */
export const peers = { sameIndex: 0.01, tolerance: 0.01 } as const

/** Half-life (ms) of how far a venue's price of a coin usually is from the others. */
export const usualGapHalfLifeMs = 86_400_000

/** Check interval (ms) of a coin without a gap. */
export const checkIntervalMs = 5000
/** Interval (ms) of price samples, and how many are kept: 20 minutes per venue. */
export const sampleIntervalMs = 60_000
export const sampleCapacity = 20
/** Between samples farther apart (ms) the price is unknown. */
export const maxSampleGapMs = 180_000
/** Half-life (ms) of the mean log price against which a recent move is measured. */
export const meanHalfLifeMs = 1_800_000

/**
 * Proof that two venue coins are the same coin. Distances, deviations and travels (high minus low) are logs.
 *
 * False positives, simulated with two coins 2 % apart over a day: 1 in 1,000 if they move independently, 9 in
 * 1,000 if they share four fifths of their variance. The same coin is recognised after 90 min, with noise of 0.2 %
 * after two to five hours.
 */
export const identityProof = {
  /** At every sample the prices are this close to each other, and each this close to its own mean. */
  maxDistance: 0.03,
  maxDeviation: 0.05,
  minSamples: 90,
  /** The smaller travel of the two prices, and its ratio to the travel of their ratio. */
  minTravel: 0.005,
  minTravelRatio: 2,
  /** Travel of the ratio, in root mean square steps of the ratio. */
  maxRangeInSteps: 6,
  /** From this travel ratio on, `maxRangeInSteps` does not apply. */
  sureTravelRatio: 12,
  /** Without proof by then, another venue is tried. */
  maxSamples: 360,
} as const
/**
 * Farther apart (log), or without a price, for this many consecutive samples (two days), a venue coin counts as
 * another coin: a migration or a new listing.
 */
export const identityLoss = { minDistance: Math.log(1.1), minSamples: 2880 } as const

/** A price ratio this large, up or down, is a change of unit (redenomination), not a gap. */
export const redenominationRatio = 10

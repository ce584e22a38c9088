export const signNames = [
  'return',
  'fall',
  'turnover',
  'trade-count',
  'abruptness',
  'taker-buys',
  'rush-orders',
  'sweep',
  'full-hour',
  'stray-print',
  'breadth',
  'median-return',
  'leader-return',
  'residual-return',
  'sold-coins',
  'venue-gap',
  'off-peg',
  'quote-off-peg',
  'other-venues',
  'other-market',
  /**
   * Of a perpetual contract: last against mark, mark against index, last against the coin's spot price, and against its
   * contracts on other exchanges.
   */
  'mark-gap',
  'index-gap',
  'spot-gap',
  'peer-gap',
  /** And its last price held at the limit that the venue publishes. */
  'price-band',
  'longs-liquidated',
  'shorts-liquidated',
  'open-interest',
  'funding',
  'funding-cap',
  'funding-interval',
  /** Of a perpetual contract, as its venue flags it. */
  'adl-risk',
  'dislocation',
  'extreme-volatility',
  'suspended',
] as const

/** Name of a sign: one kind of unusual behaviour that the engine can measure. */
export type SignName = (typeof signNames)[number]

export const evidenceUnits = [
  'fraction',
  'times',
  'price',
  'orders',
  'trades',
  'pairs',
  'time',
  'usd',
  'hours',
] as const

/**
 * Unit of an evidence value. `fraction`: 0.38 is +38 %; `times`: multiple of the usual value;
 * `price`: quote per base; `orders`, `trades`, `pairs`: counts; `time`: ms UTC; `usd`: dollars; `hours`: a length.
 */
export type EvidenceUnit = (typeof evidenceUnits)[number]

/** One measurement that supports an episode. */
export interface Evidence {
  readonly sign: SignName
  readonly value: number
  readonly unit: EvidenceUnit
  /** Length of the measured window, ms; 0 for a single moment. */
  readonly windowMs: number
  /** The usual value of this pair in the same unit and window, if known. */
  readonly usual?: number
  /**
   * Number of references compared with, e.g. other venues. Of liquidations, where the venue does not publish all of
   * them: the seconds of the window in which it published one.
   */
  readonly count?: number
  /** Market time of the measurement, ms UTC. */
  readonly at: number
}

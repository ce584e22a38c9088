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
  'suspended',
] as const

/** Name of a sign: one kind of unusual behaviour that the engine can measure. */
export type SignName = (typeof signNames)[number]

export const evidenceUnits = ['fraction', 'times', 'price', 'orders', 'trades', 'pairs', 'time'] as const

/**
 * Unit of an evidence value. `fraction`: 0.38 is +38 %; `times`: multiple of the usual value;
 * `price`: quote per base; `orders`, `trades`, `pairs`: counts; `time`: ms UTC.
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
  /** Number of references compared with, e.g. other venues. */
  readonly count?: number
  /** Market time of the measurement, ms UTC. */
  readonly at: number
}

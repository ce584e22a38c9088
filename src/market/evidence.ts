/** The name of a sign: one kind of unusual behaviour the engine can measure. One file each in detect/. */
export type SignName =
  | 'return'
  | 'turnover'
  | 'trade-count'
  | 'abruptness'
  | 'taker-buys'
  | 'rush-orders'
  | 'sweep'
  | 'full-hour'
  | 'stray-print'
  | 'breadth'
  | 'median-return'
  | 'leader-return'
  | 'residual-return'
  | 'sold-coins'
  | 'venue-gap'
  | 'other-venues'
  | 'suspended'

/**
 * Unit of an evidence value. `fraction`: 0.38 is +38 %; `times`: multiple of the usual;
 * `price`: quote per base; `orders`, `trades`, `pairs`: counts; `time`: ms UTC.
 */
export type EvidenceUnit = 'fraction' | 'times' | 'price' | 'orders' | 'trades' | 'pairs' | 'time'

/** One measured fact. */
export interface Evidence {
  readonly sign: SignName
  readonly value: number
  readonly unit: EvidenceUnit
  /** Length of the window measured, ms; 0 for a fact of one moment. */
  readonly windowMs: number
  /** What is usual for this pair in the same unit and window, where known. */
  readonly usual?: number
  /** How many were measured against, e.g. other venues. */
  readonly count?: number
  /** Market time of the measurement, ms UTC. */
  readonly at: number
}

/** One open-high-low-close bar of a pair. */
export interface Bar {
  /** `BASE/QUOTE`. */
  readonly pair: string
  /** Bar open, ms UTC. */
  readonly at: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  /** Units of the base. */
  readonly baseVolume: number
  /** Units of the quote; NaN where not recorded. */
  readonly quoteVolume: number
  /** Number of trades; NaN where not recorded. */
  readonly count: number
}

/** Whether high and low enclose open and close, and the volume is valid. */
export function isSoundBar(bar: Bar): boolean {
  const { open, high, low, close } = bar
  return (
    low > 0 &&
    low <= Math.min(open, close) &&
    high >= Math.max(open, close) &&
    high < Infinity &&
    bar.baseVolume >= 0 &&
    bar.baseVolume < Infinity
  )
}

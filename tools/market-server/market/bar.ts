/** One minute of one pair with at least one trade. */
export interface Bar {
  /** Minutes since the epoch. */
  readonly minute: number
  readonly open: number
  high: number
  low: number
  close: number
  /** Units of the base. */
  base: number
  /** Units of the quote. */
  quote: number
  count: number
  /** Bought by takers, units of the base and of the quote. */
  buyBase: number
  buyQuote: number
  /** Trade id of the first fill. */
  readonly firstId: number
}

export const minuteMs = 60_000
export const dayMs = 86_400_000

/** Merges minute bars (oldest first) into bars of `minutes`, aligned to the epoch; `minute` is the opening. */
export function mergeBars(bars: readonly Bar[], minutes: number): Bar[] {
  const merged: Bar[] = []
  for (const bar of bars) {
    const opening = bar.minute - (bar.minute % minutes)
    const last = merged.at(-1)
    if (last?.minute !== opening) {
      merged.push({ ...bar, minute: opening })
      continue
    }
    last.high = Math.max(last.high, bar.high)
    last.low = Math.min(last.low, bar.low)
    last.close = bar.close
    last.base += bar.base
    last.quote += bar.quote
    last.count += bar.count
    last.buyBase += bar.buyBase
    last.buyQuote += bar.buyQuote
  }
  return merged
}

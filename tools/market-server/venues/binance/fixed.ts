/** Binance writes every price and amount with eight decimals. */
export const fixed = (value: number): string => value.toFixed(8)

/** Change in per cent with three decimals. */
export const percent = (from: number, to: number): string =>
  from === 0 ? '0.000' : ((to / from - 1) * 100).toFixed(3)

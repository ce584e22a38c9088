/** What is asked of the background, s. */
export const limits = {
  /** A state may still be that of before the fault. */
  state: 15,
  /** After its end everything is as without the fault. */
  recovery: 60,
  /** Where another way to the tickers is left: silence is noticed, then a few rows must come on the other way. */
  delay: 45,
} as const

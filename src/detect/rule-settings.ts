// The constants of the rules (dump.ts, climb.ts, key-abuse.ts), with what each was measured on.

/** Below these multiples within the hour (or, for a fall, five minutes) nothing slow is looked for. */
export const slowGate = { climb: 1.05, fall: 0.96 } as const

/**
 * A fall: spans (minutes), how many minutes before it must be known, and per tier the least log fall below the
 * hour before, in multiples of the pair's usual move over the span, and of its usual turnover. Danger asks for trades of the last
 * minute, bought at market for at most `buyShare`. Measured on 2,216 pair-days: .005 Notices a pair-day, .0009 Warnings.
 */
export const dumpRule = {
  minutes: [5, 30],
  knownBefore: 15,
  notice: { fall: 0.08, sigmas: 8, turnover: 4 },
  warning: { fall: 0.12, sigmas: 10, turnover: 5 },
  danger: { fall: 0.3, sigmas: 12, turnover: 5 },
  leastTrades: 5,
  buyShare: 0.4,
} as const

/**
 * A climb: its least length (minutes), the share of the rise that must be left, the largest share of it that one
 * minute may hold, the share of minutes that must turn over `busyTimes` the usual, the turnover altogether, and per
 * tier the least log rise and its multiple of the usual move. Measured on 1,203 quiet pair-days: without the
 * shares it speaks .033 times a pair-day, with them .003; the SYS incident has .74 and .08 of a possible 1.
 */
export const climbRule = {
  leastMinutes: 20,
  kept: 0.75,
  step: 0.35,
  busyTimes: 4,
  busyShare: 0.6,
  turnover: 5,
  notice: { rise: 0.07, sigmas: 8 },
  warning: { rise: 0.15, sigmas: 12 },
} as const

/**
 * Key-abuse pattern: what counts as a coin sold at market (log fall in half an hour beside the middle coin, in
 * usual moves, in widths of all coins' returns, and turnover of a quarter of an hour against the usual), how many of
 * them and which share of the venue's coins it takes, and how far the bought coin's share of turnover must have jumped.
 */
export const keyAbuse = {
  fall: 0.02,
  sigmas: 2.5,
  widths: 3,
  turnover: 2.5,
  leastCoins: 10,
  leastShare: 0.08,
  drawnShare: 0.05,
  drawnTimes: 5,
} as const

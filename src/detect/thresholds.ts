import type { Tier } from '../market/tier.ts'

// Everything that makes a Notice, a Warning or a Danger, and nothing else: each constant with
// what it was measured on and the test that holds it. The constants of measuring (windows,
// half-lives, delays) stand in settings.ts.
//
//   what raises a tier            decided in                        tested in (test/detect/…)
//   score of a pump               cases/apply-measurement.ts        score/shipped-model, score/model, engine
//   slow rise, fall               rules/climb.ts, rules/dump.ts     rules/slow-moves
//   move that is large in itself  rules/large-move.ts              rules/large-move
//   stray print, wick             cases/take-stray-print.ts         cases/take-stray-print
//   coins sold, one bought        rules/key-abuse.ts                rules/key-abuse
//   coin that cannot be moved     cases/official-effects.ts         cases/official-effects
//   whole market                  market/market-wide.ts             market/market-wide
//   coin off its peg              pegs/detect-off-peg.ts           pegs/off-peg
//   apart from other venues       cross-venue/gap/gap-clock.ts      cross-venue/gap/venue-gap
//   perpetual apart               perpetual/signs/perp-gap.ts       perpetual/perp-gap, perpetual/recorded, …/peers
//   held at its price band        perpetual/signs/price-band.ts     perpetual/price-band
//   liquidations of one side      perpetual/signs/…-burst.ts        perpetual/liquidation-burst
//   both, open interest, funding  perpetual/raise-tier.ts           perpetual/signs, perpetual/squeeze
//   and what lowers or delays it  cases/update-episode.ts           cases/update-episode, cases/official-effects

/** Gate: a rise (log) of this much over the low of 300 s, and a quick part of it. Below it nothing is scored. */
export const gate = { rise: 0.01, r60: 0.008, r300: 0.015 } as const

// The score's own thresholds, in log odds for each feed and tier, come with the trees: score/model.json (`npm run
// train`). The trader's sensitivity moves all of them alike: sensitivity.ts.

/**
 * A rise that began between so many seconds before and after the full hour began on it, as announced ones do. That
 * lifts its log odds by this much, less than the data would allow (three of four announced pumps, one of fourteen
 * other rises: 3.7 between on the hour and off it), because a pump at another time is none the less one. Chosen on
 * recordings until 2019; the gain holds on later ones (SCORECARD.md). Nobody announces a pump of a pair that usually
 * turns over as much as `maxTurnoverUsd` a minute: none of 131 was of such a one, and on the hot coins of 2025–26 two
 * thirds of the Notices stood on the hour alone.
 */
export const fullHour = { from: -30, to: 90, lift: 2.5, maxTurnoverUsd: 20_000 } as const

/** Danger requires the score of trades to stay strong for this long (ms). Longer gains nothing (SCORECARD.md). */
export const dangerHoldMs = 5000

/**
 * Frames farther apart (ms) than this are a slow feed. There a Notice and a Warning require this much of a rise
 * (log) in five minutes beyond the market's: the bound at which a plain rule of move and turnover stays below
 * eight alarms per thousand pair-days.
 */
export const slowFeed = { spacingMs: 90_000, notice: 0.04, warning: 0.08 } as const

/** Below these multiples within the hour (or, for a fall, five minutes) slow moves are not looked for. */
export const slowGate = { climb: 1.05, fall: 0.96 } as const

/**
 * A fall: its spans (minutes), the minutes before it that must be known, and per tier the least log fall below the
 * hour before, in itself and in multiples of the pair's usual move over the span, and the multiple of its usual
 * turnover asked of that least fall. The deeper the fall, the less is asked, by the `depthPower`-th power. Danger also
 * requires at least `minTrades` trades in the last minute of which at most `maxBuyShare` was bought at market. ACT's
 * fall (2025-04-01: a third in a minute) is a Warning within 15 s by them.
 */
export const dumpRule = {
  minutes: [5, 30],
  minMinutesBefore: 15,
  notice: { fall: 0.08, sigmas: 8, turnover: 4 },
  warning: { fall: 0.08, sigmas: 10, turnover: 25 },
  danger: { fall: 0.3, sigmas: 12, turnover: 5 },
  depthPower: 4,
  minTrades: 5,
  maxBuyShare: 0.4,
} as const

/**
 * A move that is large in itself: per tier the minutes over which, and the least log rise above their lowest close
 * or log fall below their highest. `heldShare` of it must have stood ten seconds ago, and it must have turned over
 * `minTurnoverUsd`. A little less than the census counts (20 %, 30 %, 50 %: SCORECARD.md), so that the move is told
 * when it is complete. Measured on 2,218 pair-days: not one more alarm near which the price did not move by 12 %.
 */
export const largeMove = {
  sizes: [
    { tier: 'danger', minutes: 30, rise: Math.log(1.47), fall: -Math.log(0.52) },
    { tier: 'danger', minutes: 15, rise: Math.log(1.28), fall: -Math.log(0.72) },
    { tier: 'warning', minutes: 10, rise: Math.log(1.18), fall: -Math.log(0.82) },
  ],
  heldShare: 0.6,
  minTurnoverUsd: 500,
} as const satisfies {
  sizes: readonly { tier: Tier; minutes: number; rise: number; fall: number }[]
} & Record<string, unknown>

/** The least log fall that is large in itself. */
export const leastLargeFall = Math.min(...largeMove.sizes.map(({ fall }) => fall))

/**
 * A climb: the share of it before which it has not begun, its least length (minutes), the share of the rise that must
 * be left, the largest share of it that one minute may hold, the share of minutes that must turn over `busyTimes` the
 * usual, the turnover
 * as a whole, and per tier the least log rise, in itself and in multiples of the usual move. Measured on
 * 1,203 quiet pair-days: .033 alarms a pair-day without the shares, .003 with them. The SYS incident of
 * 2018 has .74 and .08 of a possible 1.
 */
export const climbRule = {
  startShare: 0.1,
  minMinutes: 20,
  minKeptShare: 0.75,
  maxMinuteShare: 0.35,
  busyTimes: 4,
  minBusyShare: 0.6,
  minTurnoverTimes: 5,
  notice: { rise: 0.07, sigmas: 8 },
  warning: { rise: 0.15, sigmas: 12 },
} as const

/** A price this many times above every reference (or below, by the inverse) is a stray print: Danger at once. */
export const strayFactor = 3

/**
 * A print that the price left again before the next tick is a wick from this factor on: a Warning, and a Danger from
 * `wickDanger` (logs up and down) on.
 */
export const wickFactor = 1.2
export const wickDanger = { up: Math.log(1.28), down: Math.log(0.72) } as const

/**
 * A print is a stray one from less on where a busier quote of the same coin stands still: this far (log), and so many
 * usual minutes of the pair (BTC/USD1 of 2025-12-24: 24,111 beside 87,600).
 */
export const apartFromQuotes = { least: Math.log(1.3), sigmas: 40 } as const

/**
 * Key-abuse pattern: what counts as a coin sold at market (log fall within half an hour against the median
 * coin, in itself, in usual moves and in widths of all coins' returns, and the turnover of a quarter of an hour
 * against the usual), how many of them and which share of the venue's coins it takes, and how far the bought
 * coin's share of the venue's turnover must have jumped. Danger by definition.
 */
export const keyAbuse = {
  fall: 0.02,
  sigmas: 2.5,
  widths: 3,
  turnover: 2.5,
  minCoins: 10,
  minShare: 0.08,
  drawnShare: 0.05,
  drawnTimes: 5,
} as const

/**
 * Share of coins (`breadth`) and median over ten minutes that begin a market-wide episode, the median that
 * makes it a Warning and the one above which it goes on. It settles after `settleMs` without a sign; what moves
 * again within `sameEventMs` is the same event. A slower fall that holds for `slowFallMs` begins one too: FTX's
 * (2022-11) began with fifteen minutes in which half of the pairs stood 2 % lower than ten minutes before, and
 * hardly one 2.5 %. Measured: ten-minute medians of ordinary weeks (2019–2024) stay below 2.3 % but for one
 * hour in a month; crash days reach 4–13 % (FTX, 2023-08-17) and go on for hours.
 */
export const marketWide = {
  breadth: 0.8,
  median: 0.025,
  warning: 0.04,
  danger: 0.15,
  slowFall: 0.0195,
  slowFallMs: 180_000,
  endMedian: 0.0125,
  settleMs: 1_800_000,
  sameEventMs: 21_600_000,
} as const

/** One step of a coin off its peg, or of a contract apart: how far (log) and for how long (ms). */
interface HeldStep {
  readonly tier: Tier
  readonly distance: number
  readonly minDurationMs: number
}

/**
 * A dollar coin counts from 1 % on, of which redemption would pay for the way (USDC of 2023-03: 0.88; FDUSD of
 * 2025-04: 0.87; USDe of 2025-10: 0.65 at one venue, for ordinary ones of 2023–2026 see SCORECARD.md). A coin that
 * strays by itself counts from `noises` times that on; a step holds until `holdShare` of it. Meanwhile the pair must
 * have turned over this many USD, and this share of its usual turnover.
 */
export const offPegSteps: readonly HeldStep[] = [
  { tier: 'notice', distance: Math.log(1.01), minDurationMs: 60_000 },
  { tier: 'warning', distance: Math.log(1.03), minDurationMs: 120_000 },
  { tier: 'danger', distance: Math.log(1.1), minDurationMs: 180_000 },
]
export const offPeg = { noises: 6, holdShare: 0.8, minTurnoverUsd: 1000, minTurnoverShare: 0.5 } as const
/** A move of a pair is its own where at least this share of it remains once its quote coin's own move is taken out. */
export const minOwnMoveShare = 0.5

/** One step of a venue gap: its size (fraction) and how long it must last (ms). */
export interface GapStep {
  readonly tier: Tier
  readonly gap: number
  readonly minDurationMs: number
}

/**
 * Sizes follow the public cautions of Korea's exchanges (10–20 %, 20–30 %, from 30 %). One minute outlasts the
 * slowest feed and gaps that arbitrage closes at once. Each tier adds a minute, so a Danger was seen by every poll
 * of every venue.
 */
export const gapSteps: readonly GapStep[] = [
  { tier: 'notice', gap: 0.1, minDurationMs: 60_000 },
  { tier: 'warning', gap: 0.2, minDurationMs: 120_000 },
  { tier: 'danger', gap: 0.3, minDurationMs: 180_000 },
]
/**
 * The sizes shrink to `least` of them where a venue's price of the coin usually agrees: in full from a usual gap (log)
 * of `fullAt` on. 17 % on BTC is a Danger, on a thin coin a Notice. Where nothing is known yet one of the largest
 * coins counts as `largeCoin`, any other as `otherCoin`.
 */
export const gapScaling = {
  least: 0.5,
  fullAt: 0.005,
  largeCoin: 0.002,
  otherCoin: 0.01,
  maxSample: 0.05,
} as const
/**
 * Where at least so many coins of a venue can be compared, their median distance is taken out of each: a whole venue
 * apart (Upbit 2024-12-03) is told once, at `leader`, and by its market-wide move.
 */
export const venueShift = { minCoins: 6, leader: 'BTC' } as const
/** A step once reached holds until the gap falls below this share of its size. */
export const gapHoldShare = 0.8
/** With fewer other venues it is unclear which venue is off: no more than a Notice. */
export const minOthers = 2

/**
 * A perpetual contract's prices apart: last from mark, mark from index, last from spot and from other exchanges'
 * contracts. Of 342,966 closes of an hour of 40 contracts (Binance, 2023-01…2026-05) the last price was 0.49 % from its
 * mark in one of ten thousand, at most 1.51 %; of 375 contracts at once mark and index were 0.78 % apart at most
 * (2024-11-27); of 2,855 closes of an hour of five large ones Binance and Bybit were 0.08 % apart at most (2025-10).
 */
export const perpGapSteps: readonly HeldStep[] = [
  { tier: 'notice', distance: 0.005, minDurationMs: 60_000 },
  { tier: 'warning', distance: 0.01, minDurationMs: 60_000 },
  { tier: 'danger', distance: 0.02, minDurationMs: 60_000 },
]
/**
 * A contract that strays by itself counts from `noises` times its usual distance on, and in a market in which all stray
 * from `widths` of theirs; a step holds until `holdShare` of it. The steps are `wide` times as far for what is no coin
 * (pre-market, shares, metals) and for less than `thinUsd` of turnover a day. The last price counts where so many USD
 * were turned over meanwhile.
 */
export const perpGap = {
  noises: 8,
  widths: 6,
  holdShare: 0.8,
  wide: 3,
  thinUsd: 1_000_000,
  minTurnoverUsd: 1000,
} as const

/**
 * A last price held at the limit of orders that its venue publishes, for so long (ms). As shares of the band's half width
 * (log): how near to the limit it must be, and how far from it what is held may stray. At bands narrower than `minHalf` a
 * price is seen in ordinary minutes: of 342,966 closes (above) none was 2 % off its mark.
 */
export const priceBand = { nearShare: 0.02, heldShare: 0.1, minHalf: 0.015, minDurationMs: 10_000 } as const

/**
 * Liquidations of a contract within a minute: so many times its usual minute, at least so many USD, and this share of one
 * side. From `warningSize` times that on a Warning by itself. Where a `crowd` of contracts shows it at once, it is told of
 * none but beside other signs, nor for `lastsMs` after. In the minute of 2025-10-10 21:15 UTC 3.2 G USD were liquidated at
 * all venues, 93.5 % of it longs, eleven times the rate of the hours around (Amberdata). What is told of a market begins
 * at `minMarketUsd`.
 */
export const liquidationBurst = {
  times: 10,
  minUsd: 100_000,
  minMajorUsd: 5_000_000,
  minMarketUsd: 10_000_000,
  minShare: 0.7,
  warningSize: 20,
  crowd: { minContracts: 4, share: 0.01, lastsMs: 600_000 },
} as const
/** Coins of which liquidations of a hundred thousand are nothing. */
export const majors: ReadonlySet<string> = new Set(['BTC', 'ETH'])

/**
 * Change of open interest that is told, over a quarter of an hour and an hour, of all contracts of a venue over a quarter,
 * and beside the contract's usual change. On 2025-10-10 BTC, ETH, SOL and XRP lost a third within a day.
 */
export const interestRule = { quarter: 0.1, hour: 0.25, market: 0.05, noises: 4 } as const

/**
 * Funding by eight hours that is told. Of 47,017 fundings of 40 contracts (Binance, 2023–2026-05) 99.8 % were between
 * −0.17 and +0.09 %. At `capShare` of the published cap it is grave at any size above the base rate (`minCapped`). A
 * shortened interval is told for `shortenedMs`.
 */
export const fundingRule = {
  notice: 0.001,
  warning: 0.005,
  capShare: 0.95,
  minCapped: 0.0005,
  shortenedMs: 86_400_000,
} as const

/**
 * For this long (ms) after a gap in the data or a halt, prices catch up with what happened meanwhile: only a
 * Danger, or a move of at least `minReopenedMove` (log) that trades confirm, is reported.
 */
export const reopenedMs = 900_000
export const minReopenedMove = 0.05

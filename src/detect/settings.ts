// The constants of measuring: windows, half-lives, delays, limits. What makes a tier stands in thresholds.ts.
// Where no source is named, a constant was fitted on 136 announced pumps (Binance 2018–2021, see SCORECARD.md).

/** Windows of the screen, named by their seconds: so many steps of a rung of the ladder in stats/bars.ts. */
export const W10 = { rung: 0, steps: 2 } as const
export const W25 = { rung: 0, steps: 5 } as const
export const W60 = { rung: 0, steps: 12 } as const
export const W300 = { rung: 1, steps: 15 } as const
export const W600 = { rung: 2, steps: 10 } as const

/** Half-life of the price's slow mean, ms. */
export const slowPriceHalfLifeMs = 1_800_000

/** Half-lives of the baselines, minutes. */
export const fastHalfLifeMinutes = 720
export const slowHalfLifeMinutes = 4320
/** Minutes before a minute enters the baseline. */
export const baselineDelayMinutes = 10
/**
 * Variance of one-minute log returns before anything is known, and the least
 * standard deviation that is believed.
 */
export const startVariance = 4e-6
export const minSigma = 0.0008
/** A minute's squared return enters capped at this many times the variance. */
export const varianceCap = 25
/** How many minutes of history a 24-h ticker is worth. */
export const seedMinutes = 240
/**
 * A baseline with fewer minutes of its own is young: the venue's candles are requested
 * before a suspect is confirmed.
 */
export const matureMinutes = 720
/** Silence beyond this (minutes) changes a baseline no further: 7 days. */
export const maxSilentMinutes = 10_080

/** A pair that its venue lists no more is forgotten once it was silent for this long (ms). */
export const forgetMs = 86_400_000

/** Without a tick of any pair for this long (ms), the time in between is unknown. */
export const dataGapMs = 180_000

/**
 * A frame of at most `maxRows` rows whose time is ahead of the market's by more than `minMs`, and by more than
 * `spacings` of its usual spacings, waits for another one that agrees.
 */
export const clockJump = { maxRows: 2, minMs: 10_000, spacings: 5 } as const

/**
 * Trades of the stream may come so long (ms) after the ticker that shows them, besides the time between its frames.
 * What comes later is not brought by the stream.
 */
export const unheardMs = 3000

/**
 * A fill may come so much later (ms of market time) than newer ones and still enter the tape: Gate sends the fills
 * of one order one by one, some of them behind those of the next orders; a connection that stumbles brings whole
 * frames seconds late.
 */
export const reorderMs = 4500

/** A followed pair stays followed for this long (ms) after the gate last opened. */
export const followMs = 300_000
/** At most this many pairs are followed at once: a crash opens hundreds of gates. */
export const maxFollowed = 40

/**
 * Least time between two scores of one pair's trades (ms). Hundreds of trades come within a second of a pump,
 * and what all of them say together counts: twice as often finds no more announced pumps, and none sooner. A
 * ticker frame is always scored.
 */
export const minTradeScoreSpacingMs = 1000

/** Turnover (USD) that a ratio to the usual must exceed to mean anything: .004 BTC of 2019. */
export const dustUsd = 32

/**
 * USD per unit of quote before the venue's own pairs have said it. They only scale the dust terms, so rough
 * figures of the years of the recordings do.
 */
export const roughUsd: Readonly<Record<string, number>> = {
  USD: 1,
  USDT: 1,
  USDC: 1,
  FDUSD: 1,
  TUSD: 1,
  BUSD: 1,
  USDS: 1,
  PAX: 1,
  BTC: 8000,
  ETH: 300,
  BNB: 20,
  EUR: 1.1,
  JPY: 0.0085,
  TRY: 0.15,
}

/** Stablecoins within this distance (log) of their median hold their peg. */
export const pegTolerance = 0.02
/** Half-lives (minutes) of what is usual for a pegged coin, and of how far it usually strays from that. */
export const pegHalfLifeMinutes = 4320
export const pegNoiseHalfLifeMinutes = 720
/** Measurements (every `marketEveryMs`) before the usual ratio of a wrapped or staked coin is known. */
export const minPegSamples = 60

/**
 * So many prints in a row, over so long (ms), at a new price: that is where the price is, it is no stray print. It
 * moved there, unless it went by a power of ten and no more than `levelTurnoverTimes` of the usual was turned over
 * since: then the level has changed, and prices before and after are not comparable.
 */
export const levelPrints = 5
export const levelMs = 60_000
export const levelTurnoverTimes = 3
/** A redenomination changes the price by a power of ten, within this much (log₁₀): a tenth. */
export const powerOfTenTolerance = 0.045
/** By any other factor, bid and ask must stand within this factor of the new price. */
export const rescaledBookFactor = 1.05

/** How often the market as a whole is measured, and over which window, ms. */
export const marketEveryMs = 10_000
/** How often phases are brought up to date of pairs that have no news, ms. */
export const phasesEveryMs = 2000
export const marketWindowMs = 600_000
/** So many pairs rising through the gate in one frame: the market is measured before any of them is judged. */
export const minRushPairs = 8
/** Coins needed before a market is spoken of. */
export const minMarketCoins = 8
/** A return closer to zero than this is flat. */
export const flatReturn = 0.002
/** So many times the width of the coins' returns is taken out of a single pair besides the median. */
export const driftWidths = 2

/**
 * What shows itself again within this long (ms) after its last sign is the same
 * event: 90 % settle within 43 min.
 */
export const sameEventMs = 1_800_000

/** Most points of an episode's price line, and its first spacing, ms. */
export const maxLinePoints = 60
export const lineStepMs = 10_000
/** How much of the time before its start the line shows, ms. */
export const lineBeforeMs = 300_000

/**
 * Of the prices of a perpetual contract: half-life (ms) of how far they usually stand apart, the time after which that
 * is known, and the most (ms) that one measurement stands for.
 */
export const gapHalfLifeMs = 21_600_000
export const gapKnownMs = 3_600_000
export const maxGapStepMs = 60_000
/** Unmeasured for longer than this (ms), a contract stands apart anew. */
export const maxUnknownGapMs = 180_000
/** Unmeasured for longer than this (ms), a contract is not held at its price band. */
export const maxUnknownBandMs = 30_000
/** A flag of a venue that was told so long ago (ms) is told no more: two polls of it may fail. */
export const flagAgeMs = {
  'adl-risk': 5_400_000,
  dislocation: 180_000,
  'extreme-volatility': 180_000,
} as const
/** How much older (ms) than the moment of a measurement each price may be. */
export const gapAgeMs = { last: 5000, index: 10_000, spot: 15_000 } as const
/** With fewer contracts nobody knows how far all of them stand apart. */
export const minSpreadContracts = 6
/** Half-life (ms) of how far a contract's open interest usually changes in a quarter of an hour. */
export const interestHalfLifeMs = 86_400_000
/** Half-life (ms) of a contract's usual liquidations: half a week; and the time without any that is assumed before. */
export const liquidationHalfLifeMs = 302_400_000
export const liquidationPriorMs = 86_400_000
/**
 * Exchanges that publish every liquidation, by their documents: Bybit (`allLiquidation`), Kraken (in its trades). Binance
 * and OKX publish at most one a contract and second, HTX none that is netted, and of others nothing is said.
 */
export const completeLiquidations: ReadonlySet<string> = new Set(['bybit', 'kraken'])

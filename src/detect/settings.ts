// The constants of the method, in one place. Where no source is named they are C28's of the project's
// detection study (136 announced pumps, Binance 2018–2021).

/** Windows of the screen, named by their seconds: so many steps of the ladder in stats/bars.ts. */
export const W25 = { rung: 0, steps: 5 } as const
export const W60 = { rung: 0, steps: 12 } as const
export const W300 = { rung: 1, steps: 15 } as const
export const W600 = { rung: 2, steps: 10 } as const

/** Half-life of the price's slow mean, ms. */
export const slowPriceHalfLife = 1_800_000

/** Half-lives of the baselines, minutes. */
export const fastHalfLife = 720
export const slowHalfLife = 4320
/** Minutes before a minute enters the baseline. */
export const baselineDelay = 10
/** Variance of one-minute log returns before anything is known, and the least that is believed. */
export const startVariance = 4e-6
export const leastSigma = 0.0008
/** A minute's squared return enters capped at so many times the variance. */
export const varianceCap = 25
/** How many minutes of history a 24-h ticker is worth. */
export const seedMinutes = 240
/** A baseline with fewer minutes of its own is young: the venue's candles are asked for before a suspect is confirmed. */
export const grownMinutes = 720
/** Silence beyond this (minutes) changes a baseline no further: 7 days. */
export const longestSilence = 10_080

/** Without a tick of any pair for so long (ms) the time in between is unknown. */
export const gapMs = 180_000

/**
 * A frame of at most so many rows whose time is ahead of the market's by more than `leastMs`, and by more than so many of
 * its usual spacings, waits for another one that agrees.
 */
export const clockJump = { rows: 2, leastMs: 10_000, spacings: 5 } as const

/** Gate: a rise of this much over the low of 300 s, and a quick part of it. Below, nothing is scored. */
export const gate = { rise: 0.01, r60: 0.008, r300: 0.015 } as const

/** A followed pair stays followed so long (ms) after the gate last opened. */
export const followMs = 300_000
/** Danger asks that the tape's score stays strong for so long, ms. Longer gains nothing measurable (SCORECARD.md). */
export const dangerMs = 5000

/**
 * The trades of a followed pair are judged no more often than this (ms): hundreds come within a pump's second, and
 * what all of them say together counts: judged twice as often, no more announced pumps are found, and the median no sooner. A
 * ticker frame is always judged.
 */
export const tapePaceMs = 1000

/** At most so many pairs followed at once; a crash opens hundreds of gates. */
export const followCap = 40

/**
 * A rise that began between so many seconds before and after the full hour began on it, as announced ones do:
 * that lifts its log odds by so much, less than the data would (three of four pumps, one other rise in fourteen:
 * 3.7 between on the hour and off it), because a pump at another time is none the less one. Recordings until 2019
 * choose no other; what it gains holds on later ones (SCORECARD.md).
 */
export const fullHour = { from: -30, to: 90, lift: 2.5 } as const

/** Turnover (USD) that a ratio to the usual must exceed to mean anything: .004 BTC of 2019. */
export const dustUsd = 32

/**
 * USD per unit of quote before the venue's own crosses have spoken. They only scale the dust
 * terms, so a rough figure of the years of the recordings does; live crosses replace them.
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

/** Currencies that stand for a dollar: as a quote they are the measure, as a base they do not pump. */
export const dollars: ReadonlySet<string> = new Set([
  'USD',
  'USDT',
  'USDC',
  'FDUSD',
  'TUSD',
  'BUSD',
  'USDS',
  'USDP',
  'PAX',
  'DAI',
  'USDD',
  'USD1',
  'USDE',
])

/** A print this many times above every reference (or below, by the inverse) is stray. */
export const strayFactor = 3
/** So many prints in a row, over so long (ms), at the new level: the level changed, it is no stray. */
export const levelPrints = 5
export const levelMs = 60_000
/** A redenomination's price lands so near (log₁₀) to a power of ten of the one before: within a tenth of it. */
export const cleanWithin = 0.045
/** By any other factor, bid and ask stand so near to the new price. */
export const closeFactor = 1.05

/** An episode without a sign for so long (ms) has settled; sooner when most of the rise is given back. */
export const settleMs = 900_000
export const settleFallenMs = 300_000
/** Shares of the rise given back that name the phases (falling at a half: at 30 % it is a coin toss). */
export const fadingShare = 0.25
export const fallingShare = 0.5
/** No new peak for so long (ms) is fading. */
export const fadingMs = 120_000
/** A rise from the start above which building is surging. */
export const surgingRise = 0.05

/** What shows itself again within so long (ms) after its last sign is the same event: 90 % have settled after 43 min. */
export const againMs = 1_800_000
/** For so long (ms) after a gap or a halt prices catch up with what happened meanwhile: only what is strong is told. */
export const reopenedMs = 900_000
/** And then moves smaller than this, or seen in ticker data only, are not told. */
export const reopenedMove = 0.05

/** Points of an episode's price line, and its first spacing, ms. */
export const linePoints = 60
export const lineStepMs = 10_000
/** How much of the time before its start the line shows, ms. */
export const lineBeforeMs = 300_000

/**
 * Frames farther apart (ms) than this are a slow feed; there a Notice and a Warning ask for so much of a rise (log) in
 * five minutes beside the market's, the bound at which a plain rule of move and turnover stays below eight alarms a thousand pair-days.
 */
export const slowFeed = { spacingMs: 90_000, notice: 0.04, warning: 0.08 } as const

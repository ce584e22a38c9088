import { sameCoin } from './settings.ts'

/** The lowest and highest ln price or ln ratio so far. */
interface Range {
  low: number
  high: number
}

/** Two places being compared, mark by mark. */
export interface Trial {
  /** The other venue. */
  readonly venue: string
  /** Marks at which both prices were known. */
  minutes: number
  readonly ratio: Range
  readonly own: Range
  readonly other: Range
}

const around = (value: number): Range => ({ low: value, high: value })

function widen(range: Range, value: number): void {
  range.low = Math.min(range.low, value)
  range.high = Math.max(range.high, value)
}

const width = ({ low, high }: Range) => high - low

/** Begins to compare. Prices as ln. */
export function beginTrial(venue: string, own: number, other: number): Trial {
  return { venue, minutes: 1, ratio: around(own - other), own: around(own), other: around(other) }
}

/** Takes the next mark. Prices as ln. */
export function goOn(trial: Trial, own: number, other: number): void {
  trial.minutes++
  widen(trial.ratio, own - other)
  widen(trial.own, own)
  widen(trial.other, other)
}

/**
 * Whether the two have shown to be one coin: near each other for long enough is not enough, as two coins of like
 * price pass by one another; they must have gone the same way. What hardly moves (a coin pegged to something) never shows.
 */
export function isProven({ minutes, ratio, own, other }: Trial): boolean {
  const travel = Math.min(width(own), width(other))
  return (
    minutes >= sameCoin.minutes && travel >= sameCoin.travel && travel >= sameCoin.together * width(ratio)
  )
}

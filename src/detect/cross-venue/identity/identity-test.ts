import { sameCoin } from '../settings.ts'

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
  /** The newest ln ratio, and the sum of the squares of its steps so far. */
  last: number
  squares: number
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
  const ratio = own - other
  return {
    venue,
    minutes: 1,
    last: ratio,
    squares: 0,
    ratio: around(ratio),
    own: around(own),
    other: around(other),
  }
}

/** Takes the next mark. Prices as ln. */
export function goOn(trial: Trial, own: number, other: number): void {
  const ratio = own - other
  trial.minutes++
  trial.squares += (ratio - trial.last) ** 2
  trial.last = ratio
  widen(trial.ratio, ratio)
  widen(trial.own, own)
  widen(trial.other, other)
}

/**
 * Whether the two have shown to be one coin. Near each other for long is not enough: two coins of like price pass by
 * one another, and all coins move with the market. The prices must have travelled while the ratio stayed; and the
 * ratio of one coin is pulled back (its steps are noise, so its range stays a few of them), where that of two wanders
 * off like any price. What hardly moves, a coin pegged to something, never shows.
 */
export function isProven({ minutes, squares, ratio, own, other }: Trial): boolean {
  const travel = Math.min(width(own), width(other))
  if (minutes < sameCoin.minutes || travel < sameCoin.travel) return false
  const step = Math.sqrt(squares / (minutes - 1))
  const stays = width(ratio) <= sameCoin.wander * step && travel >= sameCoin.together * width(ratio)
  return stays || travel >= sameCoin.surely * width(ratio)
}

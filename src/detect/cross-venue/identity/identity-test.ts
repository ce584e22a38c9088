import { identityProof } from '../settings.ts'

/** Lowest and highest log price or log ratio so far. */
interface LogRange {
  low: number
  high: number
}

/** A comparison of the prices of two venue coins, sample by sample. */
export interface IdentityTest {
  /** The other venue. */
  readonly venue: string
  /** Samples with both prices known. */
  sampleCount: number
  lastLogRatio: number
  /** Sum of the squared steps of the log ratio. */
  sumSquaredSteps: number
  readonly logRatio: LogRange
  readonly own: LogRange
  readonly other: LogRange
}

const rangeAt = (value: number): LogRange => ({ low: value, high: value })

function widen(range: LogRange, value: number): void {
  range.low = Math.min(range.low, value)
  range.high = Math.max(range.high, value)
}

const width = ({ low, high }: LogRange) => high - low

/** Begins a comparison. Prices as ln. */
export function beginIdentityTest(venue: string, own: number, other: number): IdentityTest {
  const logRatio = own - other
  return {
    venue,
    sampleCount: 1,
    lastLogRatio: logRatio,
    sumSquaredSteps: 0,
    logRatio: rangeAt(logRatio),
    own: rangeAt(own),
    other: rangeAt(other),
  }
}

/** Takes the next sample. Prices as ln. */
export function extendIdentityTest(test: IdentityTest, own: number, other: number): void {
  const logRatio = own - other
  test.sampleCount++
  test.sumSquaredSteps += (logRatio - test.lastLogRatio) ** 2
  test.lastLogRatio = logRatio
  widen(test.logRatio, logRatio)
  widen(test.own, own)
  widen(test.other, other)
}

/**
 * Whether both are the same coin. Similar prices over a long time prove nothing: prices of different coins may
 * cross, and all coins move with the market. So the prices must have travelled while their ratio stayed. The ratio
 * of one coin reverts to its mean (its steps are noise, and its range is a few of them); the ratio of two coins
 * drifts like any price. A coin that hardly moves, e.g. a pegged one, is never proven.
 */
export function isProven({ sampleCount, sumSquaredSteps, logRatio, own, other }: IdentityTest): boolean {
  const travel = Math.min(width(own), width(other))
  if (sampleCount < identityProof.minSamples || travel < identityProof.minTravel) return false
  const drift = width(logRatio)
  const step = Math.sqrt(sumSquaredSteps / (sampleCount - 1))
  const isBound =
    drift <= identityProof.maxRangeInSteps * step && travel >= identityProof.minTravelRatio * drift
  return isBound || travel >= identityProof.sureTravelRatio * drift
}
